import * as fs from 'node:fs';
import { join } from 'node:path';

type Fact = string | number | boolean | null;
const maxBytes = 1_000_000;

/**
 * One event a line: time, level, name, facts. Never the text of a story, a source's name or a path of somebody's home:
 * journalists' machines get seized and shared. Two files of 1 MB, in the user's log folder.
 */
export class Log {
  readonly #path: string;

  constructor(folder: string) {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#path = join(folder, 'copydesk.log');
  }

  info(event: string, facts: Readonly<Record<string, Fact>> = {}): void {
    this.#write('info', event, facts);
  }

  error(event: string, error: unknown, facts: Readonly<Record<string, Fact>> = {}): void {
    const { name, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) };
    // The message of an expected error holds names and ids for a person; only its code is kept.
    const code =
      name === 'NewsroomError' ? message.split(':', 1)[0] : message.replace(/(?:[A-Za-z]:)?[\\/][^\s'"]+/gu, '<path>');
    this.#write('error', event, { ...facts, name, detail: code ?? '' });
  }

  #write(level: string, event: string, facts: Readonly<Record<string, Fact>>): void {
    const line = `${JSON.stringify({ time: new Date().toISOString(), level, event, ...facts })}\n`;
    try {
      const size = fs.statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
      if (size > maxBytes) fs.renameSync(this.#path, `${this.#path}.1`);
      fs.appendFileSync(this.#path, line, { mode: 0o600 });
    } catch (error) {
      // A full disk must not take the desk down with it; the line goes to the console instead.
      console.error(line, error);
    }
  }
}
