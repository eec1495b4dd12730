import { basename } from 'node:path';
import type { Input, Output } from '../../core/contract/calls.js';
import type { ExportedRow, ShownProfile } from '../../core/contract/export-calls.js';
import { isFormat } from '../../core/export/format-names.js';
import { profileNamed, withProfile } from '../../core/export/export-profile.js';
import { storyId, type StoryId } from '../../core/ids.js';
import type { Library } from '../library/library.js';
import type { ExportDesk } from './export-desk.js';
import { isOut } from '../index/state-condition.js';

interface ExportHost {
  /** The paths behind a token that a dialog gave. */
  readonly path: (token: string) => readonly string[];
  readonly tokenFor: (path: string) => string;
  readonly isCancelled: (jobId: string) => boolean;
  readonly tellProgress: (progress: { jobId: string; label: string; done: number; total: number | null }) => void;
}

type ExportCall = 'export.run' | 'export.profiles' | 'export.saveProfile' | 'export.removeProfile';

const jobId = 'export';

/** The window's way to exports and their profiles. */
export function exportHandlers(
  library: Library,
  desk: ExportDesk,
  host: ExportHost,
): { readonly [N in ExportCall]: (input: Input<N>) => Promise<Output<N>> } {
  const kept = (): readonly ExportedProfile[] => library.profiles.value.profiles;
  const shown = (): ShownProfile[] =>
    kept().map(({ folder, ...profile }) => ({ ...profile, folderName: folder === null ? null : basename(folder) }));
  return {
    'export.run': async ({ ids, formats, ninjs, sinceLast, folder, profile }) => {
      const remembered = profile === null ? undefined : profileNamed(kept(), profile);
      const chosen = folder === null ? undefined : host.path(folder)[0];
      const path = chosen ?? remembered?.folder ?? library.layout.exports;
      const job = {
        ids: ids ?? everyPublished(library),
        formats: formats.filter(isFormat),
        folder: path,
        ninjs,
        sinceLast,
        isCancelled: () => host.isCancelled(jobId),
        onProgress: (done: number, total: number) => {
          host.tellProgress({ jobId, label: 'export', done, total });
        },
      };
      const rows: ExportedRow[] = [];
      for await (const row of desk.run(job)) rows.push(row);
      return { rows, folderToken: host.tokenFor(path) };
    },
    'export.profiles': () => Promise.resolve(shown()),
    'export.saveProfile': async ({ folder, ...profile }) => {
      await library.assertWritable();
      const path =
        folder === null ? (profileNamed(kept(), profile.name)?.folder ?? null) : (host.path(folder)[0] ?? null);
      await library.profiles.change((value) => ({
        ...value,
        profiles: withProfile(value.profiles, { ...profile, folder: path }),
      }));
      return shown();
    },
    'export.removeProfile': async ({ name }) => {
      await library.assertWritable();
      const gone = profileNamed(kept(), name);
      await library.profiles.change((value) => ({
        ...value,
        profiles: value.profiles.filter((profile) => profile !== gone),
      }));
      return shown();
    },
  };
}

type ExportedProfile = Library['profiles']['value']['profiles'][number];

function everyPublished(library: Library): readonly StoryId[] {
  return library.index.sql
    .all(`SELECT id FROM stories WHERE ${isOut} ORDER BY n`)
    .map((row) => storyId.parse(row['id']));
}
