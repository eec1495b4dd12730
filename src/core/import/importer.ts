import type { StoryDocument } from '../document/document.js';
import type { ErrorCode, ErrorParams } from '../errors.js';
import type { NewId } from '../ids.js';
import type { Loss } from '../loss.js';
import type { StoryContent } from '../story/story.js';

/** A file that came with a story (a picture beside a page); bytes are checked before they become media. */
export interface ImportedMedia {
  /** How the story names it: the body's image nodes carry it as `media: "import:<key>"` until it has an id. */
  readonly key: string;
  readonly fileName: string;
  readonly alt: string;
  /** The picture itself where it came inside the file (a data: address); null = look beside the file. */
  readonly bytes: Uint8Array | null;
}

/** A related card as it was found; it becomes a related item (decision 17). */
export interface ImportedCard {
  readonly url: string | null;
  readonly headline: string;
  readonly section: string;
  readonly excerpt: string;
  readonly imageAlt: string;
}

/** A change that another program tracked: who made it and when, as far as that was said. */
export interface ImportedChange {
  readonly kind: 'insertion' | 'deletion' | 'modification';
  readonly personName: string;
  /** Null where the program did not say a moment that can be read. */
  readonly at: string | null;
}

/** A comment with its answers. */
export interface ImportedAnnotation {
  readonly kind: 'comment';
  readonly thread: readonly { readonly text: string; readonly personName: string; readonly at: string | null }[];
  readonly resolved: boolean;
}

/** A story as an importer reads it: names where the library has ids. Missing = not said by the source. */
export interface ImportedStory {
  readonly content: Partial<
    Omit<StoryContent, 'sectionId' | 'tagIds' | 'authors' | 'related' | 'origin' | 'leadImage' | 'body'>
  >;
  readonly body: StoryDocument;
  readonly sectionName: string;
  readonly tagNames: readonly string[];
  readonly authorNames: readonly string[];
  readonly related: readonly ImportedCard[];
  /** Picture over the story: a key of `media`, with its texts. */
  readonly leadImage: {
    readonly key: string;
    readonly alt: string;
    readonly caption: string;
    readonly credit: string;
  } | null;
  /** The source says that the world has this story: it comes in as published unless another state was asked for. */
  readonly isPublished?: boolean;
  /** By the id that the marks in the body carry; each gets an id of the library's own on arrival. */
  readonly changes?: Readonly<Record<string, ImportedChange>>;
  readonly annotations?: Readonly<Record<string, ImportedAnnotation>>;
}

export type ImportResult =
  | { readonly story: ImportedStory; readonly media: readonly ImportedMedia[]; readonly losses: readonly Loss[] }
  /** The story exactly as another Copydesk kept it (our own JSON): ids are mapped on arrival. */
  | { readonly kept: unknown; readonly losses: readonly Loss[] }
  | { readonly refused: { readonly code: ErrorCode; readonly params: ErrorParams }; readonly sourceId?: string };

/** A file to read: its name (for the format and the messages) and its bytes. */
export interface ImportSource {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A file that is read while it comes in, decoded; for formats of which one file may hold a whole site. */
export interface ImportStream {
  readonly fileName: string;
  readonly text: AsyncIterable<string>;
}

export interface ImportContext {
  readonly newId: NewId;
  /** Language of a source that doesn't say its own. */
  readonly language: string;
  /** Names of the library's sections, folded: how a kicker is told from a line of text. */
  readonly sectionNames: readonly string[];
  /**
   * Bytes to text by a WHATWG label (core has no `TextDecoder`). `fatal`: throws a TypeError for bytes that are not of
   * that encoding; an unknown label throws a RangeError, as `new TextDecoder(label, { fatal })` does.
   */
  readonly decode: (bytes: Uint8Array, label: string, fatal: boolean) => string;
}

/** One format: yields stories one by one, so that thousands need no more memory than one. Pure: no disk, no network. */
export interface Importer {
  readonly label: string;
  /** Extensions without the dot. */
  readonly extensions: readonly string[];
  /** A second look at the first characters, for a file whose name says nothing; 0 = no, 1 = surely. */
  readonly recognises: (head: string, fileName: string) => number;
  read(source: ImportSource, context: ImportContext): AsyncIterable<ImportResult>;
  /** The same from a stream, holding one story at a time; missing = the format needs its file whole. */
  readonly readStream?: (source: ImportStream, context: ImportContext) => AsyncIterable<ImportResult>;
}
