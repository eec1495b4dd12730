import { z } from 'zod';
import type { DocumentNode } from '../../document/document.js';

const inline = z.array(z.custom<DocumentNode>((value) => typeof value === 'object' && value !== null));
const instant = z.string().nullable();

/** A line of a document that went out to come back. */
const lineSchema = z.object({
  /** The lines that it was made of when it went out (`12`, `12_caption`, `f_headline`); none = it is new. */
  keys: z.array(z.string().max(200)),
  content: inline,
  /** 2 to 4 for a heading, 0 for other text. */
  level: z.int(),
  isItem: z.boolean(),
  hasPicture: z.boolean(),
});
export type ReturnedLine = Readonly<z.infer<typeof lineSchema>>;

/** A document as lines, with what its reviewers said. Ids of changes and threads are those of the file. */
export const returnedDocumentSchema = z.object({
  lines: z.array(lineSchema),
  changes: z.record(
    z.string(),
    z.object({ kind: z.enum(['insertion', 'deletion', 'modification']), personName: z.string(), at: instant }),
  ),
  annotations: z.record(
    z.string(),
    z.object({
      kind: z.enum(['comment', 'legal', 'source', 'cq', 'toCheck']),
      thread: z.array(z.object({ text: z.string(), personName: z.string(), at: instant })),
      resolved: z.boolean(),
    }),
  ),
  /** Who saved it last; '' = it does not say. */
  from: z.string(),
});
export type ReturnedDocument = Readonly<z.infer<typeof returnedDocumentSchema>>;
