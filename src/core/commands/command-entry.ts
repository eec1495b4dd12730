import type { StringKey } from '../strings/strings.js';

/** The menus that a command stands in, in the order of the menu bar. */
export const commandGroups = ['story', 'edit', 'format', 'view', 'library', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** A command as data: what the native menu, the palette, the toolbar and the sheet of shortcuts say of it. */
export interface CommandEntry {
  readonly id: string;
  readonly label: StringKey;
  /** `Mod+Shift+P`: Mod is Ctrl, or Command on a Mac. Never Ctrl+Alt, which is AltGr (decision 29). */
  readonly shortcut: string | null;
  readonly group: CommandGroup;
}

export const command = <Id extends string>(
  id: Id,
  label: StringKey,
  group: CommandGroup,
  shortcut: string | null = null,
) => ({ id, label, group, shortcut }) as const satisfies CommandEntry;
