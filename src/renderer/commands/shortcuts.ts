/** The keys of an event, as far as shortcuts ask. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * Whether an event is a shortcut such as `Mod+Shift+P`. Letters are compared by what the key types, so that a layout
 * keeps its own letters; digits by where the key is, since Shift turns them into other signs.
 */
export function matchesShortcut(event: KeyPress, shortcut: string, isMac: boolean): boolean {
  if (event.isComposing || event.key === 'Dead' || event.key === 'Process') return false;
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (mod !== wants('Mod') || other || event.altKey !== wants('Alt') || event.shiftKey !== wants('Shift')) return false;
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (event.key.length === 1 && key.length === 1) return event.key.toLowerCase() === key.toLowerCase();
  return event.key === key;
}

/** Whether a key writes a sign: no shortcut is one without a modifier, so that typing looks none of them up. */
export const writesSign = ({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey;

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' };
const plainNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: 'Enter' };

/** A shortcut as it is written on this kind of computer: `Ctrl+Shift+P`, `⌘⇧P`. */
export function shortcutLabel(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split('+').map((part) => (isMac ? (macSigns[part] ?? part) : (plainNames[part] ?? part)));
  return parts.join(isMac ? '' : '+');
}
