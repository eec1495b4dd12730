import { describe, expect, test } from 'vitest';
import { collectionFormats, exportFormats } from '../../../src/core/export/format-names.js';
import { collections } from '../../../src/core/export/collections.js';
import { exporters } from '../../../src/core/export/exporters.js';
import { formatLosses } from '../../../src/core/export/losses.js';
import { storyJson } from '../../../src/core/export/story-json.js';
import { personId } from '../../../src/core/ids.js';
import { readStoryJson } from '../../../src/core/import/json-importer.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { withoutPrivate } from '../../../src/core/story/without-private.js';
import { storySchema, type Story } from '../../../src/core/story/story.js';
import { exportOptions, picture, rendition, renditionImage } from '../../builders/rendition.js';
import {
  annotated,
  block,
  br,
  deleted,
  doc,
  em,
  h,
  img,
  inserted,
  li,
  link,
  note,
  p,
  quote,
  story,
  storyLink,
  strong,
  td,
  text,
  th,
  tr,
  ul,
  uuid,
} from '../../builders/story.js';

const act = { personId: null, personName: 'SENTINEL-person', at: '2026-02-03T10:00:00.000Z' };
const secretBody = doc(
  p('Shown ', deleted('SENTINEL-deleted'), inserted('taken'), annotated(' noted', 'SENTINEL-annotation')),
  p('End'),
);
/** A story with a sentinel in every field that may not leave. */
const secret: Story = {
  ...story({ headline: 'Shown', body: secretBody }),
  internalNote: 'SENTINEL-note',
  planning: { budgetLine: 'SENTINEL-budget', due: null, wordsPlanned: 7 },
  changes: { c1: { kind: 'insertion', ...act } },
  annotations: {
    'SENTINEL-annotation': { kind: 'source', thread: [{ text: 'SENTINEL-source', ...act }], resolved: false },
  },
  log: [{ act: 'submit', from: 'draft', to: 'submitted', note: 'SENTINEL-log', ...act }],
  sources: [{ personId: personId.parse(uuid(77)), note: 'SENTINEL-said' }],
  origin: { format: 'text', fileName: 'SENTINEL-file', sha256: 'x' },
  stateBefore: 'draft',
  ...{ unknownField: 'SENTINEL-unknown' },
};

const { themeText } = exportOptions();
const collectionOptions = { settings: { ...defaultSettings, baseUrl: 'https://post.example.org/' }, themeText };
const wireFormats: ReadonlySet<string> = new Set(['ninjs', 'nitf', 'newsml-g2']);

describe('private fields', () => {
  test.each(exportFormats)('never leave as %s', async (format) => {
    const { files } = await exporters[format].render(
      rendition({ headline: 'Shown', body: secretBody, ednote: 'SENTINEL-ednote' }),
      exportOptions({ story: secret }),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const { content } of files) {
      const all = content instanceof Uint8Array ? Buffer.from(content).toString('latin1') : JSON.stringify(content);
      // The note to receivers is what the formats of the wire have a field for; everything else stays here.
      const written = wireFormats.has(format) ? all.replace('SENTINEL-ednote', '') : all;
      expect(written).not.toContain('SENTINEL');
      if (typeof content === 'string') expect(content).toContain('taken');
    }
  });

  test.each(collectionFormats)('never leave in %s', (format) => {
    const given = rendition({ headline: 'Shown', body: secretBody, ednote: 'SENTINEL-ednote' });
    const { files } = collections[format].render([given], collectionOptions);
    expect(JSON.stringify(files)).toContain('taken');
    expect(JSON.stringify(files)).not.toContain('SENTINEL');
  });

  test('are empty, not missing, in the story that goes out, which is still a valid story', () => {
    const out = withoutPrivate(secret);
    expect(storySchema.parse(out)).toEqual(out);
    expect(Object.keys(out).sort()).toEqual(Object.keys(story()).sort());
  });
});

