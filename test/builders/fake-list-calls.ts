import type { BulkRow } from '../../src/core/contract/list-calls.js';
import { NewsroomError } from '../../src/core/errors.js';
import { bulkBefore, changeInBulk, undoInBulk, type BulkBefore } from '../../src/core/story/bulk-change.js';
import { duplicateStory, splitStory } from '../../src/core/story/copy-story.js';
import { allTemplates } from '../../src/core/story/shipped-templates.js';
import { suggestSluglines } from '../../src/core/story/slugline.js';
import { deskId, type StoryId } from '../../src/core/ids.js';
import type { NewStory, Story } from '../../src/core/story/story.js';
import type { FakeDesk, Handlers } from './fake-desk.js';

type ListCallName =
  | 'stories.ids'
  | 'stories.bulk'
  | 'stories.bulkUndo'
  | 'story.sluglines'
  | 'story.duplicate'
  | 'story.split'
  | 'template.save'
  | 'template.remove'
  | 'views.save'
  | 'people.merge'
  | 'people.uses';
export type ListCalls = Pick<Handlers, ListCallName>;

const undos = new WeakMap<FakeDesk, Map<string, Map<StoryId, BulkBefore>>>();

/** Bulk changes, copies, templates, named lists and people of a newsroom in memory. */
export const listCalls = (desk: FakeDesk): ListCalls => ({
  'stories.ids': (query) => desk.index.list(query).rows.map(({ id }) => id),
  'stories.bulk': ({ ids, change }) => {
    const before = new Map<StoryId, BulkBefore>();
    const by = { person: null, now: desk.now() };
    const rows = ids.map((id) =>
      answered(desk, id, (story) => {
        const next = changeInBulk(story, change, by, desk.newsroom.settings);
        if (next !== story) before.set(id, bulkBefore(story));
        return next;
      }),
    );
    const undo = desk.newId();
    undos.set(desk, (undos.get(desk) ?? new Map<string, Map<StoryId, BulkBefore>>()).set(undo, before));
    return { rows, undo: before.size > 0 ? undo : null };
  },
  'stories.bulkUndo': ({ undo }) => {
    const by = { person: null, now: desk.now() };
    const known = undos.get(desk);
    const before = [...(known?.get(undo === 'last' ? ([...known.keys()].at(-1) ?? '') : undo) ?? [])];
    return { rows: before.map(([id, was]) => answered(desk, id, (story) => undoInBulk(story, was, by))), undo: null };
  },
  'story.sluglines': ({ headline }) => [
    ...suggestSluglines({ headline, pattern: '', section: '', date: '2026-02-03', sameDay: [] }),
  ],
  'story.duplicate': ({ id, headline }) => {
    const copy = duplicateStory(desk.get(id), aboutNew(desk), headline);
    desk.put(copy);
    return desk.opened(copy);
  },
  'story.split': ({ id, headline, ...point }) => {
    const [first, second] = splitStory(desk.get(id), point, aboutNew(desk), headline);
    desk.put(first);
    desk.put(second);
    return desk.opened(second);
  },
  'template.save': (template) => {
    desk.templates = [...desk.templates.filter(({ id }) => id !== template.id), template];
    return [...allTemplates(desk.templates)];
  },
  'template.remove': ({ id }) => {
    desk.templates = desk.templates.filter((template) => template.id !== id);
    return [...allTemplates(desk.templates)];
  },
  'views.save': (views) => {
    desk.views = views;
    return views;
  },
  'people.uses': () => ({ author: [], source: [] }),
  'people.merge': ({ id }) => {
    desk.change({ people: desk.newsroom.people.filter((person) => person.id !== id) });
    return [...desk.newsroom.people];
  },
});

const aboutNew = (desk: FakeDesk): NewStory => ({
  settings: desk.newsroom.settings,
  desk: deskId.parse(desk.newId()),
  now: desk.now(),
  newId: desk.newId,
});

function answered(desk: FakeDesk, id: StoryId, next: (story: Story) => Story): BulkRow {
  const story = desk.get(id);
  const row = { id, headline: story.headline };
  try {
    const changed = next(story);
    if (changed === story) return { ...row, outcome: 'unchanged', message: '' };
    desk.put(changed);
    return { ...row, outcome: 'done', message: '' };
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return { ...row, outcome: 'refused', message: error.userMessage };
  }
}
