import type { ZipPackage } from '../office/zip-package.js';
import { docxNamespaces, relationshipKind } from './docx-names.js';

export interface Relationship {
  /** `image`, `hyperlink`, `footnotes`, … */
  readonly kind: string;
  /** The name of a part in the package, or an address where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** What the parts of a part are called (OPC 9.3); an address outside is only ever a link, never asked for. */
export type Relationships = ReadonlyMap<string, Relationship>;

/** @param part `word/document.xml`; '' = the package itself */
export function readRelationships(zip: ZipPackage, part: string): Relationships {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = zip.xml(`${folder}_rels/${part.slice(slash)}.rels`, docxNamespaces);
  const all = new Map<string, Relationship>();
  for (const element of root?.elements('rel:Relationship') ?? []) {
    const target = element.attr('Target') ?? '';
    const isExternal = element.attr('TargetMode') === 'External';
    all.set(element.attr('Id') ?? '', {
      kind: relationshipKind(element.attr('Type') ?? ''),
      target: isExternal ? target : partName(folder, target),
      isExternal,
    });
  }
  return all;
}

/** `media/a.png` beside `word/document.xml` → `word/media/a.png`; `/word/x.xml` starts at the root. */
function partName(folder: string, target: string): string {
  const parts = (target.startsWith('/') ? target : folder + target).split('/');
  const name: string[] = [];
  for (const part of parts) {
    if (part === '..') name.pop();
    else if (part !== '.' && part !== '') name.push(part);
  }
  return name.join('/');
}

/** The part of this kind, by the relationships. */
export const partOfKind = (relationships: Relationships, kind: string): string | undefined =>
  [...relationships.values()].find((relationship) => relationship.kind === kind && !relationship.isExternal)?.target;
