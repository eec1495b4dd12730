import type { Mark, Node as ProseNode, Schema } from '@tiptap/pm/model';

export type SuggestionKind = 'insertion' | 'deletion' | 'modification';

/** Who suggests, as the transform needs to know it. */
export interface Suggesting {
  readonly newId: () => string;
  /** Whether a suggestion is of the person who writes now: what she added herself she takes away for good. */
  readonly isOwn: (changeId: string) => boolean;
  /** Keeps who made a new suggestion, and when. */
  readonly record: (changeId: string, kind: SuggestionKind) => void;
}

/** Stands at both sides of the border of a split or joined paragraph (`settle-changes.ts`). */
export const border = '\u200b';

export const suggestionMark = (schema: Schema, kind: SuggestionKind, attrs: Record<string, unknown>): Mark => {
  const type = schema.marks[kind];
  if (!type) throw new TypeError(`the schema has no mark ${kind}`);
  return type.create(attrs);
};

export function markOf(node: ProseNode | null | undefined, kind: SuggestionKind): Mark | undefined {
  return node?.marks.find(({ type }) => type.name === kind);
}

export const changeIdOf = (mark: Mark | undefined): string | null => {
  const id: unknown = mark?.attrs['changeId'];
  return typeof id === 'string' ? id : null;
};

/** The person's own suggestion of a kind that a node carries. */
export function ownChange(
  node: ProseNode | null | undefined,
  kind: SuggestionKind,
  { isOwn }: Suggesting,
): string | null {
  const id = changeIdOf(markOf(node, kind));
  return id !== null && isOwn(id) ? id : null;
}
