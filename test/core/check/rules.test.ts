import { describe, expect, test } from 'vitest';
import { rules, checkStory } from '../../../src/core/check/rules.js';
import type { CheckContext } from '../../../src/core/check/rule.js';
import { findingSchema } from '../../../src/core/contract/calls.js';
import { mediaId, personId, sectionId, storyId } from '../../../src/core/ids.js';
import { plainUse } from '../../../src/core/media/picture-use.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import type { StoryState } from '../../../src/core/story/states.js';
import { blankTemplate } from '../../../src/core/story/template.js';
import type { Story } from '../../../src/core/story/story.js';
import { deleted, doc, img, inserted, link, p, story, storyLink, testNow, text, uuid } from '../../builders/story.js';

const states: Readonly<Record<string, StoryState>> = {
  [uuid(20)]: 'published',
  [uuid(21)]: 'spiked',
  [uuid(22)]: 'killed',
  [uuid(23)]: 'draft',
  [uuid(24)]: 'recalled',
};
const context: CheckContext = {
  now: testNow,
  settings: { ...defaultSettings, limits: { ...defaultSettings.limits, words: { min: null, max: 1_000 } } },
  template: { ...blankTemplate('test', 'Test'), required: ['slugline'] },
  stateOf: (id) => states[id],
};
const item = (number: number): Story['related'][number] => ({ storyId: storyId.parse(uuid(number)) });
const picture = {
  mediaId: mediaId.parse(`${'a'.repeat(64)}.jpg`),
  alt: 'A ferry at the quay.',
  caption: 'The ferry.',
  credit: 'Photo: A. Person',
};

/** A story of which no rule complains. */
const good = story({
  headline: 'Ferry returns to the old harbour of the U.S.',
  slugline: 'ferry',
  dek: 'It will cross “every twenty minutes”.',
  sectionId: sectionId.parse(uuid(30)),
  authors: [{ personId: personId.parse(uuid(31)), role: 'writer' }],
  leadImage: { ...plainUse, ...picture },
  related: [item(20)],
  body: doc(
    p('On Tuesday, 3 February 2026 the ferry returned; ', storyLink('an earlier story', uuid(20)), ' had said so.'),
    img({ ...picture, blockId: 'b2' }),
    p('“I waited for years.'),
    p('“Now it is here,” she said of the 12" gun.'),
  ),
});

/** One change for each rule that it must find, and nothing else may. */
const broken: Readonly<Record<string, Partial<Story>>> = {
  'headline-missing': { headline: ' … ' },
  'headline-long': { headline: 'x'.repeat(121) },
  'headline-full-stop': { headline: 'Ferry returns.' },
  'dek-long': { dek: 'x'.repeat(301) },
  'headline-slot-length': { headlines: { web: '', print: 'x'.repeat(61), seo: '', social: '' } },
  'section-missing': { sectionId: null },
  'byline-missing': { authors: [], byline: ' ' },
  'language-invalid': { language: 'english, please' },
  'embargo-in-force': { embargo: { at: '2026-02-03T12:00:00.000Z', tz: 'Europe/Berlin' } },
  'body-length': { body: doc(p('word '.repeat(1_001).trim())) },
  'template-field': { slugline: ' ' },
  'body-empty': { body: doc(p(), p(' – ')) },
  'suggestions-open': { body: doc(p('The ferry ', inserted('sailed'), deleted('left', 'c2'))) },
  'legal-flag-open': { annotations: { a1: { kind: 'legal', thread: [], resolved: false } } },
  'conflicts-open': {
    conflicts: [
      { id: 'c1', blockId: null, path: 'headline', base: 'A', mine: 'B', theirs: 'C', from: 'The other desk' },
    ],
  },
  'tk-left': { body: doc(p('It carries TK people.')) },
  'quotes-unbalanced': { body: doc(p('“Now it is here, she said.')) },
  'weekday-wrong': { body: doc(p('It left on Tuesday, 4 February 2026.')) },
  'double-space': { body: doc(p('Two  spaces.')) },
  'lead-image-missing': { leadImage: null },
  'alt-missing': { leadImage: { ...plainUse, ...picture, alt: ' ' } },
  'credit-missing': { body: doc(p('x'), img({ alt: 'A quay.', blockId: 'b9' })) },
  'related-none': { related: [] },
  'related-broken': { related: [item(99)] },
  'related-no-address': { related: [{ url: null, headline: 'Port', section: '', excerpt: '' }] },
  'related-twice': { related: [item(20), item(20)] },
  'link-broken': { body: doc(p(storyLink('gone', uuid(98)))) },
  'link-unsafe': { body: doc(p(link('click', 'javascript:alert(1)'))) },
};

