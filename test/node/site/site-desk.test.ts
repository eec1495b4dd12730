import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storyId, type StoryId } from '../../../src/core/ids.js';
import { ImportDesk } from '../../../src/node/desk/import-desk.js';
import { StoryDesk } from '../../../src/node/desk/story-desk.js';
import type { Library } from '../../../src/node/library/library.js';
import { PreviewServer } from '../../../src/node/site/preview-server.js';
import { SiteDesk, type SiteReport } from '../../../src/node/site/site-desk.js';
import { withLibrary } from '../open-library.js';

const base = 'https://harbour.example.org/paper/';
const settings = { name: 'The Harbour Post', baseUrl: base };

async function withSite(
  work: (parts: {
    library: Library;
    folder: string;
    out: string;
    ids: readonly StoryId[];
    build: (out?: string) => Promise<SiteReport>;
  }) => Promise<void>,
  count = 60,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-site-'));
  try {
    await withLibrary(async (library) => {
      const lines = Array.from({ length: count }, (_, at) =>
        JSON.stringify({
          id: `n-${String(at)}`,
          title: `Harbour story number ${String(at)} & more`,
          dek: `What happened on day ${String(at)}.`,
          section: at % 3 === 0 ? 'Sport' : 'Culture',
          tags: [`tag ${String(at % 4)}`],
          date: new Date(Date.UTC(2026, at % 5, 1 + (at % 28), 9)).toISOString(),
          body: 'The harbour office said on Monday that the plan would be read again.',
        }),
      );
      const file = join(folder, 'news.jsonl');
      writeFileSync(file, lines.join('\n'));
      const ids: StoryId[] = [];
      for await (const row of new ImportDesk(library).run({ paths: [file], state: 'published', person: null }))
        if (row.id !== undefined) ids.push(storyId.parse(row.id));
      const out = join(folder, 'site');
      await work({ library, folder, out, ids, build: (to = out) => new SiteDesk(library).build({ out: to }) });
    }, settings);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file but our own work, with its text. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return new Map(
    paths
      .filter((path) => !path.startsWith('.copydesk-site'))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'latin1')]),
  );
}

async function change(library: Library, id: StoryId, headline: string): Promise<void> {
  const stories = new StoryDesk(library);
  await stories.move({ id, move: 'unpublish', person: null, note: 'a test' });
  const { story, sha256 } = await library.stories.read(id);
  await library.save({ ...story, headline, urlSlug: '' }, sha256);
  await stories.move({ id, move: 'publish', person: null, note: '' });
}

