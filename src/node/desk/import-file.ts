/** Largest single file that is read whole, and what a packed one may grow to (decision 24). */
export const maxImportBytes = 200 * 1024 * 1024;
/** Names that no person gave: hidden files and what systems leave in folders. */
export const skippedNames = /^(?:\..*|node_modules|Thumbs\.db|desktop\.ini)$/u;
const pictureName = /\.(?:jpe?g|png|gif|webp|avif|svg|css|js|woff2?)$/iu;

/** Whether a name in a folder or a zip is one to read: not hidden, not of a system, no picture or style of a page. */
export const isReadName = (name: string): boolean => !skippedNames.test(name) && !pictureName.test(name);

/** One file to read: its path as shown to people, and how to get its bytes. */
export interface FileToImport {
  readonly name: string;
  /** A picture beside the file by the place that it names, `media/a.jpg`; undefined where there is none. */
  readonly beside: (key: string) => Promise<Uint8Array | undefined>;
  readonly read: () => Promise<Uint8Array>;
  /** The bytes while they are read, up to 4 GB, for formats that need no whole file; null = it can only be read whole. */
  readonly stream: (() => AsyncIterable<Uint8Array>) | null;
}
