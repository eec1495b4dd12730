import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../core/contract/calls.js';
import { exporters } from '../../core/export/exporters.js';
import type { ExportedFile } from '../../core/export/exporter.js';
import { storySlug } from '../../core/publication/story-address.js';
import { exportOptions, themeText, type ExportDesk } from './export-desk.js';
import { anchorsInPage, markBlocks } from './preview-anchors.js';
import type { DerivedPictures } from '../media/derived-pictures.js';

/** How many previews are kept in memory: the one on screen, the one that takes its place, and one for the printer. */
const keptPreviews = 3;

/** A block that is gone to stands a third down the page, so that what leads to it is seen too. */
const anchorStyle = '[id^="at-"]{scroll-margin-block-start:33vh}';

// One function each for the whole program: templates are parsed once for each source that they come from.
const screenTheme = (name: string): string =>
  name === 'page.css' ? `${themeText(name)}\n${anchorStyle}\n` : themeText(name);
/** The print style on the screen: a sheet of paper, as the printer will get it. */
const paperTheme = (name: string): string =>
  name === 'page.css'
    ? `${themeText(name).replaceAll(/@media\s+print/gu, '@media all')}\n${anchorStyle}\nhtml{background:#fff}body{padding:15mm 18mm}\n`
    : themeText(name);

/** The exported page itself, in memory, under an address that only this program answers. */
export class PreviewDesk {
  readonly #exporting: ExportDesk;
  readonly #pictures: DerivedPictures;
  readonly #pages = new Map<string, ReadonlyMap<string, ExportedFile['content']>>();

  constructor(exporting: ExportDesk, pictures: DerivedPictures) {
    this.#exporting = exporting;
    this.#pictures = pictures;
  }

  /** Makes a page; the blocks of its body have anchors, which exist in a preview only. */
  async make({ id, story: present, isPrint = false }: Input<'story.preview'>): Promise<Output<'story.preview'>> {
    const { rendition, story } = await this.#exporting.outgoing(id, present);
    const { document, ids } = markBlocks(rendition.body);
    const options = exportOptions(this.#pictures, story, storySlug(story), isPrint ? paperTheme : screenTheme);
    const { files } = await exporters.html.render({ ...rendition, body: document }, options);
    const key = randomUUID();
    this.#pages.set(key, new Map(files.map(({ path, content }) => [path, withAnchors(path, content)])));
    for (const old of [...this.#pages.keys()].slice(0, -keptPreviews)) this.#pages.delete(old);
    return { address: `copydesk-preview://${key}/index.html`, anchors: [...ids] };
  }

  /**
   * A file of a preview; null for an address that was never given or is too old. A picture is made when the page asks
   * for it: of all the sizes that go out, a page on screen wants one.
   */
  async file(key: string, path: string): Promise<Uint8Array | null> {
    const content = this.#pages.get(key)?.get(path);
    if (content === undefined) return null;
    if (typeof content === 'string') return Buffer.from(content, 'utf8');
    return content instanceof Uint8Array ? content : this.#pictures.bytes(content.media, content.render);
  }
}

const withAnchors = (path: string, content: ExportedFile['content']): ExportedFile['content'] =>
  typeof content === 'string' && path.endsWith('.html') ? anchorsInPage(content) : content;
