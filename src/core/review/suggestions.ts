import type { DocumentNode, Mark, StoryDocument } from '../document/document.js';
import { attributeWords } from '../document/plain-text.js';
import { changeMarkNames, settleChanges, type Verdict } from '../document/settle-changes.js';
import type { Story } from '../story/story.js';

export type ChangeRecord = Story['changes'][string];
/** Part of a story that the review of its text works on. */
export type Reviewed = Pick<Story, 'body' | 'changes'>;

/** One suggestion as a list shows it: all that carries its id, in reading order. */
export interface Suggestion {
  readonly id: string;
  /** The block in which it begins; null where that block has no id. */
  readonly blockId: string | null;
  /** Words that would come, and words that would go; a block without words is named by its type in square brackets. */
  readonly added: string;
  readonly removed: string;
  /** What else would be another: `marks` (bold, …), `block` (a heading), `level`, `caption`, `border` (a split or join). */
  readonly modified: readonly string[];
  /** Who and when; null where the story has no record of it. */
  readonly by: ChangeRecord | null;
}

export const changeIdOf = (mark: Mark): string | null => {
  const id = mark.attrs?.['changeId'];
  return changeMarkNames.has(mark.type) && typeof id === 'string' ? id : null;
};

interface Found {
  id: string;
  blockId: string | null;
  added: string;
  removed: string;
  modified: Set<string>;
}

/** The suggestions of a text in reading order, each once. */
export function suggestionsOf({ body, changes }: Reviewed): readonly Suggestion[] {
  const found = new Map<string, Found>();
  collect(body, null, found);
  return [...found.values()].map((one) => ({ ...one, modified: [...one.modified], by: changes[one.id] ?? null }));
}

function collect(node: DocumentNode, outer: string | null, found: Map<string, Found>): void {
  const own = node.attrs?.['blockId'];
  const blockId = typeof own === 'string' ? own : outer;
  for (const mark of node.marks ?? []) {
    const id = changeIdOf(mark);
    if (id !== null) note(node, mark, entryOf(found, id, blockId));
  }
  for (const child of node.content ?? []) collect(child, blockId, found);
}

function entryOf(found: Map<string, Found>, id: string, blockId: string | null): Found {
  let entry = found.get(id);
  if (!entry) found.set(id, (entry = { id, blockId, added: '', removed: '', modified: new Set() }));
  return entry;
}

function note(node: DocumentNode, mark: Mark, entry: Found): void {
  const words = wordsOf(node);
  if (mark.type === 'modification') {
    const name = mark.attrs?.['attrName'];
    entry.modified.add(typeof name === 'string' ? name : 'block');
    if (node.type === 'text') entry.added += words;
  } else if (words === '' && node.type === 'text') entry.modified.add('border');
  else if (mark.type === 'insertion') entry.added += words;
  else entry.removed += words;
}

/** All the words under a node, or its type where it has none. */
function wordsOf(node: DocumentNode): string {
  if (node.type === 'text') return (node.text ?? '').replaceAll('\u200b', '');
  const inner = (node.content ?? []).map(wordsOf).join(' ').trim();
  const text = [attributeWords(node), inner].filter((part) => part !== '').join(' ');
  return text === '' ? `[${node.type}]` : text;
}

/** `all`, or the ids of the suggestions that are decided. */
export type Chosen = 'all' | ReadonlySet<string>;

/**
 * Takes or refuses (“stet”) suggestions; the others stay for somebody to decide. Comments stay where they are. The records
 * of suggestions that no text carries any more go with them.
 */
export function resolveChanges(
  { body, changes }: Reviewed,
  verdict: Exclude<Verdict, 'open'>,
  chosen: Chosen,
): Reviewed {
  const verdictOf = (mark: Mark): Verdict => {
    const id = changeIdOf(mark);
    return chosen === 'all' || (id !== null && chosen.has(id)) ? verdict : 'open';
  };
  const settled = settleChanges(body, { verdictOf, keepsAnnotations: true });
  return { body: settled, changes: recordsIn(settled, changes) };
}

/** The records of the suggestions that a text still carries. */
export function recordsIn(body: StoryDocument, changes: Story['changes']): Story['changes'] {
  const open = new Set(suggestionsOf({ body, changes }).map(({ id }) => id));
  return Object.fromEntries(Object.entries(changes).filter(([id]) => open.has(id)));
}

/** The suggestions of a person, named by name or initials as the newsroom knows them, or as the suggestion was signed. */
export function suggestionsBy(
  reviewed: Reviewed,
  named: string,
  people: readonly { readonly id: string; readonly name: string; readonly initials: string }[],
): ReadonlySet<string> {
  const wanted = named.trim().toLocaleLowerCase('en');
  const isNamed = (name: string): boolean => name.toLocaleLowerCase('en') === wanted;
  const ids = new Set(people.filter(({ name, initials }) => isNamed(name) || isNamed(initials)).map(({ id }) => id));
  const made = suggestionsOf(reviewed).filter(
    ({ by }) => by && ((by.personId !== null && ids.has(by.personId)) || isNamed(by.personName)),
  );
  return new Set(made.map(({ id }) => id));
}
