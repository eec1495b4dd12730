import { z } from 'zod';
import { personId } from '../../core/ids.js';
import type { App } from '../state/app.svelte.js';

/** What a copy says of its suggestions: it comes from the clipboard, so nothing of it is believed unread. */
const copiedChange = z.object({
  kind: z.enum(['insertion', 'deletion', 'modification']),
  personId: personId.nullable(),
  personName: z.string().max(2_000),
  at: z.iso.datetime(),
});
const copiedChanges = z.record(z.string().max(80), z.unknown());

/**
 * Takes the suggestions of a copied piece into the open story with who made them and when. One that the story has already
 * stays what it is; another gets an id of this story's own. A person whom the library does not know stays a name.
 * @returns the new id of each change that got one
 */
export function adoptChanges(app: App, copied: unknown): ReadonlyMap<string, string> {
  const open = app.newsroom?.open;
  const read = copiedChanges.safeParse(copied);
  const ids = new Map<string, string>();
  if (!open || !read.success) return ids;
  const changes = { ...open.story.changes };
  for (const [id, value] of Object.entries(read.data)) {
    const change = copiedChange.safeParse(value);
    if (!change.success || Object.hasOwn(changes, id)) continue;
    const own = crypto.randomUUID();
    const isKnown = app.newsroom?.library.person(change.data.personId) !== undefined;
    changes[own] = { ...change.data, personId: isKnown ? change.data.personId : null };
    ids.set(id, own);
  }
  if (ids.size > 0) open.change({ changes });
  return ids;
}
