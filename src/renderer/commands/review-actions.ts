import type { CommandId } from '../../core/commands/command-list.js';
import { focusDrawn } from '../parts/focus.js';
import type { App } from '../state/app.svelte.js';

interface Action {
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}

/** What is suggested and said, at the caret. */
export function reviewActions(app: App): Record<Extract<CommandId, `review.${string}`>, Action> {
  const { writing, layout } = app;
  const notes = () => app.newsroom?.desk?.notes;
  const hasText = (): boolean => writing.editor !== null && (app.newsroom?.isTextShown ?? false);
  const isWriting = (): boolean => hasText() && writing.isEditable;
  const decide = (verdict: 'accept' | 'reject'): Action => ({
    isEnabled: isWriting,
    run: () => notes()?.decide(verdict, notes()?.chosen ?? []),
  });
  return {
    'review.suggest': { isEnabled: isWriting, run: () => writing.setSuggesting(!writing.isSuggesting) },
    'review.comment': {
      isEnabled: () => isWriting(),
      run: () => {
        layout.showTab('notes');
        focusDrawn(() => document.getElementById('new-note'));
      },
    },
    'review.handOver': {
      isEnabled: () => Boolean(app.newsroom?.open) && !(app.newsroom?.library.isReadOnly ?? true),
      run: () => app.dialogs.show({ kind: 'handOver' }),
    },
    'review.folder': { isEnabled: () => app.newsroom !== null, run: () => void app.newsroom?.showFolder() },
    'review.takeIn': {
      isEnabled: () => app.newsroom !== null && !app.newsroom.library.isReadOnly,
      run: () => app.dialogs.show({ kind: 'takeIn' }),
    },
    'review.next': { isEnabled: hasText, run: () => notes()?.step(1) },
    'review.previous': { isEnabled: hasText, run: () => notes()?.step(-1) },
    'review.accept': decide('accept'),
    'review.reject': decide('reject'),
  };
}
