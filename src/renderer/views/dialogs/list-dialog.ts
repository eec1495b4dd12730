import type { DialogShown } from '../../state/dialogs.svelte.js';

const kinds = ['newStory', 'bulkTag', 'bulkNote', 'bulkResult', 'nameView'] as const;
export type ListDialog = Extract<DialogShown, { kind: (typeof kinds)[number] }>;

/** The dialogs of the list, which need no open story. */
export const isListDialog = (shown: DialogShown): shown is ListDialog => kinds.some((kind) => kind === shown.kind);
