import type { DocumentNode, Mark, StoryDocument } from '../../core/document/document.js';
import type { NewId } from '../../core/ids.js';
import type { ImportedStory } from '../../core/import/importer.js';
import type { Story } from '../../core/story/story.js';

/**
 * Suggestions and comments of another program under ids of the library's own. Their authors are names, not people of
 * this library: whoever is called the same may be somebody else. What has no time of its own came now.
 */
export function arrivedReview(
  { body, changes = {}, annotations = {} }: ImportedStory,
  now: Date,
  newId: NewId,
): Pick<Story, 'body' | 'changes' | 'annotations'> {
  const ids = new Map([...Object.keys(changes), ...Object.keys(annotations)].map((id) => [id, newId()]));
  if (ids.size === 0) return { body, changes: {}, annotations: {} };
  const at = now.toISOString();
  const renamed = <T, U>(all: Readonly<Record<string, T>>, read: (value: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(all).map(([id, value]) => [ids.get(id) ?? id, read(value)]));
  return {
    body: withIds(body, ids) as StoryDocument,
    changes: renamed(changes, (change) => ({ ...change, personId: null, at: change.at ?? at })),
    annotations: renamed(annotations, ({ kind, resolved, thread }) => ({
      kind,
      resolved,
      thread: thread.map((entry) => ({ ...entry, personId: null, at: entry.at ?? at })),
    })),
  };
}

function withIds(node: DocumentNode, ids: ReadonlyMap<string, string>): DocumentNode {
  const marks = node.marks?.map((mark) => withId(mark, ids));
  const content = node.content?.map((child) => withIds(child, ids));
  return { ...node, ...(marks ? { marks } : {}), ...(content ? { content } : {}) };
}

function withId(mark: Mark, ids: ReadonlyMap<string, string>): Mark {
  for (const name of ['changeId', 'annotationId']) {
    const id = mark.attrs?.[name];
    const known = typeof id === 'string' ? ids.get(id) : undefined;
    if (known !== undefined) return { ...mark, attrs: { ...mark.attrs, [name]: known } };
  }
  return mark;
}
