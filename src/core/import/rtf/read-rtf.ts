import type { DocumentNode } from '../../document/document.js';
import { NewsroomError } from '../../errors.js';
import { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import { BlockBuilder } from '../html/block-builder.js';
import { fieldAddress, linkTo } from '../docx/field-codes.js';
import { emptyStory } from '../empty-story.js';
import type { ImportContext, ImportedMedia, ImportResult } from '../importer.js';
import { rtfPictures } from '../paste/rtf-pictures.js';
import { encodingOfCharset, encodingOfPage } from './rtf-encodings.js';
import { RtfLayout } from './rtf-layout.js';
import { RtfLists } from './rtf-lists.js';
import { marksOf, takeLook, type Destination, type RtfState } from './rtf-state.js';
import { rtfTokens, type RtfToken } from './rtf-tokens.js';

/** Longest file that is read, in bytes. */
const maxLength = 64_000_000;

/** Groups that are read as something else than text; others that start with `\*` or stand here are left out. */
const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  listtable: 'lists',
  listoverridetable: 'overrides',
  info: 'info',
  title: 'title',
  author: 'author',
  footnote: 'note',
  fldinst: 'fieldCode',
  pict: 'picture',
  shppict: 'text',
  shptxt: 'text',
};
const skipped = new Set(
  'colortbl stylesheet header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor nonshppict listtext pntext pntxta pntxtb object themedata generator xmlnstbl rsidtbl latentstyles bkmkstart bkmkend subject keywords comment operator company doccomm userprops datafield sp tc xe'.split(
    ' ',
  ),
);
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  emspace: '\u2003',
  enspace: '\u2002',
};
const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', _: '\u2011', '\\': '\\', '{': '{', '}': '}' };

/** Reads an RTF text into a story: text and looks, lists, tables, notes, links, pictures. */
export function readRtf(bytes: Uint8Array, decode: ImportContext['decode']): Extract<ImportResult, { story: unknown }> {
  if (bytes.length > maxLength) throw new NewsroomError('input.too-large', { detail: 'The file is larger than 64 MB' });
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  const text = pieces.join('');
  if (!text.startsWith('{\\rtf')) throw new NewsroomError('import.not-readable', { detail: 'it is no RTF' });
  return new RtfReader(text, decode).read();
}

class RtfReader {
  readonly #text: string;
  readonly #decode: ImportContext['decode'];
  readonly #losses = new LossList();
  readonly #builder = new BlockBuilder();
  readonly #lists = new RtfLists();
  readonly #layout: RtfLayout;
  readonly #fonts = new Map<number, string>();
  readonly #media: ImportedMedia[] = [];
  readonly #attached: ReturnType<typeof rtfPictures>[number][];
  #encoding = 'windows-1252';
  #stack: RtfState[] = [];
  #state: RtfState = { destination: 'text', looks: new Set(), font: -1, fallback: 1, link: undefined, isHidden: false };
  #font = 0;
  /** Bytes of one encoding that wait to be read together: a letter may be two of them. */
  #bytes: number[] = [];
  /** Characters that are still to be left out after a `\u`. */
  #toSkip = 0;
  #high = '';
  #fieldCode = '';
  #note: DocumentNode[] | null = null;
  #noteDepth = 0;
  #title = '';
  #author = '';
  #isIgnorable = false;

  constructor(text: string, decode: ImportContext['decode']) {
    this.#text = text;
    this.#decode = decode;
    this.#attached = [...rtfPictures(text)];
    this.#layout = new RtfLayout(this.#builder, this.#lists);
  }

