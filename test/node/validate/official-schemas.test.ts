import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exporter, ExportOptions } from '../../../src/core/export/exporter.js';
import { collectionFormats } from '../../../src/core/export/format-names.js';
import { collections } from '../../../src/core/export/collections.js';
import { exporters } from '../../../src/core/export/exporters.js';
import type { Rendition } from '../../../src/core/export/rendition.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { checkExport } from '../../../src/node/validate/checked-export.js';
import { anyBody, anyCards } from '../../builders/any-body.js';
import { exportOptions, picture, rendition, renditionImage } from '../../builders/rendition.js';
import { doc } from '../../builders/story.js';

/** Every field that a story may have, with marks that would end a text where they could. */
const full = (body: Rendition['body']): Rendition =>
  rendition({
    body,
    media: { [picture(1)]: { width: 1600, height: 900 } },
    storyCards: anyCards,
    leadImage: renditionImage({ caption: 'A "quay" & <more> ]]>' }),
    kicker: 'Harbour',
    headlines: { web: 'Web', print: 'Print', seo: 'SEO', social: 'Social' },
    subjects: [{ code: 'medtop:20000065', label: 'arts & culture' }],
    genre: 'Analysis',
    place: ['Port Merrow'],
    urgency: 3,
    priority: 4,
    signal: ['update'],
    source: 'Harbour Authority',
    usageTerms: 'One use.',
    copyrightHolder: 'The Post',
    copyrightNotice: '© The Post',
    ednote: 'Adds\nfigures',
    takeKey: '2nd take',
    bodyFooter: 'Maren Holt is our harbour reporter.',
    related: [
      { href: 'https://example.org/a b', section: 'S', headline: 'Card', excerpt: 'Words', image: renditionImage() },
      { href: null, section: '', headline: 'No address', excerpt: '', image: null },
    ],
    corrections: [{ type: 'correction', text: 'Put right', at: '2026-02-03T10:00:00.000Z', place: 'top' }],
  });

const cases: readonly (readonly [string, Exporter, Partial<ExportOptions>])[] = [
  ['ninjs 2.2', exporters.ninjs, {}],
  ['ninjs 3.1', exporters.ninjs, { ninjs: '3.1' }],
  ['NITF 3.6', exporters.nitf, {}],
  ['NewsML-G2 2.35', exporters['newsml-g2'], {}],
];

describe.each(cases)('%s', (_name, exporter, options) => {
  const check = async (given: Rendition) => {
    const outcome = await exporter.render(given, exportOptions(options));
    return { outcome, checked: await checkExport(outcome, exporter.validate) };
  };

  test('keeps its official schema whatever a story holds', async () => {
    const bodies = [...fc.sample(anyBody(), { numRuns: 25, seed: 5 }), doc()];
    for (const body of bodies) {
      const { checked } = await check(full(body));
      expect(checked).toEqual({ check: 'official', validator: checked?.validator, faults: [] });
    }
  });

  test('keeps it where a story has no more than its headline, as a proof without an address', async () => {
    const bare = { edition: null, url: null, byline: '', authors: [], dateline: '', section: null, tags: [] };
    const times = { firstPublishedAt: null, publishedAt: null };
    const { checked } = await check(rendition({ ...bare, ...times, hasOwnDek: false, slugline: '', body: doc() }));
    expect(checked?.faults).toEqual([]);
  });

  test('keeps it where the name of its file is in another script', async () => {
    const outcome = await exporter.render(full(doc()), exportOptions({ ...options, stem: 'ميناء-ميرو' }));
    expect((await checkExport(outcome, exporter.validate))?.faults).toEqual([]);
  });

  test('is told from what does not keep it', async () => {
    const { outcome } = await check(full(doc()));
    const [main] = outcome.files;
    if (typeof main?.content !== 'string') throw new Error('no text');
    // Neither format has a field of this name where the guid stands.
    const content = main.content
      .replaceAll('"uri"', '"urn"')
      .replaceAll(' guid=', ' gid=')
      .replaceAll('<hedline', '<x');
    const broken = { ...outcome, files: [{ ...main, content }] };
    expect((await checkExport(broken, undefined))?.faults.length).toBeGreaterThan(0);
  });
});

describe('InDesign', () => {
  test('keeps the structure that we know of, whatever a story holds', async () => {
    for (const body of [...fc.sample(anyBody(), { numRuns: 25, seed: 6 }), doc()]) {
      const outcome = await exporters.icml.render(full(body), exportOptions());
      const checked = await checkExport(outcome, exporters.icml.validate);
      expect(checked).toEqual({ check: 'structural', validator: 'copydesk-icml', faults: [] });
    }
  });

  test('is told from a text whose style is not there', async () => {
    const { files, losses } = await exporters.icml.render(full(doc()), exportOptions());
    const main = files[0]?.content;
    if (typeof main !== 'string') throw new Error('no text');
    const content = main.replace('Self="ParagraphStyle/Headline"', 'Self="ParagraphStyle/Other"');
    const checked = await checkExport({ files: [{ path: 'x', content }], losses }, exporters.icml.validate);
    expect(checked?.faults).toEqual(['"ParagraphStyle/Headline" is used and not there']);
  });
});

describe.each(collectionFormats)('many stories as %s', (format) => {
  const settings = { ...defaultSettings, baseUrl: 'https://post.example.org/' };
  const { themeText } = exportOptions();
  const write = (given: readonly Rendition[]) => {
    const outcome = collections[format].render(given, { settings, themeText });
    return checkExport(outcome, collections[format].validate);
  };

  test('keep its rules whatever they hold', async () => {
    const given = fc
      .sample(anyBody(), { numRuns: 20, seed: 9 })
      .map((body, at) => ({ ...full(body), guid: `urn:newsml:example.org:2026-02-03:${String(at)}` }));
    expect(await write(given)).toMatchObject({ faults: [] });
  });

  test('keep its rules where there is no story at all', async () => {
    expect(await write([])).toMatchObject({ faults: [] });
  });
});
