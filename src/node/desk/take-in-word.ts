import * as fs from 'node:fs/promises';
import { basename } from 'node:path';
import { NewsroomError } from '../../core/errors.js';
import { storyId } from '../../core/ids.js';
import { readReturned, returnedFrom } from '../../core/import/docx/returned-lines.js';
import { canonicalJson } from '../../core/library/canonical-json.js';
import { wordReturn } from '../../core/merge/word-return.js';
import { isFrozen } from '../../core/story/states.js';
import { errnoOf } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import type { Exchange } from '../library/exchanges.js';
import type { Library } from '../library/library.js';
import { decodeText } from './import-context.js';
import { changedIn, mergedSides, saysTheSame } from './merged-sides.js';
import { savedBy } from './saved-by.js';
import type { TakeIn, TakenIn } from './taken-in.js';

/** As large as a document may be that is read (`import-file.ts`). */
const mostBytes = 200 * 1024 ** 2;

/**
 * Takes a Word document in that went out from here: what was changed in it is merged like what another desk sends.
 * @throws NewsroomError `import.not-returned` for any other document, `story.frozen`, `import.not-readable`
 */
export async function takeInWord(library: Library, { path, person, take }: TakeIn): Promise<TakenIn> {
  const bytes = await readFile(path);
  const went = returnedFrom(bytes, decodeText);
  const id = storyId.safeParse(went?.story);
  const exchanges =
    id.success && library.index.numberOf(id.data) !== undefined ? await library.exchanges.list(id.data) : [];
  const sent = exchanges.find(
    ({ direction, stateSha256, sent: lines }) => direction === 'out' && lines && stateSha256 === went?.state,
  );
  if (!id.success || !sent?.sent) throw new NewsroomError('import.not-returned', { name: basename(path) });
  const fileSha256 = sha256(bytes);
  const here = await library.stories.read(id.data);
  const about = { id: id.data, headline: here.story.headline, merged: [], conflicts: [] };
  const came = readReturned(bytes, decodeText);
  const from = came.from || sent.with;
  if (exchanges.some((each) => isSame(each, fileSha256))) return { ...about, from, outcome: 'same' };
  if (isFrozen(here.story.state)) throw new NewsroomError('story.frozen', { state: here.story.state });
  const now = library.world.now();
  const idOf = (key: string): string => uuidOf(`${sent.stateSha256}\n${key}`);
  const theirs = wordReturn(sent.story, sent.sent, came, idOf, now).story;
  const sides = { base: sent.story, mine: here.story, theirs, from };
  const { story, conflicts } = mergedSides(sides, take, library.world.newId);
  const isNews = !saysTheSame(story, here.story);
  const stateSha256 = sha256(canonicalJson(theirs));
  if (isNews) await library.save(story, here.sha256, savedBy(person), stateSha256);
  await library.exchanges.keep({
    direction: 'in',
    at: now.toISOString(),
    with: from,
    fileName: basename(path),
    fileSha256,
    stateSha256,
    bases: [sent.stateSha256],
    story: theirs,
  });
  return { ...about, from, outcome: isNews ? 'merged' : 'same', merged: changedIn(here.story, story), conflicts };
}

const isSame = (exchange: Exchange, fileSha256: string): boolean =>
  exchange.direction === 'in' && exchange.fileSha256 === fileSha256;

async function readFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await fs.stat(path);
    if (size > mostBytes)
      throw new NewsroomError('input.too-large', { detail: 'The document is larger than any that is read' });
    return await fs.readFile(path);
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    throw new NewsroomError(
      'import.not-readable',
      { detail: code === 'ENOENT' ? 'there is no such file' : code },
      { cause: error },
    );
  }
}

/** The same id for the same thing, in the form of every other one. */
function uuidOf(text: string): string {
  const hex = sha256(text);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
