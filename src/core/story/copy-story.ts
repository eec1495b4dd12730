import { withBlockIds } from '../document/block-ids.js';
import { documentView } from '../document/document-view.js';
import { NewsroomError } from '../errors.js';
import { isPublic } from './states.js';
import { splitDocument, type SplitPoint } from './split-document.js';
import { newStory, type NewStory, type Story, type StoryContent } from './story.js';

/**
 * A draft with all that people wrote in a story and nothing of its life: no state, log, edition, schedule, corrections
 * or page address. Suggestions are taken as accepted, since who made them stays with the first story.
 */
export function duplicateStory(story: Story, about: NewStory, headline: string): Story {
  const at = about.now.toISOString();
  const content = {
    ...contentOf(story),
    headline: headline.slice(0, 2_000),
    urlSlug: '',
    createdAt: at,
    modifiedAt: at,
  };
  const made = newStory(about, {
    ...content,
    schedule: null,
    corrections: [],
    notice: '',
    origin: null,
    body: withBlockIds(documentView(story.body, 'accepted'), about.newId),
  });
  return withSources(made, story);
}

/** What stands beside the slugline of a story that brings another up to date; wires and field editors know it. */
const updateKey = 'update';

/**
 * An update (writethru) of a story that is out: a new story with its text and its filing, which says what it brings up to
 * date and has it first among its related stories. The story that is out stays as it is.
 * @throws NewsroomError `workflow.not-allowed` for a story that is not out
 */
export function writeUpdate(story: Story, about: NewStory): Story {
  if (!isPublic(story.state))
    throw new NewsroomError('workflow.not-allowed', {
      from: story.state,
      to: 'update',
      allowed: 'a published story only',
    });
  const made = duplicateStory(story, about, story.headline);
  const others = made.related.filter((item) => !('storyId' in item && item.storyId === story.id));
  return {
    ...made,
    takeKey: updateKey,
    related: [{ storyId: story.id }, ...others].slice(0, 200),
    updateOf: { storyId: story.id, guid: story.guid },
  };
}

/** Who was spoken to for a text was so for its copy. */
const withSources = (made: Story, { sources }: Story): Story => (sources ? { ...made, sources } : made);

/** What of a story may start another one: all that people wrote, nothing of its life. */
export function contentOf(story: Story): Partial<StoryContent> {
  const { id: _id, deskId: _desk, guid: _guid, state: _state, stateBefore: _before, pubStatus: _pub, ...rest } = story;
  const {
    log: _log,
    edition: _edition,
    changes: _changes,
    annotations: _annotations,
    sources: _sources,
    waivers: _waivers,
    assigneeId: _assignee,
    updateOf: _update,
    createdAt: _at,
    sourceId: _source,
    ...content
  } = rest;
  return { ...content, firstPublishedAt: null, publishedAt: null };
}

/**
 * Parts a story in two at a point: the first keeps what stands above, the second is a new draft with the rest, and each has the other among its related stories. Suggestions and notes go along with their text.
 * @throws NewsroomError `input.invalid` where nothing stands above or below, or the block is not in the text
 */
export function splitStory(
  story: Story,
  point: SplitPoint,
  about: NewStory,
  headline: string,
): readonly [Story, Story] {
  const [above, below] = splitDocument(story.body, point, about.newId) ?? [[], []];
  if (above.length === 0 || below.length === 0)
    throw new NewsroomError('input.invalid', { detail: 'a story is split where something stands above and below' });
  const iso = about.now.toISOString();
  const content = {
    ...contentOf(story),
    headline: headline.slice(0, 2_000),
    urlSlug: '',
    createdAt: iso,
    modifiedAt: iso,
  };
  const made = newStory(about, {
    ...content,
    schedule: null,
    corrections: [],
    notice: '',
    origin: null,
    leadImage: null,
    related: [{ storyId: story.id }],
    body: { type: 'doc', content: below },
  });
  const second = { ...withSources(made, story), changes: story.changes, annotations: story.annotations };
  const first = {
    ...story,
    body: { type: 'doc' as const, content: above },
    related: [...story.related, { storyId: second.id }],
    modifiedAt: iso,
  };
  return [first, second];
}
