import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoryDocument } from '../../../../src/core/document/document.js';
import { tidyBody } from '../../../../src/core/document/tidy-body.js';
import { exporters } from '../../../../src/core/export/exporters.js';
import { readMarkdown } from '../../../../src/core/import/markdown/markdown-importer.js';
import { anyCards, anyBody } from '../../../builders/any-body.js';
import { asPublished } from '../../../builders/as-published.js';
import { exportOptions, fileText, picture, rendition, renditionImage } from '../../../builders/rendition.js';
import { doc, em, h, li, link, ol, p, strong, text, ul } from '../../../builders/story.js';

async function write(body: StoryDocument): Promise<string> {
  const media = { [picture(1)]: { width: 10, height: 10 } };
  const { files } = await exporters.markdown.render(rendition({ storyCards: anyCards, body, media }), exportOptions());
  return fileText(files, 'ferry-returns.md');
}

function read(markdown: string) {
  const result = readMarkdown(markdown);
  if (!('story' in result)) throw new Error(JSON.stringify(result));
  return result;
}

describe('Markdown', () => {
  test('written and read again gives the same body, whatever its text tries to be', async () => {
    await fc.assert(
      fc.asyncProperty(anyBody(), async (body) => {
        expect(read(await write(body)).story.body).toEqual(asPublished(tidyBody(body), 'images'));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  test('keeps a bracket after a footnote from making a link of both', async () => {
    const body = doc(p('A', { type: 'footnote', content: [text('Note')] }, '(2) and more'));
    expect(read(await write(body)).story.body).toEqual(body);
  });

  test('is plain Markdown for plain stories, without HTML or needless escapes', async () => {
    const body = doc(
      p(
        'On ',
        strong('Monday'),
        ', the ',
        em('ferry'),
        ' came ',
        link('back', 'https://example.org/x'),
        '. It cost $5!',
      ),
      h(2, 'What’s next?'),
      ul(li(p('One')), li(p('Two'), ul(li(p('Nested'))))),
      ol(li(p('First')), li(p('Second'))),
    );
    expect((await write(body)).split('---\n\n')[1]).toBe(
      'On **Monday**, the *ferry* came [back](<https://example.org/x>). It cost $5!\n\n## What’s next?\n\n- One\n- Two\n  - Nested\n\n1. First\n2. Second\n',
    );
  });

  test('carries the fields of a story to another library and back', async () => {
    const given = rendition({
      kicker: 'Harbour: news',
      bodyFooter: 'Maren Holt covers the port.',
      leadImage: renditionImage(),
      related: [
        {
          href: 'https://example.org/a',
          section: 'Sport',
          headline: 'Regatta',
          excerpt: 'Eights met...',
          image: renditionImage({ alt: 'Eights' }),
        },
      ],
    });
    const { files } = await exporters.markdown.render(given, exportOptions());
    const { story, losses } = read(fileText(files, 'ferry-returns.md'));
    expect(story.content).toMatchObject({
      headline: given.headline,
      dek: given.dek,
      kicker: given.kicker,
      byline: given.byline,
      bodyFooter: given.bodyFooter,
      language: 'en-GB',
      urlSlug: 'ferry-returns',
      firstPublishedAt: '2026-02-03T10:00:00.000Z',
      dateline: { located: 'Port Merrow' },
    });
    expect([story.sectionName, story.tagNames, story.authorNames]).toEqual([
      'Harbour & coast',
      ['Old harbour', 'Shipping'],
      ['Maren Holt'],
    ]);
    expect(story.leadImage).toEqual({
      key: 'images/0001000000000000.jpg',
      alt: 'The ferry at the quay',
      caption: 'The ferry at the quay on Monday.',
      credit: 'Photograph: M. Sato',
    });
    expect(story.related).toEqual([
      {
        url: 'https://example.org/a',
        section: 'Sport',
        headline: 'Regatta',
        excerpt: 'Eights met...',
        imageAlt: 'Eights',
      },
    ]);
    expect(losses).toEqual([]);
  });

  test('keeps templates of site builders from running on a story’s text', async () => {
    const written = await write(
      doc(p('{{ site.secrets }} {% include x %} {{< figure >}}'), p(text('{{', { type: 'bold' }))),
    );
    expect(written).not.toMatch(/\{\{|\{%/u);
  });
});
