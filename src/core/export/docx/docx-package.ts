import { strToU8, zipSync, type Zippable } from 'fflate';
import { listSeparator, ownProperty } from '../../import/docx/docx-properties.js';
import type { Rendition } from '../rendition.js';
import type { DocxPartsOut } from './docx-parts-out.js';
import { stylesPart } from './docx-styles-part.js';
import { namespaces, xmlHead } from './docx-xml.js';
import { escapeXml } from '../xml/xml-writer.js';

const schemas = 'http://schemas.openxmlformats.org';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** One date for every part, so that the same story gives the same bytes; a zip knows no earlier one. */
const zipDate = '1980-01-01T00:00:00';

const relationships = (lines: readonly string[]): string =>
  `${xmlHead}<Relationships xmlns="${schemas}/package/2006/relationships">${lines.join('')}</Relationships>`;
const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${schemas}/${type}" Target="${target}"/>`;

/** The whole file: parts in one order, dates fixed. */
export function docxPackage(
  body: string,
  parts: DocxPartsOut,
  properties: Readonly<Record<string, string>> = {},
): Uint8Array {
  const { rendition } = parts;
  const review = parts.review?.parts ?? {};
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1633" w:bottom="1440" w:left="1633" w:header="708" w:footer="708" w:gutter="0"/>' +
    `${rendition.direction === 'rtl' ? '<w:bidi/>' : ''}</w:sectPr>`;
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(Object.keys(review)),
    '_rels/.rels': relationships([
      relationship('rId1', 'officeDocument/2006/relationships/officeDocument', 'word/document.xml'),
      relationship('rId2', 'package/2006/relationships/metadata/core-properties', 'docProps/core.xml'),
      relationship('rId3', 'officeDocument/2006/relationships/custom-properties', 'docProps/custom.xml'),
    ]),
    'docProps/core.xml': coreProperties(rendition),
    'docProps/custom.xml': customProperties(rendition, properties),
    'word/document.xml': `${xmlHead}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml': stylesPart(rendition),
    'word/numbering.xml': parts.numbering.xml,
    'word/footnotes.xml': parts.footnotesXml,
    'word/settings.xml': `${xmlHead}<w:settings ${namespaces}><w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr></w:settings>`,
    'word/_rels/document.xml.rels': relationships([
      ...fixedRelationships,
      ...Object.keys(review).map(reviewRelationship),
      ...parts.relationships,
    ]),
    // Links in notes have the same numbers as those in the text.
    'word/_rels/footnotes.xml.rels': relationships(parts.relationships),
  };
  const files: Zippable = {};
  for (const [name, text] of Object.entries(texts)) files[name] = strToU8(text);
  for (const [name, text] of Object.entries(review)) files[`word/${name}.xml`] = strToU8(text);
  for (const [name, bytes] of parts.media) files[`word/${name}`] = [bytes, { level: 0 }];
  return zipSync(files, { mtime: zipDate, level: 6, os: 0 });
}

const fixedRelationships = ['styles', 'numbering', 'footnotes', 'settings'].map((name, at) =>
  relationship(`rId${String(at + 1)}`, `officeDocument/2006/relationships/${name}`, `${name}.xml`),
);

/** Word's own additions to comments have a type outside the standard. */
const reviewRelationship = (name: string, at: number): string =>
  name === 'comments'
    ? relationship(`rId${String(at + 5)}`, 'officeDocument/2006/relationships/comments', 'comments.xml')
    : `<Relationship Id="rId${String(at + 5)}" Type="http://schemas.microsoft.com/office/2011/relationships/${name}" Target="${name}.xml"/>`;

function contentTypes(review: readonly string[]): string {
  const part = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const image = (extension: string, type: string): string =>
    `<Default Extension="${extension}" ContentType="image/${type}"/>`;
  return (
    `${xmlHead}<Types xmlns="${schemas}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${image('jpg', 'jpeg')}${image('png', 'png')}${image('gif', 'gif')}` +
    part('word/document.xml', `${wordType}.document.main+xml`) +
    ['styles', 'numbering', 'footnotes', 'settings', ...review]
      .map((name) => part(`word/${name}.xml`, `${wordType}.${name}+xml`))
      .join('') +
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    part('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml') +
    '</Types>'
  );
}

function coreProperties(rendition: Rendition): string {
  const creators = rendition.authors.map(({ name }) => name);
  const date = (name: string, at: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(at)}</dcterms:${name}>`;
  return (
    `${xmlHead}<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(rendition.headline)}</dc:title>` +
    `<dc:creator>${escapeXml(creators.length > 0 ? creators.join(listSeparator) : rendition.byline)}</dc:creator>` +
    `<cp:keywords>${escapeXml(rendition.tags.join(', '))}</cp:keywords><dc:language>${escapeXml(rendition.language)}</dc:language>` +
    `${date('created', rendition.createdAt)}${date('modified', rendition.modifiedAt)}</cp:coreProperties>`
  );
}

function customProperties(rendition: Rendition, more: Readonly<Record<string, string>>): string {
  const values: Readonly<Record<string, string>> = {
    [ownProperty]: '1',
    Guid: rendition.guid,
    Edition: rendition.edition === null ? 'proof' : String(rendition.edition),
    Language: rendition.language,
    Slugline: rendition.slugline,
    Section: rendition.section?.name ?? '',
    Tags: rendition.tags.join(listSeparator),
    Topics: rendition.subjects.map(({ code, label }) => `${code} ${label}`).join(listSeparator),
    Picture: rendition.leadImage ? 'lead' : '',
    ...more,
  };
  const lines = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(
      ([name, value], at) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${String(at + 2)}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    );
  return (
    `${xmlHead}<Properties xmlns="${schemas}/officeDocument/2006/custom-properties" ` +
    `xmlns:vt="${schemas}/officeDocument/2006/docPropsVTypes">${lines.join('')}</Properties>`
  );
}