  read(): Extract<ImportResult, { story: unknown }> {
    for (const token of rtfTokens(this.#text)) this.#take(token);
    this.#flush();
    this.#layout.endParagraph();
    this.#layout.finish();
    // "????": a title in an encoding that the writing program did not have.
    const headline = /^[?\s]*$/u.test(this.#title) ? '' : oneLine(this.#title).slice(0, 2_000);
    const author = oneLine(this.#author).slice(0, 200);
    return {
      story: {
        ...emptyStory,
        content: headline === '' ? {} : { headline },
        authorNames: author === '' ? [] : [author],
        body: this.#builder.finish(),
      },
      media: this.#media,
      losses: this.#losses.list,
    };
  }

  #take(token: RtfToken): void {
    if (token.kind !== 'byte') this.#flush();
    switch (token.kind) {
      case 'open':
        this.#stack.push({ ...this.#state });
        this.#toSkip = 0;
        return;
      case 'close':
        this.#close();
        return;
      case 'text':
        this.#plain(token.text);
        return;
      case 'byte':
        if (this.#toSkip > 0) this.#toSkip -= 1;
        else this.#bytes.push(token.byte);
        return;
      case 'symbol':
        if (token.symbol === '*') this.#isIgnorable = true;
        else if (token.symbol === '\n' || token.symbol === '\r') this.#word('par', null);
        else if (this.#toSkip > 0) this.#toSkip -= 1;
        else this.#write(symbols[token.symbol] ?? '');
        return;
      case 'word':
        this.#word(token.word, token.value);
    }
  }

  #plain(text: string): void {
    const skip = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skip;
    this.#write(text.slice(skip));
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const encoding = this.#fonts.get(this.#state.font) ?? this.#encoding;
    this.#write(this.#decode(bytes, encoding, false));
  }

  #close(): void {
    const { destination } = this.#state;
    const outer = this.#stack.pop();
    if (!outer) return;
    if (destination === 'fieldCode' && outer.destination !== 'fieldCode') {
      const address = fieldAddress(this.#fieldCode);
      this.#fieldCode = '';
      // The result is the next group of the same field, which inherits what its field says.
      outer.link = address === undefined ? outer.link : (linkTo(address) ?? outer.link);
    }
    if (destination === 'picture' && outer.destination !== 'picture') this.#picture();
    if (this.#note && this.#stack.length < this.#noteDepth) this.#endNote();
    this.#state = outer;
    this.#isIgnorable = false;
    this.#toSkip = 0;
  }

  #word(word: string, value: number | null): void {
    const state = this.#state;
    const isIgnorable = this.#isIgnorable;
    this.#isIgnorable = false;
    if (word === 'u') {
      this.#unicode(value ?? 0);
      return;
    }
    if (word === 'uc') state.fallback = Math.min(Math.max(value ?? 1, 0), 20);
    if (state.destination === 'skip') return;
    const destination = Object.hasOwn(destinations, word) ? destinations[word] : undefined;
    if (destination !== undefined) {
      this.#enter(destination);
      return;
    }
    if (skipped.has(word) || isIgnorable) {
      if (/^(?:header|footer)/u.test(word))
        this.#losses.add('headerFooter', 'Headers and footers of the pages were left out');
      if (word === 'annotation') this.#losses.add('comment', 'Comments of an RTF file were left out');
      if (word === 'object') this.#losses.add('drawing', 'Charts and drawings were left out');
      state.destination = 'skip';
      return;
    }
    if (state.destination === 'lists' || state.destination === 'overrides') this.#lists.take(word, value);
    else if (word === 'ansicpg') this.#encoding = encodingOfPage(value ?? 1252);
    else if (word === 'mac') this.#encoding = 'macintosh';
    else if (word === 'f' && state.destination === 'fonts') this.#font = value ?? 0;
    else if (word === 'f') state.font = value ?? 0;
    else if (word === 'fcharset') {
      const encoding = encodingOfCharset(value ?? 0);
      if (encoding !== undefined) this.#fonts.set(this.#font, encoding);
    } else if (word === 'v') state.isHidden = value !== 0;
    else if (signs[word] !== undefined && Object.hasOwn(signs, word)) this.#write(signs[word]);
    else if (!takeLook(state, word, value) && state.destination === 'text' && !this.#note)
      this.#layout.take(word, value);
    else if (this.#note && (word === 'par' || word === 'line')) this.#write(' ');
  }

  #enter(destination: Destination): void {
    const { destination: outer } = this.#state;
    if (destination === 'note') {
      if (this.#note) return;
      this.#note = [];
      this.#noteDepth = this.#stack.length;
      this.#state.destination = 'text';
      this.#state.looks = new Set();
      return;
    }
    if ((destination === 'title' || destination === 'author') && outer !== 'info') return;
    if (destination === 'text' && outer !== 'text') return;
    this.#state.destination = destination;
  }

  #endNote(): void {
    const content = this.#note ?? [];
    this.#note = null;
    this.#noteDepth = 0;
    if (content.length > 0) this.#layout.inline({ type: 'footnote', content });
  }

  /** UTF-16, negative where it is over 32,767; halves of a pair come one after the other. */
  #unicode(value: number): void {
    const unit = String.fromCharCode(value < 0 ? value + 65_536 : value);
    this.#toSkip = this.#state.fallback;
    if (/[\ud800-\udbff]/u.test(unit)) {
      this.#high = unit;
      return;
    }
    this.#write(this.#high + unit);
  }

  #write(text: string): void {
    if (text === '') return;
    const whole = (this.#high !== '' && !text.startsWith(this.#high) ? this.#high + text : text).toWellFormed();
    this.#high = '';
    const { destination, isHidden } = this.#state;
    if (destination === 'title') this.#title += whole;
    else if (destination === 'author') this.#author += whole;
    else if (destination === 'fieldCode') this.#fieldCode = (this.#fieldCode + whole).slice(0, 4_000);
    if (destination !== 'text') return;
    if (isHidden)
      this.#losses.add('hiddenText', 'Hidden text came in as ordinary text: look at it before the story goes out');
    const marks = marksOf(this.#state);
    if (this.#note)
      this.#note.push(marks.length > 0 ? { type: 'text', text: whole, marks } : { type: 'text', text: whole });
    else this.#layout.text(whole, marks);
  }

  #picture(): void {
    if (this.#stack.some(({ destination }) => destination === 'skip')) return;
    const picture = this.#attached.shift();
    if (!picture) {
      this.#losses.add('image', 'A picture that is not JPEG or PNG was left out');
      return;
    }
    const key = `picture-${String(this.#media.length + 1)}.${picture.extension}`;
    this.#media.push({ key, fileName: key, alt: '', bytes: picture.bytes });
    this.#layout.picture({ type: 'image', attrs: { media: `import:${key}`, alt: '', caption: '', credit: '' } });
  }
}
