import { test } from 'vitest';
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { execFileSync } from 'node:child_process';
import { htmlExporter } from '../../../src/core/export/html/html-exporter.js';
import { readText } from '../../../src/core/import/text/text-importer.js';
import { LossList } from '../../../src/core/loss.js';
import { exportOptions, rendition, renditionImage, picture } from '../../builders/rendition.js';
import { doc, p, h, ul, ol, li, quote, strong, em, link, img, text, br } from '../../builders/story.js';
const seed = readText(readFileSync('test/cases/import/seed-page.txt', 'utf8'), [], new LossList());
const card = (n: number) => ({
  href: n === 2 ? null : 'https://post.example.org/x/' + n + '/',
  section: 'International',
  headline: seed.related[n]!.headline,
  excerpt: seed.related[n]!.excerpt,
  image:
    n === 2
      ? null
      : renditionImage({ mediaId: picture(10 + n), width: 900, height: 600, alt: seed.related[n]!.imageAlt }),
});
const pub = rendition().publication;
const base = rendition({
  headline: seed.content.headline!,
  dek: seed.content.dek!,
  body: seed.body,
  section: { name: 'International', slug: 'international', colour: '#1f4f82' },
  sections: ['International', 'Politics', 'Harbour & coast', 'Culture', 'Sport'].map((n) => ({
    name: n,
    slug: n.toLowerCase().replace(/\W+/g, '-'),
  })),
  byline: 'Anna Lindqvist',
  dateline: 'Abu Dhabi',
  leadImage: renditionImage(),
  related: [card(0), card(1), card(2)],
  publication: {
    ...pub,
    name: 'The Harbour Post',
    shareTargets: ['copyLink', 'email', 'whatsapp', 'bluesky', 'telegram'],
  },
  readingMinutes: 3,
  publishedAt: '2026-02-04T08:30:00.000Z',
  kicker: 'Diplomacy',
});
const rich = doc(
  h(3, 'A heading that is level three'),
  p(
    'Text with ',
    strong('bold'),
    ' and ',
    em('italic'),
    ' and ',
    link('a link', 'https://example.org/a?b=1&c="2"'),
    '.',
  ),
  ul(li(p('One')), li(p('Two'), ul(li(p('Nested')))), li(p('a'), p('b'))),
  quote(p('A quotation of some length that somebody said to us.'), p('— Somebody')),
  ol(li(p('First')), li(p('Second'))),
  h(2, 'Next'),
  p('عربي في النص'),
  img({ media: picture(3), alt: 'Alt', caption: 'A caption', credit: 'Photo: X' }),
  p(
    'Line',
    br(),
    'break <script>alert(1)</script> & ',
    text('struck', { type: 'strike' }),
    text(' under', { type: 'underline' }),
  ),
  p('Łódź and Kraków'),
);
const cases = {
  full: base,
  rich: rendition({
    ...base,
    body: rich,
    media: { [picture(3)]: { width: 1200, height: 800 } },
    corrections: [
      { type: 'correction', text: 'An earlier version said Monday.', at: '2026-02-04T08:30:00.000Z', place: 'top' },
      { type: 'update', text: 'Adds figures.', at: '2026-02-04T08:30:00.000Z', place: 'end' },
    ],
    bodyFooter: 'Anna Lindqvist reports from the Gulf.',
  }),
  proof: rendition({
    ...base,
    edition: null,
    url: null,
    publication: { ...pub, baseUrl: '', commentUrl: '' },
    leadImage: null,
    dek: '',
    related: [],
    kicker: '',
    section: null,
    byline: '',
    dateline: '',
    firstPublishedAt: null,
    publishedAt: null,
  }),
  long: rendition({
    ...base,
    headline: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsgebäude and a very long headline '.repeat(
      4,
    ),
    dek: 'word '.repeat(80),
  }),
  arabic: rendition({
    ...base,
    language: 'ar',
    direction: 'rtl',
    headline: 'محادثات السلام تُستأنف في أبوظبي',
    dek: 'عادت الوفود إلى طاولة المفاوضات هذا الأسبوع.',
    body: doc(
      p('عادت أوكرانيا وروسيا إلى طاولة المفاوضات هذا الأسبوع مع انطلاق جولة جديدة من محادثات السلام في الإمارات.'),
      p('An English paragraph in the text.'),
      ul(li(p('بند'))),
    ),
    byline: 'سلمى حداد',
    dateline: 'أبوظبي',
    kicker: 'دبلوماسية',
  }),
};
test('x', async () => {
  for (const [name, r] of Object.entries(cases)) {
    const { files, losses } = await htmlExporter.render(r, exportOptions());
    console.log(
      name,
      losses,
      htmlExporter.validate!(files),
      files.map((f) => f.path + (typeof f.content === 'string' ? ' ' + f.content.length : '')).join(' '),
    );
    for (const f of files) {
      const path = '/tmp/pages/' + name + '/' + f.path;
      mkdirSync(dirname(path), { recursive: true });
      if (typeof f.content === 'string' || f.content instanceof Uint8Array) writeFileSync(path, f.content);
      else writeFileSync(path, readFileSync('/tmp/pic.jpg'));
    }
  }
});
