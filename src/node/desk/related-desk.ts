import type { RelatedView, Suggestion } from '../../core/contract/calls.js';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import { isFrozen } from '../../core/story/states.js';
import type { RelatedItem } from '../../core/story/story.js';
import type { StoryRow } from '../../core/story/story-row.js';
import { cardExcerpt } from '../../core/text/excerpt.js';
import type { Library } from '../library/library.js';
import { sectionOf } from './named.js';
import { Reasons } from './related-reasons.js';

/** Related stories: what is linked, what could be, and who links here. */
export class RelatedDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** What is known now of the linked items, in their order. */
  async describe(items: readonly RelatedItem[]): Promise<RelatedView[]> {
    return Promise.all(items.map((item) => this.#describeOne(item)));
  }

  suggest(id: StoryId, limit: number, chosen: readonly string[] = []): Suggestion[] {
    const ranked = this.#library.related.find(id, limit + chosen.length);
    if (!ranked) throw new NewsroomError('story.not-found', { id });
    const reasons = new Reasons(this.#library, ranked.query);
    return ranked.found
      .filter(({ row }) => !chosen.includes(row.id))
      .slice(0, limit)
      .map((story) => ({
        row: story.row,
        score: Math.round(story.score * 1e6) / 1e6,
        reasons: reasons.of(story),
      }));
  }

  linkedFrom(id: StoryId): readonly StoryRow[] {
    return this.#library.index.marked('link', id, 200);
  }

  /** Adds one story to the end of another's list, unless it stands there. */
  async linkBack(from: StoryId, to: StoryId): Promise<void> {
    const { story, sha256 } = await this.#library.stories.read(to);
    if (isFrozen(story.state)) throw new NewsroomError('story.frozen', { state: story.state });
    if (story.related.some((item) => 'storyId' in item && item.storyId === from)) return;
    const modifiedAt = this.#library.world.now().toISOString();
    await this.#library.save({ ...story, related: [...story.related, { storyId: from }], modifiedAt }, sha256);
  }

  async #describeOne(item: RelatedItem): Promise<RelatedView> {
    if (!('storyId' in item)) {
      const { headline, section, excerpt, image, url } = item;
      const trouble = url === null ? 'noAddress' : null;
      return { item, headline, section, excerpt, state: null, date: null, image: image ?? null, trouble };
    }
    const row = this.#library.index.row(item.storyId);
    if (!row)
      return { item, headline: '', section: '', excerpt: '', state: null, date: null, image: null, trouble: 'missing' };
    const section = sectionOf(this.#library.taxonomy.value, row.sectionId)?.name ?? '';
    return {
      item,
      headline: row.headline || row.slugline,
      section,
      excerpt: await this.#excerpt(item.storyId),
      state: row.state,
      date: row.publishedAt ?? row.modifiedAt,
      image: row.leadImage,
      trouble: troubleOf(row),
    };
  }

  async #excerpt(id: StoryId): Promise<string> {
    try {
      const { story } = await this.#library.stories.read(id);
      return cardExcerpt(story.dek, story.body, this.#library.settings.value.excerptWords);
    } catch (error) {
      if (error instanceof NewsroomError) return '';
      throw error;
    }
  }
}

/** Why a linked story makes a bad card; null where it is fine. */
function troubleOf(row: StoryRow): RelatedView['trouble'] {
  switch (row.state) {
    case 'spiked':
    case 'killed':
    case 'recalled':
      return row.state;
    case 'published':
    case 'corrected':
      return null;
    default:
      return 'unpublished';
  }
}
