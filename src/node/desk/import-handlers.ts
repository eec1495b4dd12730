import type { Input, Output } from '../../core/contract/calls.js';
import type { ImportedRow } from '../../core/contract/import-calls.js';
import { NewsroomError } from '../../core/errors.js';
import { FoundNames } from '../../core/import/name-mapping.js';
import type { Person } from '../../core/people/person.js';
import { foldName } from '../../core/text/fold.js';
import type { Library } from '../library/library.js';
import { ImportDesk } from './import-desk.js';
import { pastImports } from './import-record.js';
import { undoImport } from './undo-import.js';

interface ImportHost {
  readonly path: (token: string) => readonly string[];
  readonly person: () => Person | null;
  readonly isCancelled: (jobId: string) => boolean;
  readonly tellProgress: (progress: { jobId: string; label: string; done: number; total: number | null }) => void;
  readonly tellChanged: (ids: readonly string[]) => void;
}

type ImportCall = 'import.run' | 'import.list' | 'import.undo';

/** Rows that the window gets: what a person has to look at first, then a look at the rest. */
const mostRows = 500;
const rank = ({ outcome, losses }: ImportedRow): number =>
  outcome === 'refused' ? 0 : losses.length > 0 ? 1 : outcome === 'duplicate' ? 2 : 3;

/** The window's way to an import: a dry run first, then the run itself, and the way back. */
export function importHandlers(
  library: Library,
  host: ImportHost,
): { readonly [N in ImportCall]: (input: Input<N>) => Promise<Output<N>> } {
  return {
    'import.run': async ({ files, sectionId, dryRun, rules, jobId }) => {
      const desk = new ImportDesk(library);
      const rows: ImportedRow[] = [];
      const names = new FoundNames();
      let isCancelled = false;
      try {
        const job = {
          paths: host.path(files),
          fallbackSection: sectionId ?? undefined,
          rules,
          dryRun,
          person: host.person(),
          isCancelled: () => host.isCancelled(jobId),
          onProgress: (done: number) => {
            host.tellProgress({ jobId, label: dryRun ? 'preview' : 'import', done, total: null });
          },
        };
        for await (const row of desk.run(job)) {
          rows.push(row);
          if (row.outcome === 'imported') names.add({ sectionName: row.section ?? '', tagNames: row.tags ?? [] });
        }
      } catch (error) {
        // What was read until then is reported, and can be taken back like any import.
        if (!(error instanceof NewsroomError) || error.code !== 'job.cancelled') throw error;
        isCancelled = true;
      }
      const made = rows.filter(({ outcome }) => outcome === 'imported');
      if (!dryRun) host.tellChanged(made.flatMap(({ id }) => id ?? []));
      return {
        rows: rows.toSorted((left, right) => rank(left) - rank(right)).slice(0, mostRows),
        imported: made.length,
        duplicates: rows.filter(({ outcome }) => outcome === 'duplicate').length,
        refused: rows.filter(({ outcome }) => outcome === 'refused').length,
        withLosses: rows.filter(({ losses }) => losses.length > 0).length,
        names: withKnown(library, names),
        firstId: made[0]?.id ?? null,
        importId: desk.importId,
        isCancelled,
      };
    },
    'import.list': async () => [...(await pastImports(library))],
    'import.undo': async ({ importId }) => {
      const rows = await undoImport(library, importId);
      const removed = rows.filter(({ outcome }) => outcome === 'removed');
      host.tellChanged(removed.map(({ id }) => id));
      const kept = rows.filter(({ outcome }) => outcome === 'kept');
      return { rows: [...kept, ...removed].slice(0, mostRows), removed: removed.length, kept: kept.length };
    },
  };
}

function withKnown(library: Library, names: FoundNames): Output<'import.run'>['names'] {
  const { sections, tags } = library.taxonomy.value;
  const known = {
    section: new Set(sections.map(({ name }) => foldName(name))),
    tag: new Set(tags.map(({ name }) => foldName(name))),
  };
  return names.list.map(({ kind, name, stories }) => ({
    kind,
    name,
    stories,
    isKnown: known[kind].has(foldName(name)),
  }));
}
