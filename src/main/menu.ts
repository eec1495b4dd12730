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
      submenu: group === 'edit' ? [...entries, ...clipboard(strings)] : withQuit(group, entries, strings),
    };
  });
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...groups]));
}

/** Named here: the shell's own labels are English whatever the system speaks. */
const clipboard = (strings: Strings): readonly MenuItemConstructorOptions[] => [
  { type: 'separator' },
  { role: 'cut', label: strings('menu.cut') },
  { role: 'copy', label: strings('menu.copy') },
  { role: 'paste', label: strings('menu.paste') },
  { role: 'selectAll', label: strings('menu.selectAll') },
];

function withQuit(
  group: CommandGroup,
  entries: MenuItemConstructorOptions[],
  strings: Strings,
): MenuItemConstructorOptions[] {
  return group === 'story' && process.platform !== 'darwin'
    ? [...entries, { type: 'separator' }, { role: 'quit', label: strings('menu.quit') }]
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
