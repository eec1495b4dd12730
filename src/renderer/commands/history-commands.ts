import type { CommandId } from '../../core/commands/command-list.js';
import type { App } from '../state/app.svelte.js';
import type { PreviewWidth } from '../state/preview-choice.svelte.js';

interface Action {
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
type Actions<Prefix extends string> = Record<Extract<CommandId, `${Prefix}.${string}`>, Action>;

/** Versions: keep one by name, go through the differences of two. */
export function historyActions(app: App): Actions<'history'> {
  const isComparing = (): boolean => app.newsroom?.showing === 'history';
  return {
    'history.keep': {
      isEnabled: () => Boolean(app.newsroom?.open) && !app.newsroom?.library.isReadOnly,
      run: () => app.dialogs.show({ kind: 'keepVersion', version: null, name: '' }),
    },
    'history.next': { isEnabled: isComparing, run: () => app.newsroom?.desk?.history.step(1) },
    'history.previous': { isEnabled: isComparing, run: () => app.newsroom?.desk?.history.step(-1) },
  };
}

/** The exported page: its width, and beside the text or in its place. */
export function previewActions(app: App): Actions<'preview'> {
  const hasStory = (): boolean => Boolean(app.newsroom?.open);
  const width = (name: PreviewWidth): Action => ({
    isEnabled: hasStory,
    run: () => {
      const { newsroom } = app;
      if (!newsroom) return;
      newsroom.preview.width = name;
      if (newsroom.showing !== 'preview') void newsroom.showPreview();
    },
  });
  return {
    'preview.full': {
      isEnabled: () => app.newsroom?.showing === 'preview',
      run: () => {
        const { newsroom } = app;
        if (newsroom) newsroom.preview.wantsFull = !newsroom.preview.wantsFull;
      },
    },
    'preview.phone': width('phone'),
    'preview.tablet': width('tablet'),
    'preview.desktop': width('desktop'),
    'preview.print': width('print'),
  };
}

/** Spelling by keyboard. */
export function spellingActions(app: App): Actions<'spelling'> {
  const isWriting = (): boolean => app.writing.editor !== null && (app.newsroom?.isTextShown ?? false);
  return {
    'spelling.suggest': { isEnabled: isWriting, run: () => void app.spelling.suggestAtCursor() },
    'spelling.next': { isEnabled: isWriting, run: () => void app.spelling.goToNext() },
    'spelling.switch': { run: () => app.remember({ spelling: !app.machine.spelling }) },
  };
}
