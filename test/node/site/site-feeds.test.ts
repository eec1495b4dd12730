import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillWithSample } from '../../../src/node/desk/sample-newsroom.js';
import { SiteDesk } from '../../../src/node/site/site-desk.js';
import { withLibrary } from '../open-library.js';

const base = 'https://harbour.example.org/paper/';

interface SampleSite {
  readonly text: (path: string) => string;
  readonly isThere: (path: string) => boolean;
}

const folders: string[] = [];

/** The sample newsroom as a site: its files as texts by path, and whether a path is there. */
async function sampleSite(address: string): Promise<SampleSite> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-feeds-'));
  folders.push(folder);
  await withLibrary(async (library) => {
    await fillWithSample(library, null);
    await new SiteDesk(library).build({ out: folder, base: address });
  });
  return {
    text: (path) => readFileSync(join(folder, path), 'utf8'),
    isThere: (path) => existsSync(join(folder, path)),
  };
}

describe('the feeds of a site', () => {
  // Pictures are made for each site, so all that is read of one is read of the same.
  let site: SampleSite;
  beforeAll(async () => {
    site = await sampleSite(base);
  }, 120_000);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('are read by another program with the same stories, newest first, whichever kind', () => {
    const { text } = site;
    const rss = parseRssFeed(text('rss.xml'));
    const atom = parseAtomFeed(text('atom.xml'));
    const json = parseJsonFeed(text('feed.json'));
    const titles = rss.items?.map(({ title }) => title) ?? [];
    expect(titles.length).toBeGreaterThan(5);
    expect(atom.entries?.map(({ title }) => (typeof title === 'string' ? title : title?.value))).toEqual(titles);
    expect(json.items?.map(({ title }) => title)).toEqual(titles);
    const dates = rss.items?.map(({ pubDate }) => Date.parse(String(pubDate))) ?? [];
    expect(dates).toEqual([...dates].sort((left, right) => right - left));
    const guids = rss.items?.map(({ guid }) => guid?.value) ?? [];
    expect(new Set(guids).size).toBe(titles.length);
  });

  test('name absolute addresses only, and each of them is on the site', () => {
    const { text, isThere } = site;
    const { items = [] } = parseJsonFeed(text('feed.json'));
    const named = items.flatMap(({ url, image, content_html: html }) => [
      url,
      image,
      ...[...String(html).matchAll(/ (?:src|href)="([^"]*)"/gu)].map(([, address]) => address),
    ]);
    const addresses = named.filter((address): address is string => typeof address === 'string' && address !== '');
    expect(addresses.filter((address) => !/^(?:https?|mailto):/u.test(address))).toEqual([]);
    const own = addresses.filter((address) => address.startsWith(base)).map((address) => address.replace(/#.*$/u, ''));
    expect(own.length).toBeGreaterThan(items.length);
    const files = own.map((address) => decodeURIComponent(address.slice(base.length)));
    const missing = files.filter((file) => !isThere(file.endsWith('/') ? `${file}index.html` : file));
    expect(missing).toEqual([]);
  });

  test('stand beside each section too, and pages name them', () => {
    const { text } = site;
    const section = parseRssFeed(text('international/rss.xml'));
    const all = new Set(parseRssFeed(text('rss.xml')).items?.map(({ link }) => link));
    expect(section.items?.length).toBeGreaterThan(0);
    expect(section.items?.every(({ link }) => all.has(link))).toBe(true);
    expect(text('index.html')).toContain('type="application/rss+xml"');
  });

  test('are left out while the address of the site is not known', async () => {
    const { text, isThere } = await sampleSite('');
    expect(isThere('rss.xml')).toBe(false);
    expect(text('index.html')).not.toContain('rss');
  });
});
