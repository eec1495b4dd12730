import type { ZipPackage } from '../office/zip-package.js';
import { docxNamespaces } from './docx-names.js';
import type { DocxNote } from './docx-parts.js';
import { partOfKind, readRelationships, type Relationships } from './relationships.js';

/** The footnotes and endnotes of a document by kind and id. */
export function readNotes(zip: ZipPackage, relationships: Relationships): ReadonlyMap<string, DocxNote> {
  const notes = new Map<string, DocxNote>();
  for (const kind of ['footnote', 'endnote']) {
    const name = partOfKind(relationships, `${kind}s`);
    if (name === undefined) continue;
    const own = readRelationships(zip, name);
    for (const element of zip.xml(name, docxNamespaces)?.elements(`w:${kind}`) ?? [])
      if ((element.attr('w:type') ?? 'normal') === 'normal')
        notes.set(`${kind} ${element.attr('w:id') ?? ''}`, { element, relationships: own });
  }
  return notes;
}
