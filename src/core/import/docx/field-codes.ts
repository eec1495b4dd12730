import type { Mark } from '../../document/document.js';
import { readHref } from '../html/read-link.js';

interface Field {
  code: string;
  isResult: boolean;
  link: Mark | undefined;
}

/** The mark of a link to an address of a file; undefined for one that may not stand in a story. */
export function linkTo(address: string): Mark | undefined {
  const read = readHref(address, '');
  return 'href' in read ? { type: 'link', attrs: { href: read.href } } : undefined;
}

/** `HYPERLINK "https://example.org" \l "place" \o "tip"` → its address; a place inside the file is none. */
export function fieldAddress(code: string): string | undefined {
  const [, quoted, bare, place] =
    /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))(?:.*?\\l\s+"([^"]*)")?/isu.exec(code) ?? [];
  const address = quoted ?? bare;
  return address === undefined ? undefined : address + (place === undefined ? '' : `#${place}`);
}

/**
 * Fields (`w:fldChar`): a code that nobody sees and the result that stands in the text; one may stand in another, and go
 * on over paragraphs. Whatever the code asks for (a picture, another file), only the result that is there is read.
 */
export class FieldCodes {
  readonly #open: Field[] = [];

  begin(): void {
    // A file that never ends its fields must not grow without end.
    if (this.#open.length < 100) this.#open.push({ code: '', isResult: false, link: undefined });
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.isResult && field.code.length < 4_000) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (!field) return;
    field.isResult = true;
    const address = fieldAddress(field.code);
    field.link = address === undefined ? undefined : linkTo(address);
  }

  end(): void {
    this.#open.pop();
  }

  /** Whether text that comes now is part of a code. */
  get isCode(): boolean {
    return this.#open.some(({ isResult }) => !isResult);
  }

  /** The link of the innermost field that is one. */
  get link(): Mark | undefined {
    return this.#open.findLast(({ link }) => link)?.link;
  }
}
