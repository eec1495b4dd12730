import { randomUUID } from 'node:crypto';
import { NewsroomError } from '../core/errors.js';

/** Paths that a person chose in a dialog. The page holds the token; the path stays here. */
export class PathTokens {
  readonly #paths = new Map<string, readonly string[]>();

  add(paths: readonly string[]): string {
    const token = `path-${randomUUID()}`;
    this.#paths.set(token, paths);
    return token;
  }

  /** A token that the library process made for a folder of its own. */
  know(token: string, path: string): void {
    this.#paths.set(token, [path]);
  }

  paths(token: string): readonly string[] {
    const paths = this.#paths.get(token);
    if (!paths) throw new NewsroomError('call.refused', { detail: 'unknown folder' });
    return paths;
  }

  path(token: string): string {
    return this.paths(token)[0] ?? '';
  }
}
