import { documentView } from '../../document/document-view.js';
import { tidyBody } from '../../document/tidy-body.js';
import { LossList } from '../../loss.js';
import { writeHref } from '../../text/escape.js';
import { oneLine } from '../../text/spaces.js';
import type { Exporter } from '../exporter.js';
import type { Rendition } from '../rendition.js';
import { holderOf, otherHeadlines, pubStatusOf, topicQcode, versionMoment } from '../wire/wire-facts.js';
import { wireNote } from '../wire/wire-note.js';
import { wirePictures } from '../wire/wire-pictures.js';
import { element, inlineElement, textElement, xmlDocument, type Xml } from '../xml/xml-writer.js';
import { mediaXml, nitfBlocks } from './nitf-body.js';

/** NITF 3.6 for the systems of older newspapers; the pictures stand in a folder beside the file. */
export const nitfExporter: Exporter = {
  shape: 'file',
  carriesNotices: true,
  render(rendition, { stem }) {
    const losses = new LossList();
    const pictures = wirePictures(rendition, `${stem}-nitf`);
    const body = tidyBody(documentView(rendition.body, 'accepted'));
    const lead = pictures.pictures.find(({ isLead }) => isLead);
    const content = [
      lead ? mediaXml(lead) : null,
      ...corrections(rendition, 'top'),
      ...nitfBlocks(body.content ?? [], { rendition, pictures, losses }),
      ...corrections(rendition, 'end'),
    ].filter((piece) => piece !== null);
    const document = element(
      'nitf',
      {
        xmlns: 'http://iptc.org/std/NITF/2006-10-18/',
        // NITF 3.6 7.1: fixed by the schema, so they may only be left out: change.date, change.time.
        version: '-//IPTC//DTD NITF 3.6//EN',
        'xml:lang': rendition.language,
      },
      element(
        'head',
        {},
        textElement('title', oneLine(rendition.headlines.seo || rendition.headline)),
        docdata(rendition),
        rendition.edition === null || rendition.publishedAt === null
          ? null
          : element('pubdata', {
              type: 'web',
              name: rendition.publication.name,
              'date.publication': compact(rendition.publishedAt),
              'position.section': rendition.section?.name,
              'ex-ref': rendition.url,
            }),
      ),
      element(
        'body',
        {},
        head(rendition),
        element('body.content', {}, ...(content.length > 0 ? content : [element('p', {})])),
        bodyEnd(rendition, losses),
      ),
    );
    return Promise.resolve({
      files: [{ path: `${stem}.nitf.xml`, content: xmlDocument(document) }, ...pictures.files],
      losses: losses.list,
      schema: 'nitf-3.6' as const,
    });
  },
};

/** ISO 8601 basic, as NITF's norm attributes have it: "20260203T100000Z". */
const compact = (instant: string): string => instant.replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '');

function docdata(rendition: Rendition): Xml {
  const issued = versionMoment(rendition);
  const key = [rendition.slugline, rendition.takeKey].map(oneLine).filter((part) => part !== '');
  const note = wireNote({ ednote: rendition.ednote, corrections: [] });
  return element(
    'docdata',
    { 'management-status': pubStatusOf(rendition) },
    ...rendition.corrections.map(({ text }) =>
      element('correction', { info: oneLine(text), 'id-string': rendition.guid, regsrc: rendition.publication.name }),
    ),
    element('doc-id', { regsrc: rendition.publication.name, 'id-string': rendition.guid }),
    rendition.urgency === null ? null : element('urgency', { 'ed-urg': rendition.urgency }),
    element('date.issue', { norm: compact(issued) }),
    rendition.firstPublishedAt === null ? null : element('date.release', { norm: compact(rendition.firstPublishedAt) }),
    note === '' ? null : element('ed-msg', { info: note }),
    element('du-key', { version: rendition.edition ?? 0, key: key.join(' ') }),
    element('doc.copyright', { year: issued.slice(0, 4), holder: holderOf(rendition) }),
    rendition.tags.length === 0
      ? null
      : element('key-list', {}, ...rendition.tags.map((tag) => element('keyword', { key: oneLine(tag) }))),
    identified(rendition),
  );
}

function identified({ subjects, section, genre, place, priority, signal, source, usageTerms }: Rendition): Xml | null {
  const own: readonly (readonly [string, string])[] = [
    ...(section ? [['section', section.name] as const] : []),
    ...(genre === null ? [] : [['genre', genre] as const]),
    ...(priority === null ? [] : [['priority', String(priority)] as const]),
    ...signal.map((value) => ['signal', value] as const),
    ['source', oneLine(source)],
    ['usage-terms', oneLine(usageTerms)],
  ];
  const entries = [
    ...place.map((name) => textElement('location', oneLine(name))),
    ...subjects.map(({ code, label }) =>
      element('classifier', { type: 'medtop', idsrc: 'IPTC', value: topicQcode(code) }, oneLine(label)),
    ),
    ...own.filter(([, value]) => value !== '').map(([type, value]) => element('classifier', { type, value })),
  ];
  return entries.length === 0 ? null : element('identified-content', {}, ...entries);
}

function head(rendition: Rendition): Xml {
  const dek = oneLine(rendition.dek);
  const byline = oneLine(rendition.byline);
  return element(
    'body.head',
    {},
    element(
      'hedline',
      {},
      inlineElement('hl1', {}, oneLine(rendition.headline)),
      ...otherHeadlines(rendition).map(({ role, value }) => element('hl2', { class: role }, oneLine(value))),
    ),
    textElement('rights', oneLine(rendition.copyrightNotice)),
    byline === ''
      ? null
      : inlineElement(
          'byline',
          {},
          byline,
          ...rendition.authors
            .filter(({ role }) => role !== '' && role !== 'author')
            .map(({ name, role }) => inlineElement('byttl', {}, `${oneLine(name)}, ${oneLine(role)}`)),
        ),
    textElement('distributor', oneLine(rendition.publication.name)),
    rendition.dateline.trim() === ''
      ? null
      : element('dateline', {}, inlineElement('location', {}, oneLine(rendition.dateline))),
    rendition.hasOwnDek && dek !== '' ? element('abstract', {}, element('p', {}, dek)) : null,
  );
}

const corrections = (rendition: Rendition, place: 'top' | 'end'): readonly Xml[] =>
  rendition.corrections
    .filter((entry) => entry.place === place)
    .map(({ text }) => element('p', { class: 'correction' }, oneLine(text)));

/** The line about the author, then the related stories: NITF has one tagline, which may hold ways to elsewhere. */
function bodyEnd(rendition: Rendition, losses: LossList): Xml | null {
  const linked = rendition.related.filter(({ href }) => href !== null);
  if (
    linked.length < rendition.related.length ||
    rendition.related.some(({ image, excerpt }) => image || excerpt !== '')
  )
    losses.add('related', 'Related cards became links: no pictures, no texts, none without an address');
  const footer = oneLine(rendition.bodyFooter);
  const pieces = [
    ...(footer === '' ? [] : [footer]),
    ...linked.map(({ href, headline }) =>
      inlineElement('a', { class: 'related', href: writeHref(href ?? '') }, oneLine(headline)),
    ),
  ].flatMap((piece, at) => (at === 0 ? [piece] : [element('br', {}), piece]));
  return pieces.length === 0 ? null : element('body.end', {}, inlineElement('tagline', {}, ...pieces));
}
