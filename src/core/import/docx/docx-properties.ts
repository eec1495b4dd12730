import { isLanguageTag } from '../../document/attribute-rules.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import type { ZipPackage } from '../office/zip-package.js';
import { docxNamespaces } from './docx-names.js';
import { partOfKind, readRelationships } from './relationships.js';

/** What a Word file says of itself (`docProps`). */
export interface DocxProperties {
  readonly title: string;
  readonly authorNames: readonly string[];
  readonly created: string | null;
  /** The rest stands in files of our own only. */
  readonly isOwn: boolean;
  readonly section: string;
  readonly tags: readonly string[];
  readonly slugline: string;
  /** Whether the first picture stands over the story. */
  readonly hasLead: boolean;
  readonly language: string;
}

/** The custom property by which a file of our own is known, and between the names of a list. */
export const ownProperty = 'Copydesk';
export const listSeparator = '; ';

export function readProperties(zip: ZipPackage): DocxProperties {
  const relationships = readRelationships(zip, '');
  const corePart = partOfKind(relationships, 'core-properties');
  const core = corePart === undefined ? undefined : zip.xml(corePart, docxNamespaces);
  const customPart = partOfKind(relationships, 'custom-properties');
  const custom = new Map(
    (customPart === undefined ? undefined : zip.xml(customPart, docxNamespaces))
      ?.elements('op:property')
      .map((element) => [element.attr('name') ?? '', oneLine(element.text)]),
  );
  const isOwn = custom.has(ownProperty);
  const own = (name: string): string => (isOwn ? (custom.get(name) ?? '') : '');
  const list = (text: string): readonly string[] =>
    text
      .split(/\s*;\s*/u)
      .map(oneLine)
      .filter((name) => name !== '' && name.length <= 200);
  const language = own('Language');
  return {
    title: oneLine(core?.child('dc:title')?.text ?? '').slice(0, 2_000),
    authorNames: list(core?.child('dc:creator')?.text ?? '').slice(0, 50),
    created: readInstant(core?.child('dcterms:created')?.text ?? ''),
    isOwn,
    section: own('Section'),
    tags: list(own('Tags')),
    slugline: own('Slugline'),
    hasLead: own('Picture') === 'lead',
    language: isLanguageTag(language) ? language : '',
  };
}
