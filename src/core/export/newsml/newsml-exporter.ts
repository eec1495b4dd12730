import { LossList } from '../../loss.js';
import { writeHref } from '../../text/escape.js';
import { oneLine } from '../../text/spaces.js';
import type { Exporter, ExportOptions } from '../exporter.js';
import { articleHtml } from '../html/article-html.js';
import type { Rendition } from '../rendition.js';
import { holderOf, otherHeadlines, pubStatusOf, topicQcode, versionMoment } from '../wire/wire-facts.js';
import { wireNote } from '../wire/wire-note.js';
import { wirePictures, type WirePictures } from '../wire/wire-pictures.js';
import { xhtmlOf } from '../xml/xhtml.js';
import { element, inlineElement, textElement, xmlDocument, type Xml } from '../xml/xml-writer.js';

/** The signals of IPTC's vocabulary (`sig`); a desk's own words go out as literals. */
const correctionSignal = 'sig:correction';

/** NewsML-G2 2.35, a news item with its text as XHTML, for agencies; the pictures stand in a folder beside the file. */
export const newsmlExporter: Exporter = {
  shape: 'file',
  carriesNotices: true,
  render(rendition, { stem, themeText }) {
    const losses = new LossList();
    const pictures = wirePictures(rendition, `${stem}-newsml-g2`);
    const item = element(
      'newsItem',
      {
        xmlns: 'http://iptc.org/std/nar/2006-10-01/',
        guid: rendition.guid,
        // version: a positive integer; a proof is the first of a kind that is never sent again.
        version: rendition.edition ?? 1,
        standard: 'NewsML-G2',
        standardversion: '2.35',
        conformance: 'power',
        'xml:lang': rendition.language,
      },
      // Names the IPTC's schemes (medtop, ninat, stat, sig …); a receiver has it, nobody fetches it here.
      element('catalogRef', { href: 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml' }),
      // What no vocabulary of the trade has a word for.
      element(
        'catalog',
        {},
        element('scheme', { alias: 'copydesk', uri: 'urn:copydesk:scheme:field:' }),
        element('scheme', { alias: 'copydesk-section', uri: 'urn:copydesk:scheme:section:' }),
      ),
      rightsInfo(rendition),
      itemMeta(rendition, pictures),
      contentMeta(rendition),
      contentSet(rendition, { losses, themeText, pictures }),
    );
    if (rendition.related.some(({ image, excerpt, href }) => image || excerpt !== '' || href === null))
      losses.add('related', 'Related cards became links: no pictures, no texts, none without an address');
    return Promise.resolve({
      files: [{ path: `${stem}.newsml.xml`, content: xmlDocument(item) }, ...pictures.files],
      losses: losses.list,
      schema: 'newsml-g2-2.35' as const,
    });
  },
};

function rightsInfo(rendition: Rendition): Xml | null {
  const holder = holderOf(rendition);
  const terms = rendition.usageTerms.trim();
  const notice = oneLine(rendition.copyrightNotice);
  if (holder === '' && terms === '' && notice === '') return null;
  return element(
    'rightsInfo',
    {},
    holder === '' ? null : element('copyrightHolder', {}, element('name', {}, holder)),
    textElement('copyrightNotice', notice),
    textElement('usageTerms', terms),
  );
}

function itemMeta(rendition: Rendition, { pictures }: WirePictures): Xml {
  const note = wireNote(rendition);
  return element(
    'itemMeta',
    {},
    element('itemClass', { qcode: 'ninat:text' }),
    element('provider', {}, element('name', {}, rendition.publication.name)),
    element('versionCreated', {}, versionMoment(rendition)),
    element('firstCreated', {}, rendition.createdAt),
    element('pubStatus', { qcode: `stat:${pubStatusOf(rendition)}` }),
    rendition.section
      ? element(
          'service',
          { qcode: `copydesk-section:${rendition.section.slug}` },
          element('name', {}, rendition.section.name),
        )
      : null,
    textElement('title', oneLine(rendition.headline)),
    textElement('edNote', note),
    rendition.corrections.length > 0 ? element('signal', { qcode: correctionSignal }) : null,
    ...rendition.signal.map((value) => element('signal', { literal: oneLine(value) })),
    rendition.url === null
      ? null
      : element('link', { rel: 'irel:seeAlso', href: writeHref(rendition.url), contenttype: 'text/html' }),
    ...pictures.map(({ path, contentType, caption, alt }) =>
      element(
        'link',
        { rel: 'irel:dependsOn', href: path, contenttype: contentType },
        textElement('title', caption || alt),
      ),
    ),
    ...rendition.related.map(({ href, headline }) =>
      href === null
        ? null
        : element('link', { rel: 'irel:seeAlso', href: writeHref(href) }, textElement('title', oneLine(headline))),
    ),
  );
}

/** The order is the schema's (ContentMetadataAfDType): administration first, then description. */
function contentMeta(rendition: Rendition): Xml {
  const { authors, byline, dateline, section, tags, genre, source } = rendition;
  const named = (name: string, text: string, attributes = {}): Xml | null =>
    oneLine(text) === '' ? null : element(name, attributes, element('name', {}, oneLine(text)));
  return element(
    'contentMeta',
    {},
    rendition.urgency === null ? null : element('urgency', {}, String(rendition.urgency)),
    rendition.firstPublishedAt === null ? null : element('contentCreated', {}, rendition.firstPublishedAt),
    element('contentModified', {}, versionMoment(rendition)),
    named('located', dateline, { literal: oneLine(dateline) }),
    named('infoSource', source, { literal: oneLine(source) }),
    ...authors.map(({ name, role }) =>
      named('creator', role === '' || role === 'author' ? name : `${name}, ${role}`, { literal: oneLine(name) }),
    ),
    rendition.takeKey.trim() === '' ? null : element('altId', { type: 'copydesk:takeKey' }, oneLine(rendition.takeKey)),
    rendition.priority === null ? null : element('altId', { type: 'copydesk:priority' }, String(rendition.priority)),
    element('language', { tag: rendition.language }),
    genre === null ? null : named('genre', genre, { literal: oneLine(genre) }),
    ...tags.map((tag) => textElement('keyword', oneLine(tag))),
    ...rendition.subjects.map(({ code, label }) =>
      element('subject', { type: 'cpnat:abstract', qcode: topicQcode(code) }, textElement('name', oneLine(label))),
    ),
    ...rendition.place.map((name) => named('subject', name, { type: 'cpnat:geoArea', literal: oneLine(name) })),
    section ? named('subject', section.name, { literal: section.slug }) : null,
    textElement('slugline', oneLine(rendition.slugline)),
    textElement('headline', oneLine(rendition.headline)),
    ...otherHeadlines(rendition).map(({ role, value }) =>
      element('headline', { role: `copydesk:${role}` }, oneLine(value)),
    ),
    textElement('dateline', oneLine(dateline)),
    textElement('by', oneLine(byline)),
    rendition.hasOwnDek ? textElement('description', oneLine(rendition.dek), { role: 'drol:summary' }) : null,
  );
}

function contentSet(
  rendition: Rendition,
  { losses, themeText, pictures }: { losses: LossList; themeText: ExportOptions['themeText']; pictures: WirePictures },
): Xml {
  // The files that come along, since an agency's receiver has no page to look at.
  const placing: WirePictures['placing'] = (given, picture, use) => {
    const placed = pictures.placing(given, picture, use);
    const file = pictures.of(picture.name, use);
    return placed && file ? { ...placed, path: file.path } : null;
  };
  const html = articleHtml(rendition, { themeText, losses, placing, with: ['lead'] });
  return element(
    'contentSet',
    {},
    inlineElement(
      'inlineXML',
      { contenttype: 'application/xhtml+xml', wordcount: rendition.words },
      inlineElement(
        'html',
        { xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': rendition.language, lang: rendition.language },
        inlineElement('head', {}, inlineElement('title', {}, oneLine(rendition.headline))),
        inlineElement('body', {}, xhtmlOf(html)),
      ),
    ),
  );
}
