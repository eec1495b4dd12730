import { documentView } from '../document/document-view.js';
import type { Story } from '../story/story.js';
import { wordDiff, type DiffPart } from '../text/word-diff.js';
import { compareDocuments, isDifference, type BlockChange } from './compare-documents.js';

/** A field that differs. `path` is `headline`, `headlines.web`; `words` only where both values are text. */
export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly words: readonly DiffPart[] | null;
}

export interface StoryComparison {
  readonly fields: readonly FieldChange[];
  readonly blocks: readonly BlockChange[];
  /** How many fields and blocks a person has to look at. */
  readonly differences: number;
}

/** The desk's own book-keeping: it changes with every save and is no writing. */
const bookKeeping = new Set([
  'id',
  'deskId',
  'guid',
  'sourceId',
  'origin',
  'body',
  'log',
  'changes',
  'annotations',
  'ignoredWords',
  'conflicts',
  'waivers',
  'updateOf',
  'stateBefore',
  'pubStatus',
  'createdAt',
  'modifiedAt',
]);

/** What differs between two states of a story. Suggested changes are read as accepted, as everywhere outside the editor. */
export function compareStories(before: Story, after: Story): StoryComparison {
  const fields = fieldChanges(before, after);
  const blocks = compareDocuments(documentView(before.body, 'accepted'), documentView(after.body, 'accepted'));
  return { fields, blocks, differences: fields.length + blocks.filter(isShown).length };
}

const isShown = (change: BlockChange): boolean => isDifference(change) && change.kind !== 'movedAway';

function fieldChanges(before: Story, after: Story): readonly FieldChange[] {
  const [old, fresh] = [flat(before), flat(after)];
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  return paths.flatMap((path): FieldChange[] => {
    const [was, is] = [old.get(path) ?? null, fresh.get(path) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const [wasText, isText] = [was ?? '', is ?? ''];
    const words = typeof wasText === 'string' && typeof isText === 'string' ? wordDiff(wasText, isText) : null;
    return [{ path, before: was, after: is, words }];
  });
}

/** The fields by path; a group of fields (headlines, dateline, lead picture) is read by its parts. */
function flat(story: Story): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(story)) {
    if (bookKeeping.has(name)) continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [part, inner] of Object.entries(value)) fields.set(`${name}.${part}`, inner);
    else if (value !== null) fields.set(name, value);
  }
  return fields;
}
