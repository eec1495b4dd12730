import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { readHtmlPage } from '../../../../src/core/import/html/read-html-page.js';
import { htmlImporter } from '../../../../src/core/import/html/html-importer.js';
import { readOne } from '../../../builders/import-context.js';
import { sharedMissing, sharedText } from '../../../builders/shared-data.js';

const paragraph = (word: string): string =>
  `${word} paragraph of the story, which is long enough to be told from a label on the page.`;

/** A page in the shape of a WordPress news theme, with the seed's parts. */
const wordpress = `<!DOCTYPE html><html lang="en-US"><head><title>Ferry returns - The Post</title>
<meta property="og:site_name" content="The Post"><link rel="canonical" href="https://post.example.org/2026/ferry/">
<meta property="article:published_time" content="2026-02-03T11:00:00+01:00"><meta name="author" content="Maren Holt">
<script>track()</script></head><body class="single">
<header class="site-header"><nav><a href="/">Home</a><a href="/sport">Sport</a></nav></header>
<div id="page"><article class="post"><header class="entry-header"><span class="cat-links"><a href="/harbour/">Harbour</a></span>
<h1 class="entry-title">Ferry returns</h1><p class="excerpt">It is back.</p><div class="entry-meta">By <span class="author">Maren Holt</span> <time class="entry-date" datetime="2026-02-03">3 Feb</time></div></header>
<div class="sharedaddy"><span>Share</span><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></div>
<div class="entry-content"><figure class="wp-block-image"><img src="page_files/ferry.jpg" alt="The ferry"><figcaption>At the quay.</figcaption></figure>
<p>${paragraph('First')}</p><p>${paragraph('Second')} <a href="/old/">Link</a></p><h2>Related</h2><p>${paragraph('Third')}</p>
<div class="sharing"><p>Share this:</p><ul><li><a href="#">Email</a></li><li><a href="#">Facebook</a></li></ul></div></div>
<section class="related-posts"><h2>Related Articles</h2><div class="row"><article><a href="/a/"><img src="x.jpg" alt="A boat"></a><span class="category">Sport</span><h3><a href="/a/">Regatta won</a></h3><p>Eights met on...</p></article><article><h3><a href="https://post.example.org/b/">Whale seen</a></h3></article></div></section>
<div id="comments"><h3>2 Comments</h3><ol><li>Nice boat!</li></ol><div id="respond"><h3>Leave a Reply</h3><form><textarea></textarea></form></div></div></article>
<aside class="widget"><ul><li><a href="/x">Popular story</a></li></ul></aside></div><footer>© The Post</footer></body></html>`;

describe('a saved page of another site', () => {
  test('gives headline, dek, section, byline, date, picture, body and cards each to its place', () => {
    const { story } = readHtmlPage(wordpress);
    expect(story.content).toMatchObject({
      headline: 'Ferry returns',
      dek: 'It is back.',
      byline: 'Maren Holt',
      language: 'en-US',
      firstPublishedAt: '2026-02-03T10:00:00.000Z',
    });
    expect([story.sectionName, story.authorNames]).toEqual(['Harbour', ['Maren Holt']]);
    expect(paragraphTexts(story.body)).toEqual([
      paragraph('First'),
      `${paragraph('Second')} Link`,
      'Related',
      paragraph('Third'),
    ]);
    expect(story.leadImage).toEqual({
      key: 'page_files/ferry.jpg',
      alt: 'The ferry',
      caption: 'At the quay.',
      credit: '',
    });
    expect(story.related).toEqual([
      {
        url: 'https://post.example.org/a/',
        section: 'Sport',
        headline: 'Regatta won',
        excerpt: 'Eights met on...',
        imageAlt: 'A boat',
      },
      { url: 'https://post.example.org/b/', section: '', headline: 'Whale seen', excerpt: '', imageAlt: '' },
    ]);
  });

  test('says what was left out', () => {
    expect(
      readHtmlPage(wordpress)
        .losses.map(({ what }) => what)
        .sort(),
    ).toEqual(['commentForm', 'navigation', 'share', 'sidebar']);
  });

  test('falls back to JSON-LD and Open Graph where the page shows no parts', () => {
    const html = `<html><head><script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Ferry returns","articleSection":"Harbour","author":[{"name":"A B"},{"name":"C D"}],"datePublished":"2026-02-03T10:00:00Z","keywords":"boats, harbour"}]}</script><script type="application/ld+json">{broken</script></head><body><p>One.</p></body></html>`;
    const { story } = readHtmlPage(html);
    expect(story.content).toMatchObject({ headline: 'Ferry returns', firstPublishedAt: '2026-02-03T10:00:00.000Z' });
    expect([story.sectionName, story.authorNames, story.tagNames]).toEqual([
      'Harbour',
      ['A B', 'C D'],
      ['boats', 'harbour'],
    ]);
  });

  test('is read in the encoding that it names', async () => {
    const bytes = new Uint8Array(
      Array.from('<html><head><meta charset="iso-8859-1"></head><body><h1>Gr\u00f6\u00dfe</h1><p>x</p>').map((letter) =>
        letter.charCodeAt(0),
      ),
    );
    expect((await readOne(htmlImporter, bytes)).story.content.headline).toBe('Größe');
  });

  test('keeps a page without any story as it can, and an empty one as an empty story', () => {
    expect(paragraphTexts(readHtmlPage('Just words').story.body)).toEqual(['Just words']);
    expect(readHtmlPage('').story.content).toEqual({});
  });

  test.skipIf(sharedMissing('data/newsroom/medium-export-advanced.html'))(
    'of Medium has neither its title nor its subtitle in the body',
    () => {
      const { story } = readHtmlPage(sharedText('data/newsroom/medium-export-advanced.html'));
      expect(story.content).toMatchObject({ headline: 'Advanced Post Title', dek: 'This is a subtitle of some sort' });
      expect(story.sectionName).toBe('');
      expect(paragraphTexts(story.body)[0]).toBe('This is an image caption');
    },
  );

  test.each([
    '<div class="byline section">',
    '<article>',
    '<aside>',
    '<section class="comments">',
    '<h2>Related</h2><div>',
  ])(
    'nested by thousands is kept as text in bounded time: %s',
    (tag) => {
      const { story, losses } = readHtmlPage(`${tag.repeat(5_000)}<p>text</p>`);
      expect(story.related).toEqual([]);
      expect(losses.map(({ what }) => what)).toContain('depth');
    },
    20_000,
  );
});
