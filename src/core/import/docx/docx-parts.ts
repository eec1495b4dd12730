import type { LossList } from '../../loss.js';
import type { ZipPackage } from '../office/zip-package.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { ChangeList } from './docx-changes.js';
import type { DocxComments } from './docx-comments.js';
import type { DocxNumbering } from './docx-numbering.js';
import type { DocxPictures } from './docx-pictures.js';
import type { DocxStyles } from './docx-styles.js';
import type { Relationships } from './relationships.js';

/** What the readers of one document share. */
export interface DocxParts {
  readonly zip: ZipPackage;
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  readonly comments: DocxComments;
  readonly changes: ChangeList;
  readonly pictures: DocxPictures;
  readonly losses: LossList;
  /** Of the main part. */
  readonly relationships: Relationships;
  /** By kind and id, `footnote 2`. */
  readonly notes: ReadonlyMap<string, DocxNote>;
  /** Written by this program: looks that Word sets on everything (languages) mean something here. */
  readonly isOwn: boolean;
}

/** A footnote or an endnote, with the relationships of its own part. */
export interface DocxNote {
  readonly element: XmlElement;
  readonly relationships: Relationships;
}
