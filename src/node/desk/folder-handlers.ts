import { basename } from 'node:path';
import type { Input, Output } from '../../core/contract/calls.js';
import type { ShownFolderRow } from '../../core/contract/folder-calls.js';
import type { FolderRow } from '../../core/package/folder-row.js';
import type { Person } from '../../core/people/person.js';
import { SharedFolder } from '../folder/shared-folder.js';
import type { Library } from '../library/library.js';

interface FolderHost {
  readonly person: () => Person | null;
  /** The paths behind a token that a dialog gave. */
  readonly path: (token: string) => readonly string[];
  readonly tellChanged: (ids: readonly string[]) => void;
}

type FolderCall = 'folder.list' | 'folder.place' | 'folder.claim' | 'folder.release' | 'folder.take';

/** The window's way to the folder that several desks share. */
export function folderHandlers(
  library: Library,
  host: FolderHost,
): { readonly [N in FolderCall]: (input: Input<N>) => Promise<Output<N>> } {
  // What was read of the files is kept from look to look.
  let open: SharedFolder | undefined;
  const at = (token: string): SharedFolder => {
    const path = host.path(token)[0] ?? '';
    if (open?.path !== path) open = new SharedFolder(library, path);
    return open;
  };
  return {
    'folder.list': async ({ folder }) => {
      const { rows, vanished, more } = await at(folder).list();
      return { rows: rows.map(shown), vanished: [...vanished], more };
    },
    'folder.place': async ({ folder, id, to, note }) => {
      const { fileName, sha256, at: when } = await at(folder).place(id, { to, note, person: host.person() });
      return { fileName, sha256, at: when, to, folderToken: folder };
    },
    'folder.claim': async ({ folder, name }) => {
      await at(folder).claim(name, host.person());
      return null;
    },
    'folder.release': async ({ folder, name }) => {
      await at(folder).release(name);
      return null;
    },
    'folder.take': async ({ folder, name }) => {
      const { id, outcome, headline, from, merged, conflicts } = await at(folder).take(name, host.person());
      host.tellChanged([id]);
      const fileName = basename(name);
      return { fileName, outcome, id, headline, from, merged: merged.length, conflicts: conflicts.length, error: null };
    },
  };
}

const shown = ({ name, standing, file, id, claim }: FolderRow): ShownFolderRow => ({
  name,
  standing,
  id,
  headline: file?.headline ?? '',
  from: file?.from ?? '',
  to: file?.to ?? '',
  note: file?.note ?? '',
  createdAt: file?.createdAt ?? null,
  claim: claim && { person: claim.person, at: claim.at, isOwn: claim.isOwn },
});
