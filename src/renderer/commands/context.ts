import { createContext } from 'svelte';
import type { CommandId } from '../../core/commands/command-list.js';
import type { App } from '../state/app.svelte.js';
import { type Command } from './command-table.js';
import { shortcutLabel } from './shortcuts.js';

/** What every view may ask for without passing it through all that stand above it. */
export interface PageContext {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly command: (id: CommandId) => Command;
  readonly isMac: boolean;
}

export const [getPage, setPage] = createContext<PageContext>();

/** The context of a window, from its table of commands. */
export function pageContext(app: App, commands: readonly Command[], isMac: boolean): PageContext {
  const byId = new Map<string, Command>(commands.map((command) => [command.id, command]));
  return {
    app,
    commands,
    isMac,
    command: (id) => {
      const found = byId.get(id);
      if (!found) throw new RangeError(`no command is named ${id}`);
      return found;
    },
  };
}

/** Label and shortcut in one line, for a tooltip: "Bold (Ctrl+B)". */
export function tooltip(page: PageContext, id: CommandId): string {
  const { label, shortcut } = page.command(id);
  const text = page.app.strings(label);
  return shortcut === null ? text : `${text} (${shortcutLabel(shortcut, page.isMac)})`;
}