const found = (fields: Partial<Story>): readonly string[] =>
  checkStory({ ...good, ...fields }, context).map((finding) => finding.rule);
const messages = (fields: Partial<Story>): readonly string[] =>
  checkStory({ ...good, ...fields }, context).map((finding) => finding.message);

describe('the check', () => {
  test('finds nothing in a story that is ready', () => {
    expect(checkStory(good, context)).toEqual([]);
  });

  test('has a case here for every rule', () => {
    expect(Object.keys(broken).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  test.each(Object.entries(broken))('finds %s, and only that', (rule, fields) => {
    expect(found(fields)).toEqual([rule]);
  });

  test('gives findings that the page can show, each with an id of its own, the same in every run', () => {
    const worst = { ...good, ...broken['tk-left'], headline: '', related: [item(21), item(21), item(22)] };
    const findings = checkStory(worst, context);
    for (const finding of findings) expect(findingSchema.safeParse(finding).success).toBe(true);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(checkStory(worst, context)).toEqual(findings);
  });

  test('puts errors before warnings before advice', () => {
    const mixed = { ...good, headline: 'Ferry returns.', authors: [], body: doc(p('TK')) };
    expect(checkStory(mixed, context).map(({ severity }) => severity)).toEqual(['error', 'warning', 'advice']);
  });

  test('reads a story as it will be with every suggestion taken', () => {
    expect(found({ body: doc(p('It carries ', deleted('TK'), inserted('forty'), ' people.')) })).toEqual([
      'suggestions-open',
    ]);
  });
});

describe('links to other stories', () => {
  test('are errors where the story is gone, spiked, killed, recalled or this one', () => {
    for (const number of [99, 21, 22, 24]) expect(found({ related: [item(number)] })).toEqual(['related-broken']);
    expect(messages({ related: [{ storyId: good.id }] })).toEqual(['The related story is this story itself.']);
  });

  test('are warned of where the story has no page yet', () => {
    const [finding] = checkStory({ ...good, related: [item(20), item(23)] }, context);
    expect(finding).toMatchObject({ severity: 'warning', where: 'related:2' });
  });

  test('are checked in the body too, and an address outside is not', () => {
    expect(found({ body: doc(p(storyLink('x', uuid(22)))) })).toEqual(['link-broken']);
    expect(found({ body: doc(p(link('x', 'https://example.org/'))) })).toEqual([]);
  });
});

test('an embargo that is over is no finding', () => {
  expect(found({ embargo: { at: '2026-02-03T10:00:00.000Z', tz: 'UTC' } })).toEqual([]);
});

test('a comment is no legal flag, and one that is resolved none either', () => {
  const thread = [text('x')] as never;
  expect(
    found({
      annotations: { a1: { kind: 'legal', thread, resolved: true }, a2: { kind: 'comment', thread, resolved: false } },
    }),
  ).toEqual([]);
});

test('a finding in the body names the block by its id, and by its number where it has none', () => {
  const wheres = (body: Story['body']): readonly string[] =>
    checkStory({ ...good, body }, context).map(({ where }) => where);
  expect(wheres(doc(p('x'), { ...p('TK'), attrs: { blockId: 'b7' } }))).toEqual(['body:b7']);
  expect(wheres(doc(p('x'), p('TK')))).toEqual(['body:2']);
});
