import { basename } from 'node:path';
import { emptyDocument } from '../../core/document/document.js';
import { NewsroomError } from '../../core/errors.js';
import { storyId, type MediaId } from '../../core/ids.js';
import { mediaTextsSchema, type MediaRecord } from '../../core/media/media-record.js';
import { arrivalOf, underOwnIds, type Arrival } from '../../core/package/arrival.js';
import { isFrozen } from '../../core/story/states.js';
import type { Story } from '../../core/story/story.js';
import { commonBase, type Exchange } from '../library/exchanges.js';
import type { Library } from '../library/library.js';
import type { SavedState } from '../library/story-store.js';
import { StoryPackage } from '../package/read-package.js';
import { savedBy } from './saved-by.js';
import { changedIn, mergedSides, saysTheSame } from './merged-sides.js';
import type { TakeIn, TakenIn } from './taken-in.js';
import { takeInWord } from './take-in-word.js';

/** Stories that come back from another desk, or come for the first time. */
export class TakeInDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /**
   * Takes a package in, or a Word document that comes back: a story that is not here as a new one, else merged with what is here. Nothing is overwritten: what
   * both changed is kept both ways with the story, unless `take` decides for all.
   * @throws NewsroomError `import.not-readable` (also where an edition is missing), `input.too-large`, `story.frozen`, `import.not-returned`
   */
  async takeIn({ path, person, take }: TakeIn): Promise<TakenIn> {
    await this.#library.assertWritable();
    if (path.toLowerCase().endsWith('.docx')) return takeInWord(this.#library, { path, person, take });
    return StoryPackage.with(path, async (opened) => {
      const { manifest } = opened;
      const came = await opened.story();
      const here = await this.#here(came);
      const exchanges = here ? await this.#library.exchanges.list(here.story.id) : [];
      const about = { headline: came.headline, from: manifest.from, merged: [], conflicts: [] };
      const known = here && knownAs(here, exchanges, manifest.story.sha256);
      if (known) return { ...about, id: here.story.id, outcome: known };
      // What can be refused is refused before anything is written.
      if (here && isFrozen(here.story.state)) throw new NewsroomError('story.frozen', { state: here.story.state });
      const arrival = arrivalOf(manifest.names, {
        taxonomy: this.#library.taxonomy.value,
        people: this.#library.people.value.people,
      });
      const theirs = this.#asOwn(came, arrival, here);
      const base = here ? await baseOf(opened, exchanges, arrival) : theirs;
      const sides = { base, mine: here?.story ?? theirs, theirs, from: manifest.from };
      const { story, conflicts } = mergedSides(sides, take, this.#library.world.newId);
      await this.#takeEditions(story, opened);
      await this.#takeNames(arrival);
      for await (const picture of opened.pictures()) await this.#takePicture(picture, manifest.media);
      const isNews = !here || !saysTheSame(story, here.story);
      if (isNews)
        await this.#library.save(
          story,
          here?.sha256 ?? null,
          savedBy(person),
          here ? manifest.story.sha256 : undefined,
        );
      await this.#library.exchanges.keep({
        direction: 'in',
        at: this.#library.world.now().toISOString(),
        with: manifest.from,
        fileName: basename(path),
        fileSha256: opened.sha256,
        stateSha256: manifest.story.sha256,
        bases: manifest.bases.map(({ state }) => state),
        story: theirs,
      });
      const merged = here ? changedIn(here.story, story) : [];
      return { ...about, id: story.id, outcome: !here ? 'new' : isNews ? 'merged' : 'same', merged, conflicts };
    });
  }

  /** The story here that a package is of: by its id, else by its guid, which stays the same wherever it goes. */
  async #here({ id, guid }: Story): Promise<SavedState | null> {
    const [row] = this.#library.index.sql.all(
      'SELECT id FROM stories WHERE id = ? OR guid = ? ORDER BY id <> ? LIMIT 1',
      [id, guid, id],
    );
    return row ? this.#library.stories.read(storyId.parse(row['id'])) : null;
  }

  #asOwn(came: Story, arrival: Arrival, here: SavedState | null): Story {
    const own = underOwnIds(came, arrival);
    return { ...own, id: here?.story.id ?? own.id, deskId: here?.story.deskId ?? this.#library.file.deskId };
  }

  /** Every edition that the story says it has is here afterwards: without one it could not be shown as it went out. */
  async #takeEditions({ id, edition }: Story, opened: StoryPackage): Promise<void> {
    for (let number = 1; number <= edition; number += 1) {
      if (await this.#library.editions.read(id, number)) continue;
      const bytes = await opened.edition(number);
      if (!bytes || !(await this.#library.editions.adopt(id, number, bytes)))
        throw new NewsroomError('import.not-readable', {
          detail: `edition ${String(number)} of its story is missing or not whole`,
        });
    }
  }

  async #takeNames({ missing }: Arrival): Promise<void> {
    const { taxonomy, people } = this.#library;
    if (missing.sections.length + missing.tags.length > 0)
      await taxonomy.change((value) => ({
        ...value,
        sections: [...value.sections, ...missing.sections],
        tags: [...value.tags, ...missing.tags],
      }));
    if (missing.people.length > 0)
      await people.change((value) => ({ ...value, people: [...value.people, ...missing.people] }));
  }

  async #takePicture(
    { id, bytes }: { readonly id: MediaId; readonly bytes: Uint8Array },
    records: Readonly<Record<string, MediaRecord>>,
  ): Promise<void> {
    const record = records[id];
    const added = await this.#library.media.add(record?.fileName ?? id, bytes, record?.addedBy ?? '');
    // One that is here keeps what this desk wrote of it.
    if (record && !added.isKnown) await this.#library.media.change(added.mediaId, mediaTextsSchema.parse(record));
  }
}

/** How a state that came stands to what is here, where that is known without reading the story; null = it is news. */
export function knownAs(
  here: Pick<SavedState, 'sha256' | 'story'>,
  exchanges: readonly Exchange[],
  state: string,
): 'same' | 'older' | null {
  if (here.sha256 === state) return 'same';
  const known = exchanges.find(({ stateSha256 }) => stateSha256 === state);
  if (!known)
    return exchanges.some(({ direction, bases }) => direction === 'in' && bases.includes(state)) ? 'older' : null;
  return saysTheSame(known.story, here.story) ? 'same' : 'older';
}

/** The state from which both sides began: this library's own copy of it, else the one that came along. */
async function baseOf(opened: StoryPackage, exchanges: readonly Exchange[], arrival: Arrival): Promise<Story> {
  const own = commonBase(
    exchanges,
    opened.manifest.bases.map(({ state }) => state),
  );
  if (own) return own;
  const came = await opened.base();
  return came ? underOwnIds(came, arrival) : nothingInCommon;
}

/** A base that says nothing: whatever differs was then written by both sides, and nobody's is taken for granted. */
const nothingInCommon = { body: emptyDocument, changes: {}, annotations: {} } as unknown as Story;
