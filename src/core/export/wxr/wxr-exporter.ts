import { LossList } from '../../loss.js';
import { slug } from '../../text/file-name.js';
import { oneLine } from '../../text/spaces.js';
import type { CollectionExporter, CollectionOptions } from '../collection.js';
import type { ExportedFile } from '../exporter.js';
import type { Rendition } from '../rendition.js';
import { readXml } from '../xml/xml-check.js';
import { cdataElement, element, xmlDocument, type Xml } from '../xml/xml-writer.js';
import { wxrItems, WxrNumbers } from './wxr-item.js';

/** WordPress' own format of many posts (WXR 1.2), read by "Tools, Import". Pictures are named by address, not carried. */
export const wxrExporter: CollectionExporter = {
  fileName: 'wordpress.xml',
  takesProofs: true,
  validate: (files) => ({ validator: 'copydesk-wxr', faults: wxrFaults(files) }),
  render(renditions, options) {
    const losses = new LossList();
    return {
      files: [{ path: 'wordpress.xml', content: xmlDocument(channel(renditions, options, losses)) }],
      losses: losses.list,
    };
  },
};

function channel(renditions: readonly Rendition[], { settings, themeText }: CollectionOptions, losses: LossList): Xml {
  const home = settings.baseUrl || 'https://local.invalid/';
  const numbers = new WxrNumbers();
  const items = renditions.flatMap((rendition) => wxrItems(rendition, { numbers, losses, themeText }));
  return element(
    'rss',
    {
      version: '2.0',
      'xmlns:excerpt': 'http://wordpress.org/export/1.2/excerpt/',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:wp': 'http://wordpress.org/export/1.2/',
    },
    element(
      'channel',
      {},
      element('title', {}, settings.name),
      element('link', {}, home),
      element('description', {}, settings.name),
      element('language', {}, settings.language),
      element('wp:wxr_version', {}, '1.2'),
      element('wp:base_site_url', {}, home),
      element('wp:base_blog_url', {}, home),
      ...authors(renditions),
      ...terms(renditions),
      ...items,
    ),
  );
}

/** Each writer once, in the order of the file; WordPress asks at the import whom of its own people to take. */
function authors(renditions: readonly Rendition[]): readonly Xml[] {
  const names = new Set(renditions.flatMap((rendition) => rendition.authors.map(({ name }) => oneLine(name))));
  return [...names]
    .filter((name) => name !== '')
    .map((name, at) =>
      element(
        'wp:author',
        {},
        element('wp:author_id', {}, String(at + 1)),
        cdataElement('wp:author_login', slug(name)),
        cdataElement('wp:author_email', ''),
        cdataElement('wp:author_display_name', name),
        cdataElement('wp:author_first_name', name.split(' ').slice(0, -1).join(' ')),
        cdataElement('wp:author_last_name', name.split(' ').at(-1) ?? ''),
      ),
    );
}

function terms(renditions: readonly Rendition[]): readonly Xml[] {
  const sections = new Map(renditions.flatMap(({ section }) => (section ? [[section.slug, section.name]] : [])));
  const tags = new Set(renditions.flatMap((rendition) => rendition.tags.map(oneLine)));
  return [
    ...[...sections].map(([nicename, name], at) =>
      element(
        'wp:category',
        {},
        element('wp:term_id', {}, String(at + 1)),
        cdataElement('wp:category_nicename', nicename),
        cdataElement('wp:category_parent', ''),
        cdataElement('wp:cat_name', name),
      ),
    ),
    ...[...tags].map((name, at) =>
      element(
        'wp:tag',
        {},
        element('wp:term_id', {}, String(sections.size + at + 1)),
        cdataElement('wp:tag_slug', slug(name)),
        cdataElement('wp:tag_name', name),
      ),
    ),
  ];
}

/** Fields without which WordPress leaves an item out without a word. */
const needed = ['title', 'wp:post_id', 'wp:post_date', 'wp:status', 'wp:post_type'];

function wxrFaults(files: readonly ExportedFile[]): readonly string[] {
  const text = files[0]?.content;
  if (typeof text !== 'string') return ['wordpress.xml is missing'];
  const faults: string[] = [];
  const ids = new Set<string>();
  let seen = new Set<string>();
  const wellFormed = readXml(text, ({ name, path, text: inner }) => {
    if (path.startsWith('rss/channel/item/')) seen.add(name);
    if (name === 'wp:post_id') {
      if (ids.has(inner)) faults.push(`the post id ${inner} stands twice`);
      ids.add(inner);
    }
    if (path !== 'rss/channel/item') return;
    for (const field of needed) if (!seen.has(field)) faults.push(`an item without ${field}`);
    seen = new Set();
  });
  return [...wellFormed, ...faults];
}
