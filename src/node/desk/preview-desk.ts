import { randomUUID } from 'node:crypto';
import type { ExportedFile } from '../../core/export/exporter.js';
import type { StoryId } from '../../core/ids.js';
import type { ExportDesk } from './export-desk.js';

/** How many previews are kept in memory: the one on screen and the one before it. */
const keptPreviews = 2;

/** The exported page itself, in memory, under an address that only this program answers. */
export class PreviewDesk {
  readonly #exporting: ExportDesk;
  readonly #pages = new Map<string, ReadonlyMap<string, ExportedFile['content']>>();

  constructor(exporting: ExportDesk) {
    this.#exporting = exporting;
  }

  async make(id: StoryId): Promise<{ address: string }> {
    const files = await this.#exporting.render(id, 'html');
    const key = randomUUID();
    this.#pages.set(key, new Map(files.map(({ path, content }) => [path, content])));
    for (const old of [...this.#pages.keys()].slice(0, -keptPreviews)) this.#pages.delete(old);
    return { address: `copydesk-preview://${key}/index.html` };
  }

  /** A file of a preview; undefined for an address that was never given or is too old. */
  file(key: string, path: string): ExportedFile['content'] | undefined {
    return this.#pages.get(key)?.get(path);
  }
}
