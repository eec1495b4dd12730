import type { SiteEntry } from './site-manifest.js';

/** Where a site is written: a folder that may hold the site of last time, or a zip. */
export interface SiteTarget {
  readonly manifest: {
    readonly paths: readonly string[];
    entry(path: string): SiteEntry | undefined;
    isIntact(path: string): boolean;
  };
  stage(path: string, bytes: string | Uint8Array): void;
  read(path: string): Uint8Array;
  finish(files: ReadonlyMap<string, SiteEntry>, remove: readonly string[]): void | Promise<void>;
  close(): Promise<void>;
}
