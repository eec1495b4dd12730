import type { SuggestOptions } from '../../editor/behaviours/suggest/suggest-mode.js';
import type { App } from '../state/app.svelte.js';
import type { OpenStory } from '../state/open-story.svelte.js';

/** Suggesting in the open story, as the person who sits at this machine. */
export function suggesting(app: App, open: OpenStory): SuggestOptions {
  const me = () => app.newsroom?.library.person(app.machine.personId);
  return {
    isOn: () => app.writing.isSuggesting,
    newId: () => crypto.randomUUID(),
    isOwn: (id) => {
      const change = open.story.changes[id];
      // Somebody else of the same name is somebody else; without people all that nobody signed is one's own.
      return change !== undefined && change.personId === (me()?.id ?? null) && change.personName === (me()?.name ?? '');
    },
    record: (id, kind) => {
      const change = { kind, personId: me()?.id ?? null, personName: me()?.name ?? '', at: new Date().toISOString() };
      open.change({ changes: { ...open.story.changes, [id]: change } });
    },
  };
}
