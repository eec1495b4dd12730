import { parse } from 'parse5';
import { attr, elementsOf, hasAttr } from '../../import/html/html-tree.js';
import type { ExportedFile } from '../exporter.js';

/** `media/a-480.jpg 480w, media/a.jpg 960w` */
const filesOfSet = (srcset: string): readonly string[] =>
  srcset === '' ? [] : srcset.split(', ').map((part) => part.split(' ')[0] ?? '');

/**
 * What must hold of every page, whatever a theme does: one h1, pictures with text and size, no script but data, no
 * handlers, ids that are there once, files that came along. The checkers of others run in the tests.
 */
export function pageFaults(files: readonly ExportedFile[]): readonly string[] {
  const page = files.find(({ path }) => path === 'index.html')?.content;
  if (typeof page !== 'string') return ['index.html is missing'];
  const paths = new Set(files.map(({ path }) => path));
  const faults: string[] = [];
  const ids = new Set<string>();
  let headlines = 0;
  for (const element of elementsOf(parse(page))) {
    const { tagName } = element;
    if (tagName === 'h1') headlines += 1;
    if (tagName === 'script' && attr(element, 'type') !== 'application/ld+json') faults.push('a script');
    for (const file of filesOfSet(attr(element, 'srcset')))
      if (!paths.has(file)) faults.push(`a picture that is not among the files: ${file}`);
    if (tagName === 'img') {
      for (const name of ['alt', 'width', 'height'])
        if (!hasAttr(element, name)) faults.push(`a picture without ${name}`);
      if (!paths.has(attr(element, 'src')))
        faults.push(`a picture that is not among the files: ${attr(element, 'src')}`);
    }
    for (const { name, value } of element.attrs) {
      if (name.startsWith('on')) faults.push(`a script handler: ${name}`);
      if (name === 'style') faults.push('a style attribute, which the page’s policy forbids');
      if ((name === 'href' || name === 'action') && !/^(?:https?:|mailto:|#|[\w./-]+$)/u.test(value))
        faults.push(`an address that may not stand in a page: ${value.slice(0, 40)}`);
      if (name !== 'id') continue;
      if (ids.has(value)) faults.push(`the id "${value}" twice`);
      ids.add(value);
    }
  }
  if (headlines !== 1) faults.push(`${String(headlines)} headlines (h1) instead of one`);
  return faults;
}
