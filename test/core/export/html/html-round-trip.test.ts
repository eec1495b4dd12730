import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LossList } from '../../../../src/core/loss.js';
import type { DocumentNode } from '../../../../src/core/document/document.js';
import { checkDocument } from '../../../../src/core/document/document-rules.js';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { tidyBody } from '../../../../src/core/document/tidy-body.js';
import { bodyHtml } from '../../../../src/core/export/html/body-html.js';
import { exporters } from '../../../../src/core/export/exporters.js';
import type { Rendition } from '../../../../src/core/export/rendition.js';
import { readHtmlFragment } from '../../../../src/core/import/html/read-html-fragment.js';
import { readHtmlPage } from '../../../../src/core/import/html/read-html-page.js';
import { readText } from '../../../../src/core/import/text/text-importer.js';
import { anyBody, anyCards, anyLine } from '../../../builders/any-body.js';
import { asPublished } from '../../../builders/as-published.js';
import { exportOptions, fileText, picture, rendition, renditionImage } from '../../../builders/rendition.js';
import { doc, h, li, p, ul } from '../../../builders/story.js';

const context = {
  direction: 'ltr',
  storyLinks: {},
  storyCards: anyCards,
  losses: new LossList(),
  picture: (media: string) => ({
    path: `media/${media.slice(0, 16)}.jpg`,
    width: 10,
    height: 10,
    srcset: '',
    webp: '',
  }),
} as const;

/** The level of a heading may change on the way out, so that no level is skipped; nothing else may. */
function sameLevels<Node extends DocumentNode>(node: Node): Node {
  if (node.type === 'heading') return { ...node, attrs: { level: 2 } };
  return node.content ? { ...node, content: node.content.map((child) => sameLevels(child)) } : node;
}

const page = async (given: Rendition): Promise<string> =>
  fileText((await exporters.html.render(given, exportOptions())).files, 'index.html');

describe('a page of ours', () => {
  test('has a body that reads back the same, whatever its text tries to be', () => {
    fc.assert(
      fc.property(anyBody(), (body) => {
        const read = readHtmlFragment(bodyHtml(tidyBody(body), context));
        expect(checkDocument(read.body)).toEqual([]);
        expect(sameLevels(read.body)).toEqual(sameLevels(asPublished(tidyBody(body))));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test('comes back as the story it was made from: section, headline, dek, byline, date, picture, body, cards', async () => {
    const seed = readText(
      readFileSync(new URL('../../../cases/import/seed-page.txt', import.meta.url), 'utf8'),
      [],
      new LossList(),
    );
    const given = rendition({
      headline: seed.content.headline ?? '',
      dek: seed.content.dek ?? '',
      kicker: 'Diplomacy',
      body: seed.body,
      section: { name: 'International', slug: 'international', colour: '#1f4f82' },
      leadImage: renditionImage(),
      bodyFooter: 'Maren Holt covers the Gulf.',
      related: seed.related.map((card, at) => ({
        href: at === 1 ? null : `https://post.example.org/${String(at)}/`,
        section: card.section,
        headline: card.headline,
        excerpt: card.excerpt,
        image: at === 2 ? null : renditionImage({ mediaId: picture(20 + at), alt: card.imageAlt }),
      })),
      corrections: [{ type: 'update', text: 'Adds a figure.', at: '2026-02-04T08:00:00.000Z', place: 'end' }],
    });
    const { story, losses } = readHtmlPage(await page(given));
    expect(story.content).toEqual({
      headline: given.headline,
      dek: given.dek,
      kicker: 'Diplomacy',
      byline: 'Maren Holt',
      bodyFooter: 'Maren Holt covers the Gulf.',
      language: 'en-GB',
      dateline: { located: 'Port Merrow', date: null, text: 'Port Merrow' },
      firstPublishedAt: '2026-02-03T10:00:00.000Z',
      publishedAt: '2026-02-03T10:00:00.000Z',
      modifiedAt: '2026-02-03T10:00:00.000Z',
      corrections: [{ type: 'update', text: 'Adds a figure.', at: '2026-02-04T08:00:00.000Z', place: 'end' }],
    });
    expect([story.sectionName, story.tagNames, story.authorNames]).toEqual([
      'International',
      given.tags,
      ['Maren Holt'],
    ]);
    expect(story.body).toEqual(tidyBody(seed.body));
    expect(story.related).toEqual(
      seed.related.map((card, at) => ({
        ...card,
        url: at === 1 ? null : `https://post.example.org/${String(at)}/`,
        imageAlt: at === 2 ? '' : card.imageAlt,
      })),
    );
    expect(story.leadImage).toMatchObject({
      key: 'media/0001000000000000.jpg',
      caption: 'The ferry at the quay on Monday.',
      credit: 'Photograph: M. Sato',
    });
    expect(losses.map(({ what }) => what).sort()).toEqual(['commentForm', 'navigation', 'share']);
  });

  test('gives no dek back when the one it shows was cut from the text', async () => {
    const { story } = readHtmlPage(await page(rendition({ dek: 'The ferry is', hasOwnDek: false })));
    expect(story.content.dek).toBeUndefined();
  });

  test.each(['ar', 'de', 'fr', 'es', 'zh'])('leaves its furniture out when read back in %s', async (language) => {
    const body = doc(p('Ein erster Absatz.'), h(2, 'Zwischentitel'), ul(li(p('Punkt'))));
    const { story } = readHtmlPage(
      await page(rendition({ language, body, direction: language === 'ar' ? 'rtl' : 'ltr' })),
    );
    expect(paragraphTexts(story.body)).toEqual(['Ein erster Absatz.', 'Zwischentitel', 'Punkt']);
  });
});

describe('no text of a story', () => {
  const fields = fc.record({
    headline: anyLine,
    dek: anyLine,
    kicker: anyLine,
    byline: anyLine,
    dateline: anyLine,
    bodyFooter: anyLine,
    tag: anyLine,
    card: anyLine,
    body: anyBody(),
  });

  test('becomes an element, a script, a handler or a link that it is not, in a page', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async ({ tag, card, ...texts }) => {
        const given = rendition({
          ...texts,
          tags: [tag],
          authors: [{ name: texts.byline, role: '' }],
          section: { name: card, slug: 'a', colour: '#1f4f82' },
          publication: { ...rendition().publication, name: tag },
          media: { [picture(1)]: { width: 10, height: 10 } },
          related: [
            { href: 'https://example.org/"><script>', section: card, headline: card, excerpt: card, image: null },
          ],
        });
        const { files } = await exporters.html.render(given, exportOptions());
        const html = fileText(files, 'index.html');
        expect(exporters.html.validate?.(files).faults).toEqual([]);
        expect(html.match(/<script/gu)).toHaveLength(1);
        expect(html.match(/<style/gu)).toHaveLength(1);
        expect(html.isWellFormed()).toBe(true);
        const data = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html)?.[1] ?? '';
        expect(JSON.parse(data)).toMatchObject({ '@type': 'NewsArticle' });
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
