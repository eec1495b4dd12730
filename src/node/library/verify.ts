import * as fs from 'node:fs/promises';
import { join, relative } from 'node:path';
import { canonicalJson } from '../../core/library/canonical-json.js';
import type { FileFormat } from '../../core/library/envelope.js';
import { storyId } from '../../core/ids.js';
import { mediaOfStory } from '../../core/story/media-of-story.js';
import { storySchema } from '../../core/story/story.js';
import { isMissing } from '../files/errno.js';
import { isDamaged, readSealed } from '../files/sealed-file.js';
import { sha256 } from '../files/sha256.js';
import type { Library } from './library.js';

export interface VerifyFinding {
  readonly kind: string;
  /** Inside the library. */
  readonly path: string;
  readonly detail: string;
}

export interface VerifyCounts {
  stories: number;
  versions: number;
  media: number;
  findings: number;
}

/** Reads everything that a library keeps and says what is not as it was written. Changes nothing. */
export async function* verifyLibrary(library: Library): AsyncGenerator<VerifyFinding, VerifyCounts> {
  const counts: VerifyCounts = { stories: 0, versions: 0, media: 0, findings: 0 };
  for await (const finding of findings(library, counts)) {
    counts.findings += 1;
    yield finding;
  }
  return counts;
}

async function* findings(library: Library, counts: VerifyCounts): AsyncGenerator<VerifyFinding> {
  const { layout } = library;
  for (const [format, id, path] of [
    ['copydesk-library', 'library', layout.library],
    ['copydesk-taxonomy', 'taxonomy', layout.taxonomy],
    ['copydesk-people', 'people', layout.people],
    ['copydesk-settings', 'settings', layout.settings],
  ] as const)
    yield* sealFindings(library, path, format, id, true);
  // A library that never changed a template, named a list or an export has none of these files.
  yield* sealFindings(library, layout.templates, 'copydesk-templates', 'templates', false);
  yield* sealFindings(library, layout.views, 'copydesk-views', 'views', false);
  yield* sealFindings(library, layout.profiles, 'copydesk-profiles', 'profiles', false);
  const sections = new Set(library.taxonomy.value.sections.map(({ id }) => id));
  for await (const { shard, ids, others } of library.stories.shards()) {
    for (const name of others)
      yield { kind: 'unknownFile', path: `stories/${shard}/${name}`, detail: 'not a story of this library' };
    for (const id of ids) {
      counts.stories += 1;
      yield* storyFindings(library, id, sections, counts);
    }
  }
  yield* mediaFindings(library, counts);
  for (const trouble of library.index.troubles().filter(({ kind }) => kind === 'missing'))
    yield { kind: 'missing', path: trouble.path, detail: trouble.detail };
}

async function* sealFindings(
  library: Library,
  path: string,
  format: FileFormat,
  id: string,
  needed: boolean,
): AsyncGenerator<VerifyFinding> {
  const read = await readSealed(path, format, id);
  const shown = relative(library.layout.root, path);
  if (read === undefined) {
    if (needed) yield { kind: 'missing', path: shown, detail: 'the file is gone' };
  } else if (isDamaged(read)) yield { kind: read.damage, path: shown, detail: read.detail };
  else if (sha256(canonicalJson(read.envelope.payload)) !== read.envelope.sha256)
    yield { kind: 'wrongHash', path: shown, detail: 'the content is not the one that its hash names' };
}

async function* storyFindings(
  library: Library,
  id: string,
  sections: ReadonlySet<string>,
  counts: VerifyCounts,
): AsyncGenerator<VerifyFinding> {
  const path = library.layout.story(id);
  const shown = relative(library.layout.root, path);
  const read = await readSealed(path, 'copydesk-story', id);
  yield* sealFindings(library, path, 'copydesk-story', id, true);
  if (read === undefined || isDamaged(read)) return;
  const parsed = storySchema.safeParse(read.envelope.payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    yield { kind: 'wrongContent', path: shown, detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
    return;
  }
  const story = parsed.data;
  if (story.sectionId && !sections.has(story.sectionId))
    yield { kind: 'unknownSection', path: shown, detail: story.sectionId };
  for (const media of mediaOfStory(story))
    if (!(await exists(library.layout.mediaFile(media)))) yield { kind: 'pictureMissing', path: shown, detail: media };
  for (const entry of await library.stories.history.list(id)) {
    counts.versions += 1;
    if (!(await library.stories.history.read(storyId.parse(id), entry)))
      yield {
        kind: 'damagedVersion',
        path: relative(library.layout.root, entry.path),
        detail: 'an earlier version does not read',
      };
    else if (entry.revision > read.envelope.revision)
      yield {
        kind: 'older',
        path: shown,
        detail: `saved state ${String(read.envelope.revision)}, its history knows ${String(entry.revision)}`,
      };
  }
  const exchanges = library.layout.exchangesOf(id);
  for (const name of await names(exchanges))
    yield* sealFindings(library, join(exchanges, name), 'copydesk-exchange', id, true);
  yield* editionFindings(library, id, story.edition);
}

/** Each edition is whole and names the one before it: one that was put in the place of another does not. */
async function* editionFindings(library: Library, id: string, last: number): AsyncGenerator<VerifyFinding> {
  let before: string | null = null;
  for (let number = 1; number <= last; number += 1) {
    const path = library.layout.edition(id, number);
    yield* sealFindings(library, path, 'copydesk-edition', id, true);
    const read = await readSealed(path, 'copydesk-edition', id);
    const envelope = read && !isDamaged(read) ? read.envelope : null;
    const about = envelope?.payload as { readonly number?: unknown; readonly previous?: unknown } | undefined;
    // Editions of older versions do not name the one before.
    const isLinked = about?.previous === undefined || about.previous === before;
    if (envelope && (about?.number !== number || !isLinked))
      yield {
        kind: 'brokenChain',
        path: relative(library.layout.root, path),
        detail: `edition ${String(number)} does not follow the one before it`,
      };
    before = envelope?.sha256 ?? null;
  }
}

async function* mediaFindings(library: Library, counts: VerifyCounts): AsyncGenerator<VerifyFinding> {
  for (const folder of await names(library.layout.media)) {
    for (const name of await names(join(library.layout.media, folder))) {
      const path = join(library.layout.media, folder, name);
      if (name.endsWith('.json')) {
        yield* sealFindings(library, path, 'copydesk-media', name.slice(0, -'.json'.length), true);
        continue;
      }
      counts.media += 1;
      const hash = sha256(await fs.readFile(path));
      if (name.slice(0, 64) !== hash)
        yield {
          kind: 'damagedPicture',
          path: `media/${folder}/${name}`,
          detail: 'the content is not the one that its name says',
        };
    }
  }
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return (await fs.readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await fs.access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
