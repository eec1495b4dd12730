import type { PublicationSettings } from '../publication/settings.js';
import type { ExportedFile, ExportOutcome } from './exporter.js';
import type { Rendition } from './rendition.js';

/** What a format of many stories is handed beside them. */
export interface CollectionOptions {
  readonly settings: PublicationSettings;
  readonly themeText: (name: string) => string;
}

/** One file of many stories. Like an `Exporter` it is pure: the same stories give the same bytes. */
export interface CollectionExporter {
  /** The file's name in the output folder, the same in each run, so that a feed keeps its address. */
  readonly fileName: string;
  /** Whether a story that is not published may stand in it (decision 20). */
  readonly takesProofs: boolean;
  readonly validate?: (files: readonly ExportedFile[]) => {
    readonly validator: string;
    readonly faults: readonly string[];
  };
  render(renditions: readonly Rendition[], options: CollectionOptions): ExportOutcome;
}
