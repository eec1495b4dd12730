import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { exporters } from '../../../../src/core/export/exporters.js';
import type { Rendition } from '../../../../src/core/export/rendition.js';
import { exportOptions, fileText, picture, rendition, renditionImage } from '../../../builders/rendition.js';
import { br, doc, em, h, img, li, link, ol, p, quote, strong, text, ul } from '../../../builders/story.js';

const plain = rendition();
const rich = rendition({
  kicker: 'Diplomacy',
  leadImage: renditionImage(),
  bodyFooter: 'Maren Holt covers the port.',
  body: doc(
    h(4, 'Too low'),
    p(
      'Text with ',
      strong('bold'),
      ', ',
      em('italic'),
      ', ',
      link('a link', 'https://example.org/a b?c=%zz&d=[1]#x|y'),
      br(),
      text('old', { type: 'strike' }),
    ),
    ul(li(p('One')), li(p('Two'), ul(li(p('Nested'))))),
    ol(li(p('First')), li(p('Second'), p('more'))),
    quote(p('Said.')),
    img({ media: picture(2), alt: 'Alt "x"', caption: 'Caption', credit: 'Credit' }),
    p('عربي'),
  ),
  media: { [picture(2)]: { width: 800, height: 600 } },
  related: [
    {
      href: 'https://example.org/1',
      section: 'Sport',
      headline: 'Regatta',
      excerpt: 'Eights met...',
      image: renditionImage({ mediaId: picture(3) }),
    },
    { href: null, section: '', headline: 'No link', excerpt: '', image: null },
  ],
  corrections: [
    { type: 'correction', text: 'Was Monday.', at: '2026-02-04T08:00:00.000Z', place: 'top' },
    { type: 'update', text: 'More.', at: '2026-02-04T08:00:00.000Z', place: 'end' },
  ],
  publishedAt: '2026-02-04T08:00:00.000Z',
});
const noAddress = { ...plain.publication, baseUrl: '', commentUrl: '' };
const pages: Readonly<Record<string, Rendition>> = {
  plain,
  rich,
  'proof without an address': rendition({
    edition: null,
    url: null,
    publication: noAddress,
    firstPublishedAt: null,
    publishedAt: null,
  }),
  bare: rendition({
    dek: '',
    byline: '',
    dateline: '',
    section: null,
    sections: [],
    tags: [],
    authors: [],
    readingMinutes: 0,
  }),
  arabic: { ...rich, language: 'ar', direction: 'rtl', headline: 'محادثات السلام' },
  'in a language without words': { ...rich, language: 'zh', headline: '渡轮' },
  'with a headline of 2,000 letters': rendition({ headline: 'Ferry '.repeat(333) }),
};

const write = async (given: Rendition) => (await exporters.html.render(given, exportOptions())).files;

describe('an exported page', () => {
  const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });

  test.each(Object.keys(pages))('passes html-validate and our own check: %s', async (name) => {
    const files = await write(pages[name] ?? plain);
    const report = await validator.validateString(fileText(files, 'index.html'));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => `${String(line)} ${ruleId} ${message}`),
      ),
    ).toEqual([]);
    expect(exporters.html.validate?.(files)).toEqual({ validator: 'copydesk-page', faults: [] });
  });

  const jar = join(import.meta.dirname, '../../../../node_modules/vnu-jar/build/dist/vnu.jar');
  const hasJava = existsSync(jar) && spawnSync('java', ['-version']).status === 0;
  test.skipIf(!hasJava)(
    'passes the checker of the W3C, but for its doubts about hashes in a policy',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'copydesk-pages-'));
      try {
        const paths = await Promise.all(
          Object.values(pages).map(async (given, at) => {
            const path = join(folder, `${String(at)}.html`);
            writeFileSync(path, fileText(await write(given), 'index.html'));
            return path;
          }),
        );
        const run = spawnSync('java', ['-jar', jar, '--format', 'gnu', ...paths], { encoding: 'utf8' });
        const faults = run.stderr
          .split('\n')
          .filter((line) => line !== '' && !/Content Security Policy|appears to be written in/u.test(line));
        expect(faults).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );

  test('allows its own style and data by their hashes and nothing else', async () => {
    const html = fileText(await write(plain), 'index.html');
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = (content: string): string =>
      `'sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}'`;
    expect(policy).toContain(`style-src ${hash(/<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '')}`);
    expect(policy).toContain(`script-src ${hash(/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '')}`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('form-action https://comments.example.org');
  });

  test('names no other computer but in links, canonical and previews', async () => {
    const html = fileText(await write(rich), 'index.html').replace(/<script type[\s\S]*?<\/script>/u, '');
    for (const [, name, value] of html.matchAll(/\s(src|srcset|poster|data|background|href|action)="([^"]*)"/gu))
      if (name !== 'href' && name !== 'action') expect(value).not.toMatch(/^(?:https?:)?\/\//u);
    expect(html).not.toMatch(/url\(['"]?(?:https?:)?\/\//u);
  });

  test('is under 30 kB without its pictures and fonts', async () => {
    expect(Buffer.byteLength(fileText(await write(rich), 'index.html'))).toBeLessThan(30_000);
  });

  test('asks search engines to leave a proof out, says so to its reader, and has no dead links', async () => {
    const html = fileText(await write(pages['proof without an address'] ?? plain), 'index.html');
    expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(html).toContain('Proof: not published');
    expect(html).not.toMatch(/<form|rel="canonical"|og:url|href=""|href="#"/u);
    expect([...html.matchAll(/<a [^>]*href="([^"]*)"/gu)].map(([, href]) => href?.split(/[?:]/u)[0])).toEqual([
      '#story',
      'mailto',
      'mailto',
    ]);
  });

  test('shows the credit of a picture without a caption, and a card without picture, section or address', async () => {
    const html = fileText(
      await write(
        rendition({
          leadImage: renditionImage({ caption: '' }),
          related: [{ href: null, section: '', headline: 'Alone', excerpt: '', image: null }],
        }),
      ),
      'index.html',
    );
    expect(html).toContain('<figcaption><span class="credit">Photograph: M. Sato</span></figcaption>');
    expect(html).toContain('<h3>Alone</h3>');
    expect(html.match(/<img/gu)).toHaveLength(1);
  });

  test('shows dates in the zone of the publication and the words of the story’s language', async () => {
    const german = rendition({
      language: 'de-DE',
      publication: { ...plain.publication, timeZone: 'Europe/Berlin' },
      firstPublishedAt: '2026-03-29T01:30:00.000Z',
      publishedAt: '2026-03-29T01:30:00.000Z',
    });
    const html = fileText(await write(german), 'index.html');
    expect(html).toContain('<time datetime="2026-03-29T03:30:00+02:00">29. März 2026, 03:30 Uhr</time>');
    for (const words of ['Von <strong>Maren Holt</strong>', 'Kommentar schreiben', '1 Min. Lesezeit', '>Teilen<'])
      expect(html).toContain(words);
  });

  test('takes along the fonts that its letters need', async () => {
    const fonts = async (given: Rendition) =>
      (await write(given)).filter(({ path }) => path.startsWith('fonts/')).map(({ path }) => path.slice(6));
    expect(await fonts(plain)).toEqual(['newsreader-latin-wght-normal.woff2', 'inter-latin-wght-normal.woff2']);
    expect(await fonts(rendition({ body: doc(p('Kraków, Łódź, ', em('x'))) }))).toHaveLength(5);
  });
});
