import type { OpenStory, Recovery } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import { sectionId, type PersonId, type SectionId, type StoryId } from '../../core/ids.js';
import { paragraphTexts, plainText } from '../../core/document/plain-text.js';
import type { Take } from '../../core/merge/conflict.js';
import { resolveConflict } from '../../core/merge/resolve-conflict.js';
import type { Person } from '../../core/people/person.js';
import { withdrawalNotice } from '../../core/export/withdrawal.js';
import { resolveChanges, suggestionsBy, suggestionsOf } from '../../core/review/suggestions.js';
import { withoutPrivate } from '../../core/story/without-private.js';
import { assignStory } from '../../core/story/assign-story.js';
import { correctStory, type Correction } from '../../core/story/correct-story.js';
import { defaultPlace } from '../../core/story/correction-notes.js';
import { moveStory } from '../../core/story/desk-moves.js';
import { assertCanMove, isFrozen, isWithdrawn, type MoveName } from '../../core/story/states.js';
import { contentOf, duplicateStory, splitStory, writeUpdate } from '../../core/story/copy-story.js';
import { assertNotExported, touchesReaders, undoableMove, undoMove } from '../../core/story/undo-move.js';
import { newStory, type NewStory, type Story, type StoryContent } from '../../core/story/story.js';
import type { SplitPoint } from '../../core/story/split-document.js';
import { countWords } from '../../core/text/words.js';
import type { Draft } from '../library/drafts.js';
import type { Edition } from '../library/editions.js';
import type { Library } from '../library/library.js';
import type { SavedState } from '../library/story-store.js';
import { CheckDesk } from './check-desk.js';
import { resolveRendition } from './resolve-rendition.js';
import { savedBy } from './saved-by.js';
import { topicLabel } from './topics.js';

export interface MoveRequest {
  readonly id: StoryId;
  readonly move: MoveName;
  readonly note: string;
  readonly person: Person | null;
}

