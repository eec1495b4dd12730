/** Where the links of a page lead inside the site: paths from its root. Other hosts and places within the page are left out. */
export function linksOfPage(file: string, html: string): readonly string[] {
  const folder = file.split('/').slice(0, -1);
  const found = new Set<string>();
  for (const [, href = '', set = ''] of html.matchAll(/ (?:(?:href|src|data-stories)="([^"]*)"|srcset="([^"]*)")/gu)) {
    const hrefs = href !== '' ? [href] : set.split(', ').map((part) => part.split(' ')[0] ?? '');
    for (const each of hrefs) if (each !== '' && !/^(?:[a-z][a-z+.-]*:|[#/])/iu.test(each)) found.add(each);
  }
  return [...found].map((href) => resolved(folder, href));
}

function resolved(folder: readonly string[], href: string): string {
  const path = href
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replace(/[?#].*$/su, '');
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return decoded(parts.join('/'));
}

/** An address with a "%" that is no code leads nowhere as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
