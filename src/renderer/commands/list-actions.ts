import { isPublic } from '../../core/story/states.js';
import type { CommandId } from '../../core/commands/command-list.js';
import { focusDrawn } from '../parts/focus.js';
import type { App } from '../state/app.svelte.js';
import { duplicateOpen, splitOpen, updateOpen } from '../state/copies.js';

interface ListAction {
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}

/** The commands of the story list, and those that make one story of another. */
export function listActions(app: App): Record<Extract<CommandId, `list.${string}`>, ListAction> {
  const canWrite = (): boolean => app.newsroom !== null && !app.newsroom.library.isReadOnly;
  const hasStory = (): boolean => canWrite() && Boolean(app.newsroom?.open);
  const intoList = (id: string): void => {
    app.layout.show('list');
    focusDrawn(() => document.getElementById(id));
  };
  return {
    'list.update': {
      isEnabled: () => hasStory() && isPublic(app.newsroom?.open?.story.state ?? 'draft'),
      run: () => {
        if (app.newsroom) void updateOpen(app.newsroom, app);
      },
    },
    'list.duplicate': {
      isEnabled: hasStory,
      run: () => {
        if (app.newsroom) void duplicateOpen(app.newsroom, app);
      },
    },
    'list.split': {
      isEnabled: () => hasStory() && app.writing.isEditable,
      run: () => {
        const point = app.writing.pointAtCursor();
        if (app.newsroom && point) void splitOpen(app.newsroom, point, app);
      },
    },
    'list.options': {
      isEnabled: () => app.newsroom !== null,
      run: () => {
        if (!app.newsroom) return;
        app.newsroom.list.showsOptions = true;
        intoList('list-sort');
      },
    },
    'list.change': {
      isEnabled: () => canWrite() && (app.newsroom?.bulk.count ?? 0) > 0,
      run: () => intoList('bulk-section'),
    },
    'list.undoChange': {
      isEnabled: canWrite,
      run: () => void app.newsroom?.bulk.undo('last'),
    },
    'list.budget': { isEnabled: () => app.newsroom !== null, run: () => void app.newsroom?.writeBudget() },
    'list.saveView': {
      isEnabled: canWrite,
      run: () => app.dialogs.show({ kind: 'nameView', view: null }),
    },
  };
}