/** What people do with one story: open, write, save, move, publish. */
export class StoryDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Opens a story; a damaged one is recovered from its history by `recoverDamaged`, after a person asked for it. */
  async open(id: StoryId): Promise<OpenStory> {
    const state = await this.#library.stories.read(id);
    const draft = await this.#library.drafts.leftBehind(id, state.story);
    return this.#opened(state, draft ? recoveryOf(state.story, draft) : null);
  }

  /** A new draft on this library's desk, in a section if one is given, by the person who sits here. */
  async create(
    person: Person | null,
    section: SectionId | null = null,
    content: Partial<StoryContent> = {},
  ): Promise<OpenStory> {
    const by = person ? { authors: [{ personId: person.id, role: 'writer' }], ...datelineOf(person) } : {};
    const story = newStory(this.#about(), { ...by, sectionId: section && sectionId.parse(section), ...content });
    return this.#opened(await this.#library.save(story, null, savedBy(person)), null);
  }

  /** A draft with the words of a story, made by the person who sits here or not: its authors stay as they were. */
  async duplicate(id: StoryId, headline: string): Promise<OpenStory> {
    const { story } = await this.#library.stories.read(id);
    return this.#opened(await this.#library.save(duplicateStory(story, this.#about(), headline), null), null);
  }

  /** A new story that brings one that is out up to date. @throws NewsroomError `workflow.not-allowed` */
  async update(id: StoryId, person: Person | null): Promise<OpenStory> {
    const { story } = await this.#library.stories.read(id);
    return this.#opened(await this.#library.save(writeUpdate(story, this.#about()), null, savedBy(person)), null);
  }

  /**
   * Parts a story before a block; answers the new one. It is safe before the old one loses its words, so that a crash
   * between the two leaves words twice and never none.
   * @throws NewsroomError `story.frozen`, `input.invalid`
   */
  async split(id: StoryId, point: SplitPoint, headline: string): Promise<OpenStory> {
    const before = await this.#library.stories.read(id);
    if (isFrozen(before.story.state)) throw new NewsroomError('story.frozen', { state: before.story.state });
    const [first, second] = splitStory(before.story, point, this.#about(), headline);
    const saved = await this.#library.save(second, null);
    await this.#library.save(first, before.sha256);
    await this.#library.drafts.drop(id);
    return this.#opened(saved, null);
  }

  async keepDraft(story: Story, baseSha256: string): Promise<string> {
    await this.#library.assertWritable();
    return this.#library.drafts.keep(story, baseSha256);
  }

  /**
   * A new saved state of the text. Only what people write is taken from the caller: state, log and edition are those of
   * the saved story, so that a late save never undoes a move.
   * @throws NewsroomError `story.frozen` for a story that has gone out
   */
  async save(story: Story, expected: string, person: Person | null = null): Promise<SavedState> {
    const before = (await this.#library.stories.read(story.id)).story;
    if (isFrozen(before.state)) throw new NewsroomError('story.frozen', { state: before.state });
    const { state, stateBefore, pubStatus, log, edition, createdAt, firstPublishedAt, publishedAt, guid, deskId } =
      before;
    const { waivers, assigneeId } = before;
    const kept = {
      state,
      stateBefore,
      pubStatus,
      log,
      ...(waivers ? { waivers } : {}),
      ...(assigneeId === undefined ? {} : { assigneeId }),
      edition,
      createdAt,
      firstPublishedAt,
      publishedAt,
      guid,
      deskId,
    };
    const saved = await this.#library.save(
      { ...story, ...kept, modifiedAt: this.#library.world.now().toISOString() },
      expected,
      savedBy(person),
    );
    await this.#library.drafts.drop(story.id);
    return saved;
  }

  /** A person's choice after a crash; `both` makes the draft a story of its own, which is opened. */
  async recover(id: StoryId, choice: 'draft' | 'saved' | 'both', person: Person | null): Promise<OpenStory> {
    const state = await this.#library.stories.read(id);
    const draft = await this.#library.drafts.leftBehind(id, state.story);
    if (!draft) return this.#opened(state, null);
    if (choice === 'draft') {
      const saved = await this.save(draft.story, state.sha256, person);
      return this.#opened(saved, null);
    }
    const opened =
      choice === 'both' ? await this.create(person, null, contentOf(draft.story)) : this.#opened(state, null);
    await this.#library.drafts.drop(id);
    return opened;
  }

  /** The newest whole version in place of a damaged one. */
  async recoverDamaged(id: StoryId): Promise<OpenStory> {
    return this.#opened(await this.#library.recover(id), null);
  }

  /** Decides one place that two desks changed; a conflict that is gone changes nothing. @throws NewsroomError `story.frozen` */
  async resolveConflict(id: StoryId, conflictId: string, take: Take, person: Person | null): Promise<OpenStory> {
    const before = await this.#library.stories.read(id);
    if (isFrozen(before.story.state)) throw new NewsroomError('story.frozen', { state: before.story.state });
    const resolved = resolveConflict(before.story, conflictId, take, this.#library.world.newId);
    if (resolved === before.story) return this.#opened(before, null);
    const story = { ...resolved, modifiedAt: this.#library.world.now().toISOString() };
    return this.#opened(await this.#library.save(story, before.sha256, savedBy(person)), null);
  }

  /**
   * Corrects a published story: the words, the note that readers get, a new edition.
   * @throws NewsroomError `workflow.not-allowed`, and the codes of `correctStory`
   */
  async correct(id: StoryId, correction: Correction, person: Person | null): Promise<OpenStory> {
    const { world, settings } = this.#library;
    const before = await this.#library.stories.read(id);
    const now = world.now();
    assertCanMove(before.story.state, 'correct', settings.value);
    const corrected = correctStory(before.story, correction, now);
    const note = corrected.corrections.at(-1)?.text ?? '';
    const moved = moveStory(corrected, 'correct', { person, now, note }, settings.value);
    return this.#opened(await this.#library.save(await this.#freeze(moved), before.sha256, savedBy(person)), null);
  }

  /** A move of the desk; what goes out or is taken back freezes an edition before the story says that it is out. */
  async move({ id, move, note, person }: MoveRequest): Promise<OpenStory> {
    const { world, settings } = this.#library;
    const before = await this.#library.stories.read(id);
    assertCanMove(before.story.state, move, settings.value);
    new CheckDesk(this.#library).assertMayPass(before.story, move);
    const moved = moveStory(before.story, move, { person, now: world.now(), note }, settings.value);
    const next = isFrozen(moved.state) ? await this.#freeze(withNote(moved, move, note)) : moved;
    return this.#opened(await this.#library.save(next, before.sha256, savedBy(person)), null);
  }

  /**
   * Gives a story to somebody who works on it from now on; null = to nobody.
   * @throws NewsroomError `taxonomy.not-found` for a person that is gone
   */
  async assign(id: StoryId, to: PersonId | null, person: Person | null): Promise<OpenStory> {
    const before = await this.#library.stories.read(id);
    const assignee = this.#library.people.value.people.find((each) => each.id === to) ?? null;
    if (to !== null && assignee === null) throw new NewsroomError('taxonomy.not-found', { kind: 'person' });
    const story = assignStory(before.story, assignee, { person, now: this.#library.world.now() });
    if (story === before.story) return this.#opened(before, null);
    return this.#opened(await this.#library.save(story, before.sha256, savedBy(person)), null);
  }

  /**
   * Takes the last move back, while no file was made of it; what readers have again is frozen anew, so that the chain of
   * editions says what happened.
   * @param at when that move was made, as the person saw it: a newer one is not taken back by mistake; null = the last
   * @throws NewsroomError `workflow.nothing-to-undo`, `workflow.exported`
   */
  async undoMove(id: StoryId, at: string | null, person: Person | null): Promise<OpenStory> {
    const { world, exported } = this.#library;
    const before = await this.#library.stories.read(id);
    const last = undoableMove(before.story);
    if (!last || (at !== null && last.at !== at)) throw new NewsroomError('workflow.nothing-to-undo');
    assertNotExported(last, (await exported.read())(id, touchesReaders(last)));
    const undone = undoMove(before.story, { person, now: world.now(), note: '' });
    const next = isFrozen(undone.state) ? await this.#freeze(undone) : undone;
    return this.#opened(await this.#library.save(next, before.sha256, savedBy(person)), null);
  }

  /**
   * Takes or refuses suggestions of the saved text: all, or those of one person; answers how many. Nothing to decide
   * makes no new saved state.
   * @throws NewsroomError `story.frozen`
   */
  async settleSuggestions(
    id: StoryId,
    verdict: 'accept' | 'reject',
    by: string | null = null,
    person: Person | null = null,
  ): Promise<{ readonly story: Story; readonly settled: number }> {
    const before = await this.#library.stories.read(id);
    if (isFrozen(before.story.state)) throw new NewsroomError('story.frozen', { state: before.story.state });
    const chosen =
      by === null
        ? new Set(suggestionsOf(before.story).map((suggestion) => suggestion.id))
        : suggestionsBy(before.story, by, this.#library.people.value.people);
    if (chosen.size === 0) return { story: before.story, settled: 0 };
    const modifiedAt = this.#library.world.now().toISOString();
    const story = { ...before.story, ...resolveChanges(before.story, verdict, chosen), modifiedAt };
    // A draft that a crash left behind stays: it is somebody's newer text.
    await this.#library.save(story, before.sha256, savedBy(person));
    return { story, settled: chosen.size };
  }

  #about(): NewStory {
    const { settings, file, world } = this.#library;
    return { settings: settings.value, desk: file.deskId, now: world.now(), newId: world.newId };
  }

  async #freeze(story: Story): Promise<Story> {
    const { editions, world } = this.#library;
    const { story: published, content } = await nextEdition(this.#library, story);
    await editions.freeze(story.id, content, world.now());
    return published;
  }

  #opened({ story, revision, sha256 }: SavedState, recovery: Recovery | null): OpenStory {
    return { story, revision, sha256, recovery };
  }
}

/** A correction without new words still tells readers why there is another edition. */
const withNote = (story: Story, move: MoveName, note: string): Story =>
  move === 'correct' ? { ...story, corrections: [...story.corrections, noteOnly(story, note)] } : story;

const noteOnly = ({ modifiedAt }: Story, note: string): Story['corrections'][number] => ({
  type: 'correction',
  text: note.trim(),
  at: modifiedAt,
  place: defaultPlace('correction'),
});

/** A story with its next edition's number, and that edition as it will be frozen. */
export async function nextEdition(
  library: Library,
  story: Story,
): Promise<{ story: Story; content: Omit<Edition, 'sha256'> }> {
  const number = story.edition + 1;
  const published = { ...story, edition: number };
  const whole = await resolveRendition(library, published, number, topicLabel);
  const { state, notice, modifiedAt } = published;
  const rendition = isWithdrawn(state) ? withdrawalNotice(whole, state, notice, modifiedAt) : whole;
  const before = story.edition === 0 ? undefined : await library.editions.read(story.id, story.edition);
  const kept = withoutPrivate(published);
  return {
    story: published,
    content: {
      number,
      previous: before?.sha256 ?? null,
      appVersion: library.world.appVersion,
      rendition,
      // What was taken back is not in its notice either.
      story: isWithdrawn(state) ? { ...kept, body: rendition.body, dek: '', leadImage: null, related: [] } : kept,
    },
  };
}

/** The place that a person writes from stands in the dateline until somebody changes it. */
const datelineOf = ({ place }: Person): Pick<Story, 'dateline'> =>
  place.trim() === '' ? { dateline: null } : { dateline: { located: place.trim(), date: null, text: '' } };

function recoveryOf(saved: Story, draft: Draft): Recovery {
  const lines = (story: Story): string[] => [story.headline, story.dek, ...paragraphTexts(story.body)];
  return {
    savedAt: draft.keptAt,
    savedWords: countWords(plainText(saved.body)),
    draftWords: countWords(plainText(draft.story.body)),
    saved: lines(saved),
    draft: lines(draft.story),
  };
}
