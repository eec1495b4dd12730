import type { MediaId } from '../ids.js';
import type { PictureRender } from '../media/picture-render.js';
import type { Loss } from '../loss.js';
import type { Story } from '../story/story.js';
import type { NinjsVersion } from './ninjs/ninjs-keys.js';
import type { Paper } from './pdf/paper.js';
import type { Rendition } from './rendition.js';

/** A file of an export: text, bytes, or what is made of a picture of the library; no picture leaves with its metadata. */
export interface ExportedFile {
  /** Relative to the folder of the story, `/` between parts: `index.html`, `media/ab12.jpg`. */
  readonly path: string;
  readonly content: string | Uint8Array | PictureFile;
}

export interface PictureFile {
  readonly media: MediaId;
  readonly render: PictureRender;
}

/** Official schemas that come with the program (`resources/schemas`); the node layer knows how each is read. */
export type SchemaName = 'ninjs-2.2' | 'ninjs-3.1' | 'nitf-3.6' | 'newsml-g2-2.35' | 'json-feed-1.1';

export interface ExportOutcome {
  /** The main file first. */
  readonly files: readonly ExportedFile[];
  readonly losses: readonly Loss[];
  /** What the main file must keep, checked before it is placed; left out where no official schema exists. */
  readonly schema?: SchemaName;
}

/** What an exporter is handed beside the rendition: data loaded from `resources/`, since core knows no disk. */
export interface ExportOptions {
  /** The story behind the rendition, as kept; only formats that carry a story as kept read it, through `withoutPrivate`. */
  readonly story: Story;
  /** Reads a text of the theme, `story.liquid`, `page.css`, `languages/en.json`; throws where it is missing. */
  readonly themeText: (name: string) => string;
  /** Reads a binary of the theme (fonts), as it is. */
  readonly themeBytes: (name: string) => Uint8Array;
  /** The file stem that the desk chose for the story: safe on every system and unique in the run. */
  readonly stem: string;
  /**
   * The bytes of a picture as it goes out, for formats that hold their pictures: the same file that others get beside
   * them, so without metadata. Rejects with a NewsroomError where the library has lost it.
   */
  readonly pictureBytes: (file: PictureFile) => Promise<Uint8Array>;
  /** Lays a page out on paper, as PDF bytes; null where no browser runs. Rejects with a NewsroomError. */
  readonly printPage: ((files: readonly ExportedFile[], paper: Paper) => Promise<Uint8Array>) | null;
  /** Which ninjs is written; 2.2 unless a receiver asks for another. */
  readonly ninjs: NinjsVersion;
  /** sha256 of UTF-8 text, base64: for the page's content security policy. */
  readonly sha256Base64: (text: string) => string;
}

/** One format (decision 18): pure, no clock, no disk; the same rendition gives the same bytes. */
export interface Exporter {
  /** `folder`: a folder per story; `file`: files stand side by side in the output folder. */
  readonly shape: 'folder' | 'file';
  /** Receivers of this format are told when a story is taken back: a killed one leaves as its notice. */
  readonly carriesNotices?: true;
  /** Says what a checker of our own found wrong in the main file; undefined where there is no checker. */
  readonly validate?: (files: readonly ExportedFile[]) => {
    readonly validator: string;
    readonly faults: readonly string[];
  };
  render(rendition: Rendition, options: ExportOptions): Promise<ExportOutcome>;
}