describe('a site', () => {
  test('has every page, and no link in it leads nowhere', async () => {
    await withSite(async ({ build, out }) => {
      const report = await build();
      expect(report.deadLinks).toEqual([]);
      expect(report.missing).toEqual([]);
      const paths = [...filesOf(out).keys()];
      for (const path of [
        'index.html',
        '404.html',
        'robots.txt',
        'sitemap.xml',
        'news-sitemap.xml',
        'search/index.html',
        'archive/index.html',
        'archive/2026/01/index.html',
        'corrections/index.html',
        'sport/index.html',
        'tag/tag-1/index.html',
      ])
        expect(paths).toContain(path);
      expect(paths.filter((path) => /^(?:sport|culture)\/2026\//u.test(path))).toHaveLength(60);
    });
  });

  test('is the same bytes again, in another folder too', async () => {
    await withSite(async ({ build, out, folder }) => {
      await build();
      await build(join(folder, 'other'));
      expect(filesOf(join(folder, 'other'))).toEqual(filesOf(out));
    });
  });

  test('is not written again where nothing changed, and only in part where one story did', async () => {
    await withSite(async ({ build, out, library, ids }) => {
      const first = await build();
      expect(await build()).toMatchObject({ written: 0, unchanged: first.written, removed: 0, pages: first.pages });
      const id = ids[7] ?? storyId.parse('');
      const old = [...filesOf(out).keys()].find((path) => path.includes('number-7-')) ?? '';
      await change(library, id, 'The ferry is late');
      const next = await build();
      expect(next.written).toBeLessThan(25);
      expect(next.deadLinks).toEqual([]);
      const files = filesOf(out);
      // Its old address leads to the new one.
      expect(files.get(old)).toContain('http-equiv="refresh"');
      expect(files.get(old)).toContain('rel="canonical"');
      expect([...files.keys()].some((path) => path.includes('the-ferry-is-late'))).toBe(true);
    });
  });

  test('loses what is not out any more and nothing that is somebody else’s', async () => {
    await withSite(async ({ build, out, library, ids }) => {
      await build();
      writeFileSync(join(out, 'CNAME'), 'example.org');
      mkdirSync(join(out, 'sport', 'own'));
      writeFileSync(join(out, 'sport', 'own', 'page.html'), 'mine');
      const stories = new StoryDesk(library);
      for (const id of ids.slice(0, 3)) await stories.move({ id, move: 'unpublish', person: null, note: 'a test' });
      const report = await build();
      expect(report.removed).toBeGreaterThanOrEqual(3);
      expect(report.deadLinks).toEqual([]);
      const files = filesOf(out);
      expect([...files.keys()].filter((path) => /number-[012]-/u.test(path))).toEqual([]);
      expect(files.get('CNAME')).toBe('example.org');
      expect(files.get('sport/own/page.html')).toBe('mine');
    });
  });

  test('refuses to write over a file that it did not write, before it writes any', async () => {
    await withSite(async ({ build, out }) => {
      mkdirSync(out);
      writeFileSync(join(out, 'index.html'), 'mine');
      await expect(build()).rejects.toMatchObject({ code: 'export.folder' });
      expect([...filesOf(out)]).toEqual([['index.html', 'mine']]);
    }, 3);
  });

  test('puts right what was changed or lost in its folder', async () => {
    await withSite(async ({ build, out }) => {
      await build();
      const before = filesOf(out);
      rmSync(join(out, 'sport'), { recursive: true });
      writeFileSync(join(out, 'robots.txt'), 'changed');
      await build();
      expect(filesOf(out)).toEqual(before);
    }, 10);
  });

  test('that is stopped at any step is the old one or, at the next run, the new one', async () => {
    await withSite(async ({ build, out, folder, library, ids }) => {
      await build();
      const old = filesOf(out);
      for (const id of ids.slice(0, 2)) await change(library, id, `Changed ${id.slice(0, 4)}`);
      const whole = join(folder, 'whole');
      cpSync(out, whole, { recursive: true, preserveTimestamps: true });
      await build(whole);
      const fresh = filesOf(whole);
      // Stopped before the journal: what stands in the stage counts for nothing.
      mkdirSync(join(out, '.copydesk-site', 'stage'));
      writeFileSync(join(out, '.copydesk-site', 'stage', '0'), 'half');
      expect(filesOf(out)).toEqual(old);
      await build();
      expect(filesOf(out)).toEqual(fresh);
    }, 12);
  });

  test('that is cancelled is as it was', async () => {
    await withSite(async ({ library, out, build }) => {
      await build();
      const before = filesOf(out);
      const desk = new SiteDesk(library);
      const job = { out, theme: 'magazine', isCancelled: () => true };
      await expect(desk.build(job)).rejects.toMatchObject({ code: 'job.cancelled' });
      expect(filesOf(out)).toEqual(before);
    });
  });

  test('as a zip is one file, the same each time', async () => {
    await withSite(async ({ library, folder }) => {
      const desk = new SiteDesk(library);
      await desk.build({ out: join(folder, 'a.zip'), isZip: true });
      await desk.build({ out: join(folder, 'b.zip'), isZip: true });
      expect(readFileSync(join(folder, 'a.zip')).equals(readFileSync(join(folder, 'b.zip')))).toBe(true);
    }, 5);
  });
});

describe('a theme', () => {
  test('of one’s own is copied, changed and used', async () => {
    await withSite(async ({ library, out }) => {
      const desk = new SiteDesk(library);
      const own = await desk.themes.copy('magazine', 'ours');
      expect(desk.themes.list().map(({ id }) => id)).toEqual(['default', 'magazine', 'ours']);
      writeFileSync(join(own, 'not-found.liquid'), '<!doctype html><title>{{ title }}</title><h1>Ours</h1>');
      await desk.build({ out, theme: 'ours' });
      expect(filesOf(out).get('404.html')).toContain('<h1>Ours</h1>');
    }, 3);
  });

  test('with a mistake is refused with its file and line, and the site stays', async () => {
    await withSite(async ({ library, out, build }) => {
      await build();
      const before = filesOf(out);
      const desk = new SiteDesk(library);
      const own = await desk.themes.copy('default', 'broken');
      writeFileSync(join(own, 'home.liquid'), '<p>\n{{ title }}\n{{ nothing.here }}</p>');
      await expect(desk.build({ out, theme: 'broken' })).rejects.toMatchObject({
        code: 'site.theme',
        params: { file: 'home.liquid', line: 3 },
      });
      writeFileSync(join(own, 'home.liquid'), '\n{% if title %}');
      await expect(desk.build({ out, theme: 'broken' })).rejects.toMatchObject({
        params: { file: 'home.liquid', line: 2 },
      });
      await expect(desk.build({ out, theme: 'none' })).rejects.toMatchObject({ code: 'site.no-theme' });
      expect(filesOf(out)).toEqual(before);
    }, 3);
  });
});

test('the preview shows the site on this machine only, and nothing outside its folder', async () => {
  await withSite(async ({ build, out, folder }) => {
    await build();
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const server = await PreviewServer.start(out);
    try {
      const home = await fetch(server.address);
      expect([home.status, await home.text()]).toEqual([200, readFileSync(join(out, 'index.html'), 'utf8')]);
      expect((await fetch(`${server.address}nowhere/`)).status).toBe(404);
      expect((await fetch(`${server.address}..%2fsecret.txt`)).status).toBe(404);
      expect((await fetch(`${server.address}.copydesk-site/manifest.json`)).status).toBe(404);
    } finally {
      await server.stop();
    }
  }, 3);
});
