import { assertGateOpen, atGate, isAbsolute, isGated } from '../../core/check/gate.js';
import { checkStory } from '../../core/check/rules.js';
import type { Finding, GateFinding } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import type { MoveName } from '../../core/story/states.js';
import type { Story } from '../../core/story/story.js';
import { unwaive, waive } from '../../core/story/waivers.js';
import type { Library } from '../library/library.js';
import type { SavedState } from '../library/story-store.js';
import { savedBy } from './saved-by.js';
import { TemplateDesk } from './template-desk.js';

/** What the rules of the desk find in a story, what that does to its next move, and what people let pass. */
export class CheckDesk {
  readonly #library: Library;
  readonly #templates: TemplateDesk;

  constructor(library: Library) {
    this.#library = library;
    this.#templates = new TemplateDesk(library);
  }

  /** The findings of a story as it is saved. */
  async saved(id: StoryId): Promise<readonly GateFinding[]> {
    return this.of((await this.#library.stories.read(id)).story);
  }

  of(story: Story): readonly GateFinding[] {
    return atGate(this.#findings(story), story, this.#library.settings.value.gate);
  }

  /** Nothing for a move that does not go towards readers. @throws NewsroomError `workflow.gate-closed` */
  assertMayPass(story: Story, move: MoveName): void {
    if (isGated(move)) assertGateOpen(this.of(story));
  }

  /**
   * Lets a finding pass, with a reason.
   * @param finding its id; a rule's name means all that it found
   * @throws NewsroomError `workflow.no-finding`, `workflow.not-waivable`, `workflow.note-missing`
   */
  async waive(id: StoryId, finding: string, reason: string, person: Person | null): Promise<SavedState> {
    const before = await this.#library.stories.read(id);
    const found = this.#findings(before.story).filter((each) => each.id === finding || each.rule === finding);
    if (found.length === 0) throw new NewsroomError('workflow.no-finding', { finding });
    const absolute = found.find(({ rule }) => isAbsolute(rule));
    if (absolute) throw new NewsroomError('workflow.not-waivable', { detail: absolute.message });
    const by = { person, now: this.#library.world.now(), note: reason };
    return this.#save(
      before,
      found.reduce((story, each) => waive(story, each, by), before.story),
      person,
    );
  }

  /** Takes a waiver back; where there is none nothing changes. */
  async unwaive(id: StoryId, finding: string, person: Person | null): Promise<SavedState> {
    const before = await this.#library.stories.read(id);
    const by = { person, now: this.#library.world.now(), note: '' };
    return this.#save(before, unwaive(before.story, { id: finding }, by), person);
  }

  #findings(story: Story): readonly Finding[] {
    return checkStory(story, {
      now: this.#library.world.now(),
      settings: this.#library.settings.value,
      template: this.#templates.of(story.templateId),
      stateOf: (other) => this.#library.index.row(other)?.state,
    });
  }

  #save(before: SavedState, story: Story, person: Person | null): Promise<SavedState> {
    if (story === before.story) return Promise.resolve(before);
    return this.#library.save(story, before.sha256, savedBy(person));
  }
}