describe('a story as JSON', () => {
  test('comes back as it went out', () => {
    expect(readStoryJson(storyJson(secret, 3))).toEqual({ kept: withoutPrivate(secret), losses: [] });
  });

  test.each([
    ['broken', '{', 'it is not JSON'],
    ['of another kind', '{"a":1}', 'it is JSON, but not a story of Copydesk'],
    [
      'of a newer version',
      '{"format":"copydesk-story","version":2,"story":{"id":"x"}}',
      'it was written by a newer Copydesk (version 2, this one knows 1)',
    ],
    ['nested by a hundred thousand', '['.repeat(100_000), 'it is not JSON'],
  ])('is refused when it is %s', (_case, json, detail) => {
    expect(readStoryJson(json)).toEqual({
      refused: { code: 'import.not-readable', params: { detail: expect.stringMatching(detail.slice(0, 9)) as string } },
    });
  });
});

describe('losses', () => {
  /** Everything that the schema has, and a link to a story that has no page. */
  const body = doc(
    h(4, 'Heading'),
    p(
      strong('a'),
      em('b'),
      text('c', { type: 'underline' }),
      text('d', { type: 'strike' }),
      link('e', 'https://example.org/'),
      storyLink('f', uuid(9)),
      br(),
      'g',
    ),
    ul(li(p('h'))),
    block('orderedList', { start: 3 }, li(p(text('i', { type: 'language', attrs: { lang: 'fr' } })))),
    quote(p('j')),
    img({ media: picture(1), alt: '', caption: 'k', credit: 'l' }),
    img({ media: picture(2), alt: '', caption: 'm', credit: '' }),
    img({ media: picture(1), alt: '', caption: '', credit: '', size: 'wide' }),
    block('factbox', { title: 'n' }, p('o', note('q'))),
    block('gallery', { caption: 'r' }, img({ media: picture(1), alt: '', caption: 's', credit: '' })),
    block('table', { caption: 't' }, tr(th(p('u')), td(p('v')))),
    block('codeBlock', null, text('w')),
    block('pullQuote', { credit: 'x' }, text('y')),
    block('horizontalRule', null),
    block('storyCard', { storyId: uuid(9) }),
    block('storyCard', { storyId: uuid(8) }),
    block('embed', { provider: 'YouTube', url: 'https://youtube.com/x', title: 'z' }),
  );
  const full = rendition({
    body,
    storyCards: { [uuid(8)]: { href: null, section: '', headline: 'Other', excerpt: '', image: null } },
    media: { [picture(1)]: { width: 10, height: 10 } },
    leadImage: renditionImage(),
    related: [{ href: null, section: '', headline: 'Card', excerpt: '', image: renditionImage() }],
    kicker: 'Kicker',
    corrections: [{ type: 'correction', text: 'Put right', at: '2026-02-03T10:00:00.000Z', place: 'end' }],
  });

  test.each(exportFormats)('of %s are those that its table tells before', async (format) => {
    const { losses } = await exporters[format].render(full, exportOptions({ story: story({ body }) }));
    expect(losses.map(({ what }) => what).sort()).toEqual([...formatLosses[format]].sort());
  });

  test.each(collectionFormats)('of %s are those that its table tells before', (format) => {
    const { losses } = collections[format].render([full], collectionOptions);
    expect(losses.map(({ what }) => what).sort()).toEqual([...formatLosses[format]].sort());
  });

  test.each(['html', 'markdown', 'text', 'ninjs', 'nitf', 'newsml-g2', 'icml'] as const)(
    'are none of the words of a story, as %s',
    async (format) => {
      const { files } = await exporters[format].render(full, exportOptions());
      const written = files.map(({ content }) => (typeof content === 'string' ? content : '')).join('');
      for (const letter of ['Heading', ...Array.from('abcdefghijklmnopqrstuvwxyz')])
        expect(written.replace(/<[^>]*>/gu, '')).toContain(letter);
    },
  );

  test.each(exportFormats)('or not, the same story gives the same bytes as %s', async (format) => {
    const once = await exporters[format].render(full, exportOptions());
    const twice = await exporters[format].render(structuredClone(full), exportOptions());
    expect(twice).toEqual(once);
  });
});

test('the formats of one story can stand in one folder: no two write the same file', async () => {
  const given = rendition({ leadImage: renditionImage() });
  const outcomes = await Promise.all(exportFormats.map((format) => exporters[format].render(given, exportOptions())));
  const paths = outcomes.flatMap(({ files }) => files.map(({ path }) => path));
  expect(new Set(paths).size).toBe(paths.length);
});
