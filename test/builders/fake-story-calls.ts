import { plainText } from '../../src/core/document/plain-text.js';
import { deskId } from '../../src/core/ids.js';
import { assignStory } from '../../src/core/story/assign-story.js';
import { moveStory } from '../../src/core/story/desk-moves.js';
import { undoMove } from '../../src/core/story/undo-move.js';
import { unwaive, waive } from '../../src/core/story/waivers.js';
import { newStory } from '../../src/core/story/story.js';
import type { ListCalls } from './fake-list-calls.js';
import type { FakeDesk, Handlers } from './fake-desk.js';

type StoryCalls = Omit<
  Pick<
    Handlers,
    Extract<
      keyof Handlers,
      `story.${string}` | `stories.${string}` | `finding.${string}` | `budget.${string}` | `history.${string}`
    >
  >,
  keyof ListCalls
>;

/** Stories: lists, opening, saving, moves and checks. */
export const storyCalls = (desk: FakeDesk): StoryCalls => ({
  'stories.list': (input) => desk.index.list(input),
  'stories.counts': () => desk.index.counts(),
  'story.open': ({ id }) => desk.opened(desk.get(id)),
  'story.create': ({ sectionId, templateId }) => {
    const { settings } = desk.newsroom;
    const deskOfStory = deskId.parse(desk.newId());
    const story = newStory(
      { settings, desk: deskOfStory, now: desk.now(), newId: desk.newId },
      { sectionId, templateId },
    );
    desk.put(story);
    return desk.opened(story);
  },
  'story.keepDraft': () => ({ keptAt: desk.now().toISOString() }),
  'story.save': ({ story }) => {
    desk.put({ ...story, modifiedAt: desk.now().toISOString() });
    return { revision: desk.revision, sha256: desk.sha(), savedAt: desk.now().toISOString() };
  },
  'story.recover': ({ id }) => {
    desk.recovery = null;
    return desk.opened(desk.get(id));
  },
  'story.recoverDamaged': ({ id }) => {
    desk.damaged = null;
    return desk.opened(desk.get(id));
  },
  'story.move': ({ id, move, note }) => {
    const moved = moveStory(desk.get(id), move, { person: null, now: desk.now(), note }, desk.newsroom.settings);
    desk.put(moved);
    return desk.opened(moved);
  },
  'story.update': ({ id }) => desk.opened(desk.get(id)),
  'story.assign': ({ id, to }) => {
    const person = desk.newsroom.people.find((each) => each.id === to) ?? null;
    desk.put(assignStory(desk.get(id), person, { person: null, now: desk.now() }));
    return desk.opened(desk.get(id));
  },
  'history.sinceSeen': () => null,
  'budget.write': () => ({ files: ['budget.html', 'budget.csv'], stories: 0 }),
  'story.undoMove': ({ id }) => {
    const undone = undoMove(desk.get(id), { person: null, now: desk.now(), note: '' });
    desk.put(undone);
    return desk.opened(undone);
  },
  'finding.waive': ({ id, finding, reason }) => {
    const by = { person: null, now: desk.now(), note: reason };
    desk.put(waive(desk.get(id), { id: finding, rule: finding, message: '' }, by));
    return desk.opened(desk.get(id));
  },
  'finding.unwaive': ({ id, finding }) => {
    desk.put(unwaive(desk.get(id), { id: finding }, { person: null, now: desk.now(), note: '' }));
    return desk.opened(desk.get(id));
  },
  'story.check': ({ id }) => {
    const story = desk.get(id);
    const tk = {
      rule: 'tk',
      severity: 'warning' as const,
      message: 'The body still holds a TK.',
      fix: 'Fill it or take it out.',
    };
    const none = {
      rule: 'headline',
      severity: 'error' as const,
      message: 'The story has no headline.',
      where: 'headline',
    };
    const found = [
      ...(plainText(story.body).includes('TK') ? [{ id: 'a', where: 'body:0', ...tk }] : []),
      ...(story.headline === '' ? [{ id: 'b', ...none }] : []),
      ...(story.related.length > 0
        ? [
            {
              id: 'c',
              rule: 'related',
              severity: 'error' as const,
              where: 'related:2',
              message: 'A related story was killed.',
            },
          ]
        : []),
    ];
    return found.map((finding) => ({
      ...finding,
      weight: finding.severity === 'error' ? ('block' as const) : ('warn' as const),
      isWaived: (story.waivers ?? []).some((waiver) => waiver.finding === finding.id),
      canWaive: finding.severity === 'error',
    }));
  },
  'story.preview': ({ id }) => ({ address: `copydesk-preview://story/${id}/`, anchors: [] }),
  'history.list': () => ({ versions: [], total: 0 }),
  'history.read': ({ id }) => ({ story: desk.get(id) }),
  'history.name': () => ({ version: '1-00000000' }),
  'history.restore': ({ id }) => ({ ...desk.opened(desk.get(id)), recovery: null }),
});
