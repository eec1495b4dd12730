import type { ExportedFile } from '../exporter.js';
import { readXml } from '../xml/xml-check.js';

const rfc822 = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/u;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;
const absolute = /^(?:https?:\/\/|urn:)/u;

/** The rules of RSS 2.0 and Atom (RFC 4287) that no reader forgives: ids that are there once, dates, whole addresses. */
export function feedFaults(files: readonly ExportedFile[]): readonly string[] {
  const text = files[0]?.content;
  if (typeof text !== 'string') return ['the feed is missing'];
  const faults: string[] = [];
  const ids = new Set<string>();
  const counts = { items: 0, ids: 0, titles: 0 };
  const wellFormed = readXml(text, ({ name, path, text: inner, attributes }) => {
    if (name === 'item' || name === 'entry') counts.items += 1;
    const isOfItem = /(?:item|entry)\/[^/]+$/u.test(path);
    if (isOfItem && (name === 'guid' || name === 'id')) {
      counts.ids += 1;
      if (inner === '' || ids.has(inner)) faults.push(`the id "${inner}" is empty or stands twice`);
      ids.add(inner);
    }
    if (isOfItem && name === 'title') counts.titles += 1;
    if (['pubDate', 'lastBuildDate'].includes(name) && !rfc822.test(inner)) faults.push(`${name} is no date: ${inner}`);
    if (['updated', 'published', 'atom:updated'].includes(name) && !rfc3339.test(inner))
      faults.push(`${name} is no date: ${inner}`);
    const address =
      name === 'link' ? (attributes['href'] ?? inner) : name === 'media:content' ? attributes['url'] : null;
    if (address !== null && address !== undefined && !absolute.test(address))
      faults.push(`${name} is no whole address: ${address.slice(0, 60)}`);
  });
  if (counts.ids !== counts.items || counts.titles !== counts.items) faults.push('an entry without its id or title');
  return [...wellFormed, ...faults];
}
