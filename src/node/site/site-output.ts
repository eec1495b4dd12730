import type { ExportedFile } from '../../core/export/exporter.js';
import type { Site } from '../../core/site/site-frame.js';
import type { Edition } from '../library/editions.js';
import type { Theme } from './theme-files.js';

/** What a file of the site is made of, as a key, and how. */
export interface SiteOutput {
  readonly path: string;
  readonly key: string;
  readonly make: () => MadeFile;
}

export interface MadeFile {
  readonly content: string | Uint8Array;
  readonly pictures: readonly ExportedFile[];
}

export interface OutputsOf {
  readonly site: Site;
  readonly theme: Theme;
  /** Changes with all that every page shows: theme, settings, navigation, version. */
  readonly siteKey: string;
  readonly read: (id: string, edition: number) => Edition;
}

/** A file by its path, what it depends on, and how it is made. */
export type Keyed = (path: string, parts: readonly unknown[], make: () => MadeFile) => SiteOutput;
