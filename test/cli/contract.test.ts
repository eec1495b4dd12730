import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/node/files/sha256.js';
import { withFolder } from '../faults/processes.js';
import { copydesk } from './run-cli.js';

/** Any text, typed. */
const anyText = expect.any(String) as string;
const seed = join(import.meta.dirname, '../cases/import/seed-page.txt');
const seedHeadline = 'Ukraine–Russia Peace Talks Resume in the UAE Amid Ongoing Fighting';

/** The paragraphs of the seed's body: between its second and its third "Share". */
function seedParagraphs(): readonly string[] {
  const [, , body = ''] = readFileSync(seed, 'utf8')
    .split(/^Share$/mu)
    .slice(0, 4);
  return body
    .split(/\n\s*\n/u)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

describe('the main job', () => {
  test('the seed page comes in with section, headline, dek, body and cards, and goes out word for word', async () => {
    await withFolder((folder) => {
      const [library, out] = [join(folder, 'L'), join(folder, 'D')];
      expect(copydesk(['init', library, '--json']).rows).toEqual([{ library, id: anyText, stories: 0 }]);
      const imported = copydesk(['import', library, seed, '--json']);
      expect(imported.code).toBe(0);
      expect(imported.rows).toHaveLength(1);
      expect(imported.rows[0]).toMatchObject({ outcome: 'imported', headline: seedHeadline, format: 'text' });
      const id = String(imported.rows[0]?.['id']);

      expect(copydesk(['list', library, '--json']).rows).toMatchObject([
        { id, headline: seedHeadline, section: 'International', state: 'draft' },
      ]);
      const [story] = copydesk(['show', library, id.slice(0, 6), '--json']).rows;
      expect(String(story?.['dek'])).toHaveLength(132);
      expect(story?.['related']).toMatchObject(
        [
          { url: null, section: 'International', headline: /Justice Department/u },
          { url: null, section: 'International', headline: /Mexico/u },
          { url: null, section: 'International', headline: /European Leaders/u },
        ].map(({ headline, ...rest }) => ({ ...rest, headline: expect.stringMatching(headline) as string })),
      );

      const exported = copydesk(['export', library, '--format', 'html', '--out', out, '--json']);
      expect(exported.code).toBe(0);
      const page = exported.rows.find(({ path }) => String(path).endsWith('index.html'));
      expect(page).toMatchObject({ id, format: 'html', edition: null, valid: true });
      const html = readFileSync(join(out, String(page?.['path'])), 'utf8');
      expect(page).toMatchObject({ bytes: Buffer.byteLength(html), sha256: sha256(html) });
      const text = plain(html);
      let at = 0;
      const paragraphs = seedParagraphs();
      expect(paragraphs).toHaveLength(11);
      for (const paragraph of paragraphs) {
        const found = text.indexOf(paragraph, at);
        expect([paragraph.slice(0, 40), found >= at]).toEqual([paragraph.slice(0, 40), true]);
        at = found + paragraph.length;
      }
      for (const card of [
        'featuring Musk and Zuckerberg',
        'Mexico to Send Food Aid',
        'European Leaders Warn of Growing Climate and Security',
      ])
        expect(text.indexOf(card, at)).toBeGreaterThan(at);
      return Promise.resolve();
    });
  });

  test('a story goes through the desk: submit, send back, approve, publish, kill', async () => {
    await withFolder((folder) => {
      const library = join(folder, 'L');
      copydesk(['init', library]);
      const id = String(copydesk(['import', library, seed, '--json']).rows[0]?.['id']);
      const state = (...args: readonly string[]): unknown =>
        copydesk([...args.slice(0, 1), library, id, ...args.slice(1), '--json']).rows[0]?.['state'];
      expect(state('move', 'submitted')).toBe('submitted');
      expect(copydesk(['move', library, id, 'inProgress', '--json'])).toMatchObject({ code: 3, rows: [] });
      expect(state('move', 'inProgress', '--note', 'Name the mediators.')).toBe('inProgress');
      const early = copydesk(['publish', library, id, '--json']);
      expect(early).toMatchObject({ code: 3, rows: [{ outcome: 'refused', error: { code: 'workflow.not-allowed' } }] });
      expect(state('move', 'submitted')).toBe('submitted');
      expect(state('move', 'approved')).toBe('approved');
      expect(copydesk(['publish', library, id, '--json']).rows).toEqual([{ id, state: 'published', edition: 1 }]);
      const out = join(folder, 'D');
      expect(
        copydesk(['export', library, id, '--format', 'html,markdown,text,json', '--out', out, '--json']).rows[0],
      ).toMatchObject({ edition: 1 });
      expect(copydesk(['kill', library, id, '--json']).code).toBe(3);
      expect(
        copydesk(['kill', library, id, '--notice', 'Withdrawn: a source retracted.', '--json']).rows,
      ).toMatchObject([{ state: 'killed' }]);
      const refused = copydesk(['export', library, id, '--format', 'html', '--out', out, '--json']);
      expect(refused).toMatchObject({ code: 3, rows: [{ outcome: 'refused', error: { code: 'export.withheld' } }] });
      return Promise.resolve();
    });
  });

  test('the same library gives the same bytes, a second time and in another folder', async () => {
    await withFolder((folder) => {
      const library = join(folder, 'L');
      copydesk(['init', library]);
      copydesk(['import', library, seed]);
      const hashes = (out: string): unknown[] =>
        copydesk(['export', library, '--format', 'all', '--out', join(folder, out), '--json']).rows.map((row) => [
          row['path'],
          row['sha256'],
        ]);
      const first = hashes('one');
      expect(hashes('one')).toEqual(first);
      expect(hashes('two')).toEqual(first);
      expect(first.length).toBeGreaterThan(4);
      return Promise.resolve();
    });
  });

  test('what we export as JSON comes back in another library as the same story, once', async () => {
    await withFolder((folder) => {
      const [library, other, out] = [join(folder, 'L'), join(folder, 'M'), join(folder, 'D')];
      copydesk(['init', library]);
      copydesk(['init', other]);
      const id = String(copydesk(['import', library, seed, '--json']).rows[0]?.['id']);
      const path = String(copydesk(['export', library, '--format', 'json', '--out', out, '--json']).rows[0]?.['path']);
      expect(copydesk(['import', other, join(out, path), '--json']).rows).toMatchObject([
        { outcome: 'imported', id, headline: seedHeadline },
      ]);
      expect(copydesk(['import', other, join(out, path), '--json']).rows).toMatchObject([{ outcome: 'duplicate', id }]);
      const bodies = [library, other].map((each) =>
        JSON.stringify(copydesk(['show', each, id, '--json']).rows[0]?.['body']),
      );
      expect(bodies[0]?.replace(/"blockId":"[^"]*"/gu, '')).toBe(bodies[1]?.replace(/"blockId":"[^"]*"/gu, ''));
      return Promise.resolve();
    });
  });
});

describe('what never leaves', () => {
  test('no private field of a story stands in any exported file', async () => {
    await withFolder((folder) => {
      const [library, out] = [join(folder, 'L'), join(folder, 'D')];
      copydesk(['init', library, '--sample']);
      // The sample's own private words.
      const [lead] = copydesk(['list', library, '--query', 'headline:Ukraine', '--json']).rows;
      const [story] = copydesk(['show', library, String(lead?.['id']), '--json']).rows;
      const secrets = [
        String(story?.['internalNote']),
        'Second source is with Ines',
        'ask the house manager',
        'FOI request sent',
      ];
      expect(secrets[0]).not.toBe('');
      copydesk(['export', library, '--format', 'all', '--out', out]);
      const files = readdirSync(out, { recursive: true })
        .map(String)
        .map((name) => join(out, name))
        .filter((path) => statSync(path).isFile());
      expect(files.length).toBeGreaterThan(50);
      for (const path of files) {
        const bytes = readFileSync(path);
        for (const secret of secrets) expect([path, bytes.includes(secret)]).toEqual([path, false]);
      }
      return Promise.resolve();
    });
  });
});

describe('bad input', () => {
  let empty = '';
  beforeAll(() => {
    empty = join(import.meta.dirname, '../../out/faults-empty');
    mkdirSync(empty, { recursive: true });
  });

  test.each([
    [['list', '/nonexistent'], 3, /not a Copydesk library/u],
    [['nonsense'], 2, /unknown command/u],
    [['list'], 2, /missing required argument/u],
    [['merge', '/nonexistent', 'y.copydesk', '--take', 'all'], 3, /not a Copydesk library/u],
    [['package', '/nonexistent', 'y', '--colour'], 2, /unknown option/u],
    [['restore', '/nonexistent.zip', '/nonexistent-target/x'], 3, /backup/u],
  ])('%j ends with %i and says why', (args, code, message) => {
    const result = copydesk(args);
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(message);
  });

  test('every command explains itself', () => {
    for (const name of [
      'init',
      'import',
      'list',
      'show',
      'search',
      'related',
      'check',
      'move',
      'publish',
      'kill',
      'export',
      'verify',
      'backup',
      'restore',
      'diff',
      'accept',
      'reject',
      'package',
      'merge',
      'correct',
      'site',
    ])
      expect([name, copydesk([name, '--help']).code]).toEqual([name, 0]);
  });

  test('a folder that holds files is not made a library, and a library that is newer is opened for reading only', async () => {
    await withFolder((folder) => {
      const library = join(folder, 'L');
      writeFileSync(join(folder, 'x.txt'), 'mine');
      expect(copydesk(['init', folder]).stderr).toMatch(/already holds files/u);
      copydesk(['init', library]);
      const file = join(library, 'library.json');
      writeFileSync(file, newerLibrary(readFileSync(file, 'utf8')));
      const listed = copydesk(['list', library, '--json']);
      expect(listed.code).toBe(0);
      const written = copydesk(['import', library, seed]);
      expect(written.code).toBe(3);
      expect(written.stderr).toMatch(/newer version of Copydesk/u);
      return Promise.resolve();
    });
  });

  test('unreadable files are refused one by one, the others come in', async () => {
    await withFolder((folder) => {
      const [library, files] = [join(folder, 'L'), join(folder, 'in')];
      mkdirSync(files);
      copydesk(['init', library]);
      writeFileSync(join(files, 'good.txt'), 'A headline\n\nA first paragraph that says something.');
      writeFileSync(join(files, 'CON.md'), '---\ntitle: A name that Windows keeps\n---\n\nText.');
      writeFileSync(join(files, 'broken.json'), '{"format": "copydesk-story", ');
      writeFileSync(join(files, 'binary.dat'), Buffer.from([0, 1, 2, 3, 0xff, 0xfe]));
      writeFileSync(
        join(files, 'deep.json'),
        `{"format":"copydesk-story","version":1,"story":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      );
      writeFileSync(join(files, 'long.md'), `# ${'x'.repeat(10_000)}\n\nText.`);
      writeFileSync(join(files, 'surrogate.txt'), Buffer.from('Lone \ud800 half\n\nand text', 'utf16le'));
      const { code, rows } = copydesk(['import', library, files, '--json']);
      expect(code).toBe(1);
      const outcomes = Object.fromEntries(
        rows.map((row) => [String(row['file']).split('/').at(-1) ?? '', row['outcome']]),
      );
      expect(outcomes).toMatchObject({
        'good.txt': 'imported',
        'CON.md': 'imported',
        'broken.json': 'refused',
        'binary.dat': 'refused',
        'deep.json': 'refused',
        'long.md': 'refused',
      });
      for (const { outcome, error } of rows)
        if (outcome === 'refused') expect(error).toMatchObject({ code: anyText, message: anyText });
      const verified = copydesk(['verify', library, '--json']);
      expect(verified.rows.at(-1)).toMatchObject({ findings: 0 });
      const out = join(folder, 'out');
      const exported = copydesk(['export', library, '--format', 'all', '--out', out, '--json']);
      expect(exported.code).toBe(0);
      for (const { path } of exported.rows) expect(String(path)).not.toMatch(/^(?:con|prn|aux|nul)(?:\.|\/|$)/iu);
      return Promise.resolve();
    });
  });

  test('a story with a hostile headline is written inside its folder under a safe name', async () => {
    await withFolder((folder) => {
      const [library, out] = [join(folder, 'L'), join(folder, 'out')];
      copydesk(['init', library]);
      const lines = [
        '../../etc/passwd',
        'CON',
        '<script>alert(1)</script>',
        '😀😀',
        'a'.repeat(400),
        '. .',
        'NUL.txt',
        'ميناء',
      ].map((title, at) =>
        JSON.stringify({
          id: `s${String(at)}`,
          title,
          section: 'News',
          tags: [],
          date: '2026-01-01',
          lang: 'en',
          body: 'Text.',
        }),
      );
      expect(
        copydesk(['import', library, '-', '--as', 'jsonl', '--json'], { input: lines.join('\n') }).rows.map(
          ({ outcome }) => outcome,
        ),
      ).toEqual(lines.map(() => 'imported'));
      const { rows, code } = copydesk(['export', library, '--format', 'html,text', '--out', out, '--json']);
      expect(code).toBe(0);
      expect(
        new Set(rows.filter(({ format }) => format === 'text').map(({ path }) => String(path).toLowerCase())).size,
      ).toBe(lines.length);
      for (const { path } of rows) {
        expect(join(out, String(path)).startsWith(out)).toBe(true);
        expect(String(path)).not.toMatch(/[<>:"\\|?*]/u);
        for (const part of String(path).split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(140);
      }
      return Promise.resolve();
    });
  });

  test('an export never replaces a file that it did not write', async () => {
    await withFolder((folder) => {
      const [library, out] = [join(folder, 'L'), join(folder, 'out')];
      copydesk(['init', library]);
      copydesk(['import', library, seed]);
      const [row] = copydesk(['export', library, '--format', 'text', '--out', out, '--json']).rows;
      const path = join(out, String(row?.['path']));
      writeFileSync(join(out, 'copydesk-export.json'), '{}');
      writeFileSync(path, 'mine');
      const again = copydesk(['export', library, '--format', 'text', '--out', out, '--json']);
      expect(again).toMatchObject({ code: 3, rows: [{ outcome: 'refused', error: { code: 'export.folder' } }] });
      expect(readFileSync(path, 'utf8')).toBe('mine');
      return Promise.resolve();
    });
  });
});

describe('backup', () => {
  test('a backup brings every story back, and a damaged one leaves nothing behind', async () => {
    await withFolder((folder) => {
      const [library, zip, again] = [join(folder, 'L'), join(folder, 'b.zip'), join(folder, 'M')];
      copydesk(['init', library, '--sample']);
      const before = copydesk(['list', library, '--json']).rows;
      expect(copydesk(['backup', library, '--out', zip, '--json']).rows).toMatchObject([{ path: zip }]);
      expect(copydesk(['restore', zip, again, '--json']).rows).toMatchObject([{ stories: before.length }]);
      expect(copydesk(['list', again, '--json']).rows).toEqual(before);
      expect(copydesk(['verify', again, '--json']).rows.at(-1)).toMatchObject({ findings: 0 });
      const bytes = readFileSync(zip);
      bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 4_000);
      writeFileSync(zip, bytes);
      const target = join(folder, 'N');
      expect(copydesk(['restore', zip, target]).code).toBe(3);
      expect(readdirSync(folder).sort()).toEqual(['L', 'M', 'b.zip']);
      return Promise.resolve();
    });
  });
});

/** The same file as a version of the year after next would have written it; its seal is right. */
function newerLibrary(text: string): string {
  const open = text.slice(0, text.indexOf(',"seal":"')).replace('"schema":1', '"schema":99');
  return `${open},"seal":"${sha256(open)}"}\n`;
}

describe('export', () => {
  test('is remembered as a profile, and since the last one writes nothing twice', async () => {
    await withFolder((folder) => {
      const [library, out] = [join(folder, 'L'), join(folder, 'D')];
      copydesk(['init', library]);
      copydesk(['import', library, seed, '--state', 'published']);
      const said = ['--format', 'nitf,rss', '--out', out, '--since-last', '--profile', 'Agency', '--json'];
      const first = copydesk(['export', library, ...said]);
      expect(first.code).toBe(0);
      expect(first.rows).toContainEqual(
        expect.objectContaining({ format: 'nitf', edition: 1, valid: true, check: 'official', validator: 'nitf-3.6' }),
      );
      const again = copydesk(['export', library, '--profile', 'agency', '--json']);
      expect(again.rows.map(({ format }) => format)).toEqual(['rss']);
      return Promise.resolve();
    });
  });

  test('refuses a PDF where there is no display, says what to do, and writes the rest', async () => {
    await withFolder((folder) => {
      const library = join(folder, 'L');
      const out = join(folder, 'D');
      copydesk(['init', library]);
      copydesk(['import', library, seed, '--state', 'published']);
      const noDisplay = { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } };
      const { code, rows } = copydesk(['export', library, '--format', 'pdf,text', '--out', out, '--json'], noDisplay);
      expect(code).toBe(1);
      const refused = rows.filter(({ outcome }) => outcome === 'refused');
      expect(refused).toMatchObject([{ format: 'pdf', error: { code: 'export.no-printer' } }]);
      expect(JSON.stringify(refused)).toContain('xvfb-run -a');
      // "All" is every format that can run here.
      const all = copydesk(['export', library, '--format', 'all', '--out', out, '--json'], noDisplay);
      expect(all.code).toBe(0);
      expect(new Set(all.rows.map(({ format }) => format)).size).toBe(13);
      return Promise.resolve();
    });
  });

  test.each([
    ['site', /copydesk site/u],
    ['doc', /no format that can be written; formats are html, /u],
  ])('says what to do instead of --format %s', async (format, message) => {
    await withFolder((folder) => {
      const library = join(folder, 'L');
      copydesk(['init', library]);
      const { code, stderr } = copydesk(['export', library, '--format', format, '--out', join(folder, 'D')]);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      return Promise.resolve();
    });
  });
});
