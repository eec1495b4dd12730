import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paragraphTexts } from '../../../../src/core/document/plain-text.js';
import { ghostImporter } from '../../../../src/core/import/ghost/ghost-importer.js';
import { chooseImporter } from '../../../../src/core/import/importers.js';
import { readAll, readOne } from '../../../builders/import-context.js';

const sample = readFileSync(resolve(import.meta.dirname, '../../../cases/newsroom/ghost-export.json'));
const site = (post: object, more: object = {}): string =>
  JSON.stringify({
    db: [{ meta: {}, data: { posts: [{ id: 1, title: 'T', status: 'published', ...post }], ...more } }],
  });

describe('an export of Ghost', () => {
  test('gives each post with its author and its tags', async () => {
    expect(chooseImporter({ fileName: 'ghost.json', bytes: sample })).toBe('ghost');
    const results = await readAll(ghostImporter, sample);
    expect(results).toMatchObject([
      {
        story: {
          content: { headline: 'Post 1', urlSlug: 'post-1', firstPublishedAt: '2025-01-01T00:00:00.000Z' },
          sectionName: 'News',
          authorNames: ['Alice Johnson'],
          isPublished: true,
        },
      },
      { story: { content: { headline: 'Post 2' }, sectionName: 'Technology', authorNames: ['Bob Smith'] } },
      { story: { content: { headline: 'Post 3 - Lexical' } } },
    ]);
  });

  test('finds the pictures of the site beside the file', async () => {
    const { story, media } = await readOne(
      ghostImporter,
      site(
        {
          html: '<p>A</p><img src="__GHOST_URL__/content/images/b.jpg" alt="B">',
          feature_image: '__GHOST_URL__/content/images/a.jpg',
        },
        { posts_meta: [{ post_id: 1, feature_image_alt: 'Boat', meta_title: 'Seo' }] },
      ),
    );
    expect(story).toMatchObject({
      leadImage: { key: 'content/images/a.jpg', alt: 'Boat' },
      content: { headlines: { seo: 'Seo' } },
    });
    expect(media.map(({ key }) => key)).toEqual(['content/images/a.jpg', 'content/images/b.jpg']);
  });

  test('reads a text that is only there in the newer form', async () => {
    const text = (words: string, format = 0): object => ({ type: 'extended-text', text: words, format });
    const root = {
      children: [
        { type: 'extended-heading', tag: 'h3', children: [text('Head')] },
        {
          type: 'paragraph',
          children: [
            text('On '),
            text('Monday', 1),
            { type: 'link', url: 'https://example.org/', children: [text(' here')] },
          ],
        },
        { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [text('One')] }] },
        { type: 'signup' },
      ],
    };
    const { story, losses } = await readOne(ghostImporter, site({ lexical: JSON.stringify({ root }) }));
    expect(paragraphTexts(story.body)).toEqual(['Head', 'On Monday here', 'One']);
    expect(JSON.stringify(story.body)).toContain('"bold"');
    expect(losses.map(({ what }) => what)).toEqual(['card']);
  });

  test('names what was for members, what waits and what is only in the old form', async () => {
    const members = await readOne(ghostImporter, site({ html: '<p>A</p>', visibility: 'paid' }));
    expect(members.losses.map(({ what }) => what)).toEqual(['visibility']);
    const waiting = await readOne(
      ghostImporter,
      site({ html: '<p>A</p>', status: 'scheduled', published_at: '2030-01-01T00:00:00Z' }),
    );
    expect(waiting.story).toMatchObject({
      isPublished: false,
      content: { schedule: { at: '2030-01-01T00:00:00.000Z' } },
    });
    expect(await readAll(ghostImporter, site({ mobiledoc: '{}' }))).toMatchObject([
      { refused: { code: 'import.no-story' } },
    ]);
  });

  test('of older form is read, and other JSON refused', async () => {
    const old = JSON.stringify({
      meta: {},
      data: { posts: [{ id: 7, title: 'Old', html: '<p>A</p>', published_at: 1700000000000 }] },
    });
    expect((await readOne(ghostImporter, old)).story.content.headline).toBe('Old');
    expect(await readAll(ghostImporter, '{"a":1}')).toMatchObject([{ refused: { code: 'import.not-readable' } }]);
  });
});
