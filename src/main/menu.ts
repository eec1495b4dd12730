import { Menu, type MenuItemConstructorOptions } from 'electron';
import {
  acceleratorOf,
  commandGroups,
  commandList,
  type CommandEntry,
  type CommandGroup,
} from '../core/commands/command-list.js';
import type { Strings } from '../core/strings/strings.js';

/**
 * The native menu, made from the table of commands. A shortcut is shown but left to the page, which knows where the
 * caret is; copy, paste and the like are the system's own.
 */
export function setMenu(strings: Strings, run: (id: string) => void): void {
  const groups = commandGroups.map((group): MenuItemConstructorOptions => {
    const entries = commandList.filter((entry) => entry.group === group).map((entry) => item(entry, strings, run));
    return {
      label: strings(`group.${group}`),
      submenu: group === 'edit' ? [...entries, ...clipboard] : withQuit(group, entries),
    };
  });
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...groups]));
}

const clipboard: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];

function withQuit(group: CommandGroup, entries: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return group === 'story' && process.platform !== 'darwin'
    ? [...entries, { type: 'separator' }, { role: 'quit' }]
    : entries;
}

function item(
  { id, label, shortcut }: CommandEntry,
  strings: Strings,
  run: (id: string) => void,
): MenuItemConstructorOptions {
  return {
    label: strings(label),
    ...(shortcut === null ? {} : { accelerator: acceleratorOf(shortcut), registerAccelerator: false }),
    click: () => {
      run(id);
    },
  };
}
