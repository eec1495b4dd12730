import type { LibraryCallName, LibraryInfo } from '../core/contract/calls.js';
import type { News } from '../core/contract/news.js';
import type { Outcome } from '../core/contract/outcome.js';
import type { MediaId, PersonId } from '../core/ids.js';
import type { PictureRender } from '../core/media/picture-render.js';
import type { Person } from '../core/people/person.js';

/** Where a library is and how it begins. */
export interface OpenLibrary {
  readonly folder: string;
  readonly personId: PersonId | null;
}
export interface CreateLibrary {
  readonly folder: string;
  readonly publicationName: string;
  readonly language: string;
  readonly person: Person | null;
  readonly sample: boolean;
}

/** What the shell itself asks of the library process, beside the calls of the page. */
export interface HostCalls {
  open: { input: OpenLibrary; output: LibraryInfo };
  create: { input: CreateLibrary; output: LibraryInfo };
  close: { input: null; output: null };
  previewFile: { input: { key: string; path: string }; output: Uint8Array | null };
  /** A file made of a picture, for the window: a thumbnail, a crop. null = no such picture. */
  picture: { input: { id: MediaId; render: PictureRender }; output: Uint8Array | null };
  setPerson: { input: { personId: PersonId | null }; output: null };
  addPath: { input: { token: string; paths: readonly string[] }; output: null };
}

/** From the shell to the library process. */
export type Request =
  | { readonly kind: 'call'; readonly number: number; readonly name: LibraryCallName; readonly input: unknown }
  | { readonly kind: 'host'; readonly number: number; readonly name: keyof HostCalls; readonly input: unknown };

/** From the library process to the shell. */
export type Reply =
  | { readonly kind: 'answer'; readonly number: number; readonly outcome: Outcome<unknown> }
  /** A bug: the answer never comes, the shell's top handler deals with it. */
  | { readonly kind: 'bug'; readonly number: number; readonly message: string; readonly stack: string }
  | { readonly kind: 'progress'; readonly news: News<'job.progress'> }
  | { readonly kind: 'changed'; readonly news: News<'stories.changed'> }
  | { readonly kind: 'path'; readonly token: string; readonly path: string };
