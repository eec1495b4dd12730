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

const command = <Id extends string>(id: Id, label: StringKey, group: CommandGroup, shortcut: string | null = null) =>
  ({ id, label, group, shortcut }) as const satisfies CommandEntry;

/** Every command of the window. What it does stands in `renderer/commands/`; a command without an action does not compile. */
export const commandList = [
  command('story.new', 'command.newStory', 'story', 'Mod+N'),
  command('story.save', 'command.save', 'story', 'Mod+S'),
  command('story.preview', 'command.preview', 'story', 'F8'),
  command('story.print', 'command.print', 'story', 'Mod+P'),
  command('story.export', 'command.export', 'story', 'Mod+E'),
  command('story.check', 'command.checkStory', 'story', 'F7'),
  command('list.duplicate', 'command.duplicate', 'story', 'Mod+D'),
  command('list.split', 'command.split', 'story'),
  command('preview.full', 'command.previewFull', 'view', 'Shift+F8'),
  command('preview.phone', 'command.previewPhone', 'view'),
  command('preview.tablet', 'command.previewTablet', 'view'),
  command('preview.desktop', 'command.previewDesktop', 'view'),
  command('preview.print', 'command.previewPrint', 'view'),
  command('history.keep', 'command.keepVersion', 'story', 'Mod+Shift+K'),
  command('history.next', 'command.nextDifference', 'view', 'F4'),
  command('history.previous', 'command.previousDifference', 'view', 'Shift+F4'),
  command('spelling.suggest', 'command.spellingSuggest', 'edit', 'Shift+F7'),
  command('spelling.next', 'command.spellingNext', 'edit', 'Alt+F7'),
  command('spelling.switch', 'command.spellingSwitch', 'edit'),
  command('move.start', 'command.start', 'story'),
  command('move.submit', 'command.submit', 'story', 'Mod+Enter'),
  command('move.sendBack', 'command.sendBack', 'story'),
  command('move.approve', 'command.approve', 'story'),
  command('move.schedule', 'command.schedule', 'story'),
  command('move.deschedule', 'command.deschedule', 'story'),
  command('move.publish', 'command.publish', 'story'),
  command('move.correct', 'command.correct', 'story'),
  command('move.kill', 'command.kill', 'story'),
  command('move.recall', 'command.recall', 'story'),
  command('move.unpublish', 'command.unpublish', 'story'),
  command('move.spike', 'command.spike', 'story'),
  command('move.restore', 'command.restore', 'story'),
  command('edit.undo', 'command.undo', 'edit', 'Mod+Z'),
  command('edit.redo', 'command.redo', 'edit', 'Mod+Shift+Z'),
  command('edit.pasteText', 'command.pasteText', 'edit', 'Mod+Shift+V'),
  command('format.paragraph', 'command.paragraph', 'format', 'Alt+Shift+0'),
  command('format.heading2', 'command.heading2', 'format', 'Alt+Shift+2'),
  command('format.heading3', 'command.heading3', 'format', 'Alt+Shift+3'),
  command('format.heading4', 'command.heading4', 'format', 'Alt+Shift+4'),
  command('format.bold', 'command.bold', 'format', 'Mod+B'),
  command('format.italic', 'command.italic', 'format', 'Mod+I'),
  command('format.underline', 'command.underline', 'format', 'Mod+U'),
  command('format.strike', 'command.strike', 'format', 'Mod+Shift+X'),
  command('format.link', 'command.link', 'format', 'Mod+K'),
  command('format.bulletList', 'command.bulletList', 'format', 'Mod+Shift+8'),
  command('format.orderedList', 'command.orderedList', 'format', 'Mod+Shift+7'),
  command('format.blockquote', 'command.blockquote', 'format', 'Mod+Shift+B'),
  command('format.image', 'command.image', 'format'),
  command('view.quickOpen', 'command.quickOpen', 'view', 'Mod+O'),
  command('view.palette', 'command.palette', 'view', 'Mod+Shift+P'),
  command('view.searchStories', 'command.searchStories', 'view', 'Mod+Shift+F'),
  command('list.options', 'command.listOptions', 'view', 'Mod+Shift+H'),
  command('list.change', 'command.listChange', 'view', 'Mod+Shift+M'),
  command('list.saveView', 'command.saveView', 'view'),
  command('view.tabStory', 'command.tabStory', 'view', 'Mod+1'),
  command('view.tabRelated', 'command.tabRelated', 'view', 'Mod+2'),
  command('view.tabCheck', 'command.tabCheck', 'view', 'Mod+3'),
  command('view.tabHistory', 'command.tabHistory', 'view', 'Mod+5'),
  command('view.pictures', 'command.pictures', 'view', 'Mod+4'),
  command('view.pictureDesk', 'command.pictureDesk', 'view', 'Mod+6'),
  command('view.toggleDesk', 'command.toggleDesk', 'view', 'Mod+Shift+D'),
  command('view.toggleList', 'command.toggleList', 'view', 'Mod+Shift+L'),
  command('view.toggleInspector', 'command.toggleInspector', 'view', 'Mod+Shift+E'),
  command('view.nextRegion', 'command.nextRegion', 'view', 'F6'),
  command('view.previousRegion', 'command.previousRegion', 'view', 'Shift+F6'),
  command('view.themeLight', 'command.themeLight', 'view'),
  command('view.themeDark', 'command.themeDark', 'view'),
  command('view.themeSystem', 'command.themeSystem', 'view'),
  command('library.import', 'command.import', 'library', 'Mod+Shift+O'),
  command('library.open', 'command.openLibrary', 'library'),
  command('library.settings', 'command.settings', 'library', 'Mod+,'),
  command('help.shortcuts', 'command.shortcuts', 'help', 'F1'),
] as const satisfies readonly CommandEntry[];
export type CommandId = (typeof commandList)[number]['id'];

/** A shortcut as Electron's menu spells it: `CmdOrCtrl+Shift+P`. The page acts on the keys, so the menu only shows it. */
export function acceleratorOf(shortcut: string): string {
  return shortcut.replace('Mod', 'CmdOrCtrl').replace('Enter', 'Return');
}
