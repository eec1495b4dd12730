import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksOfPage } from '../../../src/core/site/page-links.js';
import { fileOfPage, pagesOf } from '../../../src/core/site/paging.js';
import {
  addressOfFile,
  fileOfAddress,
  hrefOfPath,
  PathClaims,
  rootOf,
  sectionFolder,
} from '../../../src/core/site/site-paths.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => count - at);

describe('pages of a list', () => {
  test('hold every story once, newest first', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 40 }), (count, size) => {
        expect(pagesOf(numbers(count), size).flatMap(({ items }) => items)).toEqual(numbers(count));
      }),
    );
  });

  test('but the front one stay as they are when a story comes', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 20 }), (count, size) => {
        const kept = pagesOf(numbers(count), size).slice(1);
        const after = new Map(pagesOf(numbers(count + 1), size).map((page) => [page.number, page]));
        for (const page of kept) expect(after.get(page.number)).toEqual(page);
      }),
    );
  });

  test('have the address of the list in front and numbers behind', () => {
    const pages = pagesOf(numbers(50), 24);
    expect(pages.map((page) => fileOfPage('sport', page))).toEqual(['sport/index.html', 'sport/page/1/index.html']);
    expect(pagesOf([], 24)).toEqual([{ number: 1, items: [], isFirst: true }]);
  });
});

describe('a place on the site', () => {
  test('is a file for every address, inside the site', () => {
    expect(fileOfAddress('/sport/2026/win/')).toBe('sport/2026/win/index.html');
    expect(fileOfAddress('/sport/win')).toBe('sport/win/index.html');
    expect(fileOfAddress('/win.html')).toBe('win.html');
    expect(fileOfAddress('/../../etc/passwd')).toBe('etc/passwd/index.html');
    expect(fileOfAddress('/')).toBe('index.html');
  });

  test('is reached from every other page by a relative link', () => {
    const name = fc.stringMatching(/^[a-zäöü0-9?#% -]{1,12}$/u).filter((part) => !/^\.+$/u.test(part));
    const file = fc.array(name, { maxLength: 5 }).map((parts) => [...parts, 'index.html'].join('/'));
    fc.assert(
      fc.property(file, file, (from, to) => {
        const html = `<a href="${rootOf(from)}${hrefOfPath(to)}">`;
        expect(linksOfPage(from, html)).toEqual([to]);
      }),
    );
  });

  test('has an address without index.html', () => {
    expect(addressOfFile('sport/index.html')).toBe('sport/');
    expect(addressOfFile('index.html')).toBe('');
    expect(addressOfFile('win.html')).toBe('win.html');
  });

  test('is given to one page only, whatever the case of its letters', () => {
    const claims = new PathClaims();
    expect(claims.claim('sport/win/index.html')).toBe('sport/win/index.html');
    expect(claims.claim('sport/WIN/index.html')).toBe('sport/WIN-2/index.html');
    expect(sectionFolder('search')).toBe('search-section');
  });
});

test('links to other hosts, to places in the page and to files of the server are not looked for', () => {
  const html =
    '<a href="https://example.org/"><a href="#a"><a href="mailto:a@b.c"><img src="a.jpg" srcset="b.jpg 480w, ../c.jpg 960w">';
  expect(linksOfPage('x/index.html', html)).toEqual(['x/a.jpg', 'x/b.jpg', 'c.jpg']);
});
