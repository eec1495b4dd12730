import type { DialogShown } from '../../state/dialogs.svelte.js';

const kinds = ['newStory', 'bulkTag', 'bulkNote', 'bulkResult', 'nameView'] as const;
export type ListDialog = Extract<DialogShown, { kind: (typeof kinds)[number] } | { kind: 'export' }>;

/** The dialogs that need no open story: those of the list, an export of what is picked among them. */
export const isListDialog = (shown: DialogShown): shown is ListDialog =>
  kinds.some((kind) => kind === shown.kind) || (shown.kind === 'export' && shown.ids !== undefined);
