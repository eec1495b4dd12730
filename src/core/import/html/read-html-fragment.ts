import { parseFragment } from 'parse5';
import type { StoryDocument } from '../../document/document.js';
import { NewsroomError } from '../../errors.js';
import { LossList, type Loss } from '../../loss.js';
import type { ImportedMedia } from '../importer.js';
import { HtmlReader } from './html-reader.js';
import { ImageCollector, type AttachedPicture } from './read-image.js';
import { TrackedChanges, type ReadChange } from './tracked-changes.js';

/** Longest HTML that is parsed, in UTF-16 units: 64 million, about ten seconds of work. */
export const maxHtmlLength = 64_000_000;

export interface ReadHtmlOptions {
  /** Address of the page that the HTML came from, for its relative links; missing = unknown. */
  readonly base?: string;
  /** Pictures that came beside the HTML, in its order (`rtf-pictures.ts`). */
  readonly attached?: readonly AttachedPicture[];
  /** Whether tracked changes of a word processor come as marks (`changes`), rather than as the look that they had. */
  readonly keepsChanges?: boolean;
}

export interface ReadHtml {
  /** Valid by the rules of the schema, without block ids. Pictures carry `media: "import:<key>"`. */
  readonly body: StoryDocument;
  readonly losses: readonly Loss[];
  readonly images: readonly ImportedMedia[];
  /** Addresses of pictures on other computers: listed, never fetched. */
  readonly remoteImages: readonly string[];
  /** Tracked changes by the id that their marks carry; empty unless they were asked for. */
  readonly changes: Readonly<Record<string, ReadChange>>;
}

/**
 * Reads a piece of HTML (a paste, a Markdown file's output, a field of another format) into a body. Never fetches,
 * never runs anything, never needs a DOM: the window and the command line give the same result (decision 19).
 * Throws `input.too-large` for more than 64 MB or 200,000 nodes; whatever else comes is read as far as it goes.
 */
export function readHtmlFragment(html: string, options: ReadHtmlOptions = {}): ReadHtml {
  const losses = new LossList();
  const images = new ImageCollector(losses, options.attached);
  const changes = new TrackedChanges();
  const root = parseFragment(withoutRest(checkLength(html)).toWellFormed(), { scriptingEnabled: false });
  const reader = new HtmlReader({
    losses,
    images,
    base: options.base ?? '',
    skip: new Set(),
    isOffice: isOfficeHtml(html),
    ...(options.keepsChanges ? { changes } : {}),
  });
  const body = reader.read(root);
  return { body, losses: losses.list, images: images.list, remoteImages: images.remote, changes: changes.all };
}

/** What a clipboard leaves behind the end of a page: bytes of whatever lay in its memory before, no text of anybody. */
const withoutRest = (html: string): string => html.replace(/(<\/html\s*>)[^<]*$/iu, '$1');

/** Whether a word processor wrote the page: Word, Outlook, LibreOffice, Google Docs. */
export function isOfficeHtml(html: string): boolean {
  return /urn:schemas-microsoft-com|\bmso-|class="?Mso|docs-internal-guid|(?:Libre|Open)Office/iu.test(
    html.slice(0, 200_000),
  );
}

export function checkLength(html: string): string {
  if (html.length > maxHtmlLength)
    throw new NewsroomError('input.too-large', {
      detail: `The page is longer than ${String(maxHtmlLength)} characters`,
    });
  return html;
}
