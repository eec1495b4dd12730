import type { StoryDocument } from './document.js';
import { settleChanges } from './settle-changes.js';

/**
 * How tracked changes are read: `accepted` as if every suggestion were taken, `rejected` as if none were,
 * `marked` as it stands. Annotations (comments, legal flags, source notes) leave the first two.
 */
export type DocumentViewKind = 'accepted' | 'rejected' | 'marked';

/**
 * The only way from a story's document to an exporter, a count, the search or a check (decision 15). No view but
 * `marked` lets a U+200B of a tracked split out.
 */
export function documentView(document: StoryDocument, kind: DocumentViewKind): StoryDocument {
  if (kind === 'marked') return document;
  const verdict = kind === 'accepted' ? 'accept' : 'reject';
  return settleChanges(document, { verdictOf: () => verdict, keepsAnnotations: false });
}
