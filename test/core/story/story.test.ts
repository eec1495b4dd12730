import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { newStory, storySchema } from '../../../src/core/story/story.js';
import { countingIds, doc, link, p, story, testDesk, testNow, uuid } from '../../builders/story.js';

/** `field: message` of all that is wrong with a story. */
function faults(fields: Readonly<Record<string, unknown>>): string {
  const result = storySchema.safeParse({ ...story(), ...fields });
  return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
}

describe('a new story', () => {
  const fresh = newStory({ settings: defaultSettings, desk: testDesk, now: testNow, newId: countingIds(7) });

  test('is a valid empty draft with an id and a guid under the publication’s domain', () => {
    expect(storySchema.parse(fresh)).toEqual(fresh);
    expect(fresh).toMatchObject({ state: 'draft', pubStatus: 'withheld', id: uuid(7), language: 'en-GB', edition: 0 });
    expect(fresh.guid).toBe(`urn:newsml:local.invalid:2026-02-03:${uuid(7)}`);
  });

  test('takes content from an import, but neither a state nor a log', () => {
    const content = { headline: 'Ferry', state: 'published', log: [1] } as never;
    const imported = newStory(
      { settings: defaultSettings, desk: testDesk, now: testNow, newId: countingIds() },
      content,
    );
    expect(imported).toMatchObject({ headline: 'Ferry', state: 'draft', log: [] });
  });

  test('keeps the fields that this version does not know', () => {
    expect(storySchema.parse({ ...fresh, futureField: { a: 1 } })).toHaveProperty('futureField', { a: 1 });
  });
});

describe('a story that does not fit', () => {
  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['headline', { headline: 'x'.repeat(10_000) }, /^headline: .*2000/],
    ['id', { id: '../../etc/passwd' }, /^id: must be a UUID/],
    ['state', { state: 'gone' }, /^state: .*"draft"/],
    ['subjects', { subjects: ['sport'] }, /^subjects\.0: must be a medtop code/],
    ['urgency', { urgency: 9 }, /^urgency: .*5/],
    ['embargo', { embargo: { at: 'tomorrow', tz: 'Europe/Berlin' } }, /^embargo\.at: /],
    [
      'embargo zone',
      { embargo: { at: testNow.toISOString(), tz: 'Mars/Base' } },
      /^embargo\.tz: must be an IANA time zone/,
    ],
    [
      'lead image',
      { leadImage: { mediaId: 'x.svg', alt: '', caption: '', credit: '' } },
      /^leadImage\.mediaId: .*sha256/,
    ],
    ['body', { body: doc(p(link('x', 'javascript:alert(1)'))) }, /^body: body: a link with an address/],
    ['body that is missing', { body: undefined }, /^body: body: must be a document/],
    ['related', { related: [{ url: 'javascript:x', headline: 'x', section: '', excerpt: '' }] }, /^related\.0/],
  ])('is told by its field: %s', (_field, fields, message) => {
    expect(faults(fields)).toMatch(message);
  });

  test('names every field that is wrong, not only the first', () => {
    const text = faults({ headline: 5, dek: null });
    expect(text).toContain('headline:');
    expect(text).toContain('dek:');
  });
});

test('a related item is a story, a page outside, or a card without an address', () => {
  const card = { headline: 'Port', section: '', excerpt: '' };
  expect(
    faults({ related: [{ storyId: uuid(3) }, { url: 'https://example.org/', ...card }, { url: null, ...card }] }),
  ).toBe('');
});
