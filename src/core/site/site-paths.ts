/** Folders and files of the site that no section, story or person may take. */
const reserved = new Set([
  'archive',
  'assets',
  'author',
  'corrections',
  'feeds',
  'latest',
  'media',
  'search',
  'subject',
  'tag',
  '404.html',
  'index.html',
  'robots.txt',
  'sitemap.xml',
  'news-sitemap.xml',
]);

/** The folder of a section: its slug, but for names that the site needs itself. */
export const sectionFolder = (slug: string): string => (reserved.has(slug.toLowerCase()) ? `${slug}-section` : slug);

/**
 * The file of an address under the base URL: "/sport/2026/win/" → "sport/2026/win/index.html", "/win.html" → "win.html".
 * Every page that is a folder's is its `index.html`, so that the site works from a disk too.
 */
export function fileOfAddress(address: string): string {
  const parts = address.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1);
  if (last === undefined) return 'index.html';
  return !address.endsWith('/') && last.endsWith('.html') ? parts.join('/') : `${parts.join('/')}/index.html`;
}

/** The address of a file under the base URL, without a leading "/": "sport/index.html" → "sport/". */
export const addressOfFile = (file: string): string => file.replace(/(^|\/)index\.html$/u, '$1');

/** How many folders deep a file stands, as the way back: "a/b/index.html" → "../../". */
export function rootOf(file: string): string {
  let root = '';
  for (const sign of file) if (sign === '/') root += '../';
  return root;
}

/** A file's path as an address: letters of all scripts stay, what may not stand in an address is encoded. */
export const hrefOfPath = (path: string): string => encodeURI(path).replace(/[?#]/gu, encodeURIComponent);

/** Files by path, each given once: "Win" and "win" are one on most disks. */
export class PathClaims {
  readonly #taken = new Set<string>();

  /** The path, or the first free one with "-2", "-3" … in the name of its folder (or of the file itself). */
  claim(path: string): string {
    const [, stem = '', end = ''] = /^(.*?)(\/index\.html|\.[a-z]+)$/u.exec(path) ?? [];
    let free = path;
    for (let number = 2; this.#taken.has(free.toLowerCase()); number += 1) free = `${stem}-${String(number)}${end}`;
    this.#taken.add(free.toLowerCase());
    return free;
  }

  has(path: string): boolean {
    return this.#taken.has(path.toLowerCase());
  }
}
