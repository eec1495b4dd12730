import type { StoryId } from '../ids.js';
import type { Claim } from './claim.js';

/**
 * What a file of a shared folder is to this desk. `new` = a story that is not here; `newer` = a state that this desk has
 * not had; `mine` = this desk put it there; `taken` = taken in already, or it says what is here; `older` = another file has
 * a later state of the story from the same desk; `copy` = another file holds the very same; `partial` = not whole, or not
 * yet; `refused` = nothing that is read.
 */
export const folderStandings = ['new', 'newer', 'mine', 'taken', 'older', 'copy', 'partial', 'refused'] as const;
export type FolderStanding = (typeof folderStandings)[number];

/** What a package says of itself, and the name that its file has now: names are told, never believed. */
export interface FolderFile {
  readonly name: string;
  readonly guid: string;
  readonly state: string;
  readonly revision: number;
  readonly createdAt: string;
  /** The desk that wrote it; '' = an older version did not say. */
  readonly desk: string;
  readonly headline: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/** What this library knows of the story that a file is of. */
export interface KnownHere {
  readonly id: StoryId;
  /** Whether the state that the file holds went out from here, or came in, or is what is here now. */
  readonly had: 'out' | 'in' | 'now' | null;
}

export interface FolderRow {
  readonly name: string;
  readonly standing: FolderStanding;
  readonly file: FolderFile | null;
  /** The story here that it is of; null = none. */
  readonly id: StoryId | null;
  readonly claim: (Claim & { readonly isOwn: boolean }) | null;
}

/** The standing of each file, in the order of their names. */
export function standingsOf(
  files: readonly FolderFile[],
  knownOf: (file: FolderFile) => KnownHere | null,
): readonly { readonly file: FolderFile; readonly standing: FolderStanding; readonly id: StoryId | null }[] {
  const first = new Map<string, FolderFile>();
  for (const file of files.toSorted(plainestFirst)) {
    const key = `${file.guid} ${file.state}`;
    if (!first.has(key)) first.set(key, file);
  }
  return files.map((file) => {
    const known = knownOf(file);
    const standing = ((): FolderStanding => {
      if (first.get(`${file.guid} ${file.state}`) !== file) return 'copy';
      if (known?.had === 'out') return 'mine';
      if (known?.had) return 'taken';
      if (files.some((other) => isLaterOf(other, file))) return 'older';
      return known ? 'newer' : 'new';
    })();
    return { file, standing, id: known?.id ?? null };
  });
}

/** Of two files with the same content the one that no sync tool has renamed: the shorter name. */
const plainestFirst = (one: FolderFile, other: FolderFile): number =>
  one.name.length - other.name.length || (one.name < other.name ? -1 : 1);

/** Whether a file holds a later state of the same story from the same desk, by that desk's own counting. */
const isLaterOf = (other: FolderFile, file: FolderFile): boolean =>
  other.guid === file.guid && other.desk === file.desk && other.state !== file.state && other.revision > file.revision;
