import type { Mark } from '../../document/document.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import { attr, nameOf, type HtmlElement } from './html-tree.js';

/** A change that another program tracked: who made it and when, as far as that was said. */
export interface ReadChange {
  readonly kind: 'insertion' | 'deletion';
  readonly personName: string;
  /** Null where the program did not say a moment that can be read. */
  readonly at: string | null;
}

/**
 * Word, LibreOffice and web editors write tracked changes as `<ins cite="mailto:Name" datetime="…">` and `<del …>`. An
 * `<ins>` that says neither who nor when is a page's own look and becomes underline.
 */
export class TrackedChanges {
  readonly #changes = new Map<string, ReadChange>();
  readonly #ids = new Map<string, string>();

  /** By the id that the marks carry, `import-1`. */
  get all(): Readonly<Record<string, ReadChange>> {
    return Object.fromEntries(this.#changes);
  }

  /** The mark of a tracked change; undefined for any other element. */
  markOf(element: HtmlElement): Mark | undefined {
    const kind = element.tagName === 'ins' ? 'insertion' : element.tagName === 'del' ? 'deletion' : undefined;
    if (!kind) return undefined;
    const cite = attr(element, 'cite');
    const moment = attr(element, 'datetime');
    const parent = element.parentNode;
    const isWord = parent && 'tagName' in parent && / mso(?:ins|del) /u.test(nameOf(parent));
    if (cite === '' && moment === '' && !isWord) return undefined;
    const change: ReadChange = { kind, personName: nameIn(cite), at: readInstant(moment) };
    const key = JSON.stringify(change);
    const known = this.#ids.get(key);
    const changeId = known ?? `import-${String(this.#ids.size + 1)}`;
    if (known === undefined) {
      this.#ids.set(key, changeId);
      this.#changes.set(changeId, change);
    }
    return { type: kind, attrs: { changeId } };
  }
}

/** `mailto:Maren%20Holt` → "Maren Holt"; an address of a page says nobody. */
function nameIn(cite: string): string {
  const name = /^mailto:(.*)$/iu.exec(cite.trim())?.[1];
  if (name === undefined) return '';
  try {
    return oneLine(decodeURIComponent(name)).slice(0, 200);
  } catch (error) {
    if (error instanceof URIError) return oneLine(name).slice(0, 200);
    throw error;
  }
}
