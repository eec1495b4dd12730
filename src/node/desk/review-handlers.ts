import { basename, dirname } from 'node:path';
import type { Input, Output } from '../../core/contract/calls.js';
import type { TakenInRow } from '../../core/contract/review-calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { Person } from '../../core/people/person.js';
import type { Library } from '../library/library.js';
import { HandOverDesk } from './hand-over-desk.js';
import type { StoryDesk } from './story-desk.js';
import { TakeInDesk } from './take-in-desk.js';

interface ReviewHost {
  readonly person: () => Person | null;
  /** The paths behind a token that a dialog gave. */
  readonly path: (token: string) => readonly string[];
  readonly tokenFor: (path: string) => string;
  readonly tellChanged: (ids: readonly string[]) => void;
}

type ReviewCall = 'handOver.write' | 'handOver.takeIn' | 'handOver.list' | 'conflict.resolve' | 'correction.publish';

/** The window's way to hand-over, merging and corrections. */
export function reviewHandlers(
  library: Library,
  stories: StoryDesk,
  host: ReviewHost,
): { readonly [N in ReviewCall]: (input: Input<N>) => Promise<Output<N>> } {
  return {
    'handOver.write': async ({ id, folder, to, note, as }) => {
      const target = host.path(folder)[0] ?? '';
      const receipt = await new HandOverDesk(library).handOver({ id, target, to, note, as, person: host.person() });
      const { fileName, sha256, at, path } = receipt;
      return { fileName, sha256, at, to, folderToken: host.tokenFor(dirname(path)) };
    },
    'handOver.takeIn': async ({ files }) => {
      const rows: TakenInRow[] = [];
      // One after another: two of them may be of one story.
      for (const path of host.path(files)) rows.push(await takeOne(library, path, host.person()));
      host.tellChanged(rows.flatMap(({ id }) => (id === null ? [] : [id])));
      return rows;
    },
    'handOver.list': async ({ id }) =>
      (await library.exchanges.list(id)).map((exchange) => ({
        direction: exchange.direction,
        with: exchange.with,
        at: exchange.at,
        fileName: exchange.fileName,
        sha256: exchange.fileSha256,
      })),
    'conflict.resolve': ({ id, conflictId, take }) => stories.resolveConflict(id, conflictId, take, host.person()),
    'correction.publish': ({ id, ...correction }) => stories.correct(id, correction, host.person()),
  };
}

async function takeOne(library: Library, path: string, person: Person | null): Promise<TakenInRow> {
  const fileName = basename(path);
  try {
    const taken = await new TakeInDesk(library).takeIn({ path, person, take: null });
    const { id, outcome, headline, from, merged, conflicts } = taken;
    return { fileName, outcome, id, headline, from, merged: merged.length, conflicts: conflicts.length, error: null };
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    const refused = { code: error.code, message: error.userMessage };
    return { fileName, outcome: 'refused', id: null, headline: '', from: '', merged: 0, conflicts: 0, error: refused };
  }
}
