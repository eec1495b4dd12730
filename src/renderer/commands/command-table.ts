import { commandList, type CommandEntry, type CommandId } from '../../core/commands/command-list.js';
import type { MoveName } from '../../core/story/states.js';
import { focusDrawn } from '../parts/focus.js';
import type { App } from '../state/app.svelte.js';
import type { InspectorTab } from '../state/layout.svelte.js';
import type { ThemeChoice } from '../state/theme.svelte.js';
import { listActions } from './list-actions.js';
import { historyActions, previewActions, spellingActions } from './history-commands.js';
import { reviewActions } from './review-actions.js';
import { zoomActions } from './zoom-commands.js';
import { focusNextRegion } from './regions.js';
import { writingActions } from './writing-actions.js';

/** A command with its action: the one object that toolbar, palette, menu and keyboard share. */
export interface Command extends CommandEntry {
  readonly id: CommandId;
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}

interface Action {
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
type Actions = Readonly<Record<CommandId, Action>>;

/** Every command of the window, tied to its state. */
export function createCommands(app: App): readonly Command[] {
  const actions: Actions = {
    ...storyActions(app),
    ...moveActions(app),
    ...writingActions(app),
    ...viewActions(app),
    ...libraryActions(app),
    ...listActions(app),
    ...historyActions(app),
    ...previewActions(app),
    ...spellingActions(app),
    ...reviewActions(app),
  };
  return commandList.map((entry) => {
    const { isEnabled = () => true, run } = actions[entry.id];
    return {
      ...entry,
      isEnabled,
      run: () => {
        if (isEnabled()) run();
      },
    };
  });
}

type Those<Prefix extends string> = Extract<CommandId, `${Prefix}.${string}`>;

function storyActions(app: App): Record<Those<'story'>, Action> {
  const hasStory = (): boolean => Boolean(app.newsroom?.open);
  const canWrite = (): boolean => app.newsroom !== null && !app.newsroom.library.isReadOnly;
  return {
    'story.new': { isEnabled: canWrite, run: () => app.dialogs.show({ kind: 'newStory' }) },
    'story.save': { isEnabled: hasStory, run: () => void app.newsroom?.open?.autosave.flushSave() },
    'story.preview': { isEnabled: hasStory, run: () => void app.newsroom?.showPreview() },
    'story.print': { isEnabled: hasStory, run: () => void printStory(app) },
    'story.export': { isEnabled: () => app.newsroom !== null, run: () => app.dialogs.show({ kind: 'export' }) },
    'story.check': {
      isEnabled: hasStory,
      run: () => {
        app.layout.showTab('check');
        void app.newsroom?.desk?.checks.run();
      },
    },
  };
}

async function printStory(app: App): Promise<void> {
  const open = app.newsroom?.open;
  if (!open || !(await app.newsroom?.leave())) return;
  app.toasts.valueOf(await app.bridge.call('page.print', { id: open.id }));
}

function moveActions(app: App): Record<Those<'move'>, Action> {
  const action = (move: MoveName): Action => ({
    isEnabled: () => app.newsroom?.moves.open.includes(move) ?? false,
    run: () => void app.newsroom?.moves.begin(move),
  });
  return {
    'move.start': action('start'),
    'move.submit': action('submit'),
    'move.sendBack': action('sendBack'),
    'move.approve': action('approve'),
    'move.schedule': action('schedule'),
    'move.deschedule': action('deschedule'),
    'move.publish': action('publish'),
    'move.correct': action('correct'),
    'move.kill': action('kill'),
    'move.recall': action('recall'),
    'move.unpublish': action('unpublish'),
    'move.spike': action('spike'),
    'move.restore': action('restore'),
    'move.undo': {
      isEnabled: () => app.newsroom?.moves.canUndo ?? false,
      run: () => void app.newsroom?.moves.undo(),
    },
  };
}

type Writing = keyof ReturnType<typeof writingActions>;

function viewActions(app: App): Record<Exclude<Those<'view'>, Writing> | Those<'help'>, Action> {
  const isOpen = (): boolean => app.newsroom !== null;
  const toggle = (region: 'desk' | 'list' | 'inspector'): Action => ({
    isEnabled: isOpen,
    run: () => {
      app.layout.toggle(region);
      app.rememberLayout();
    },
  });
  const tab = (name: InspectorTab): Action => ({
    isEnabled: isOpen,
    run: () => app.layout.showTab(name),
  });
  const theme = (choice: ThemeChoice): Action => ({ run: () => app.remember({ theme: choice }) });
  return {
    'view.quickOpen': { isEnabled: isOpen, run: () => app.finder.open('') },
    'view.palette': { isEnabled: isOpen, run: () => app.finder.open('>') },
    'view.searchStories': {
      isEnabled: isOpen,
      run: () => {
        app.layout.show('list');
        focusDrawn(() => document.getElementById('list-search'));
      },
    },
    'view.tabStory': tab('story'),
    'view.tabRelated': tab('related'),
    'view.tabCheck': tab('check'),
    'view.tabNotes': tab('notes'),
    'view.tabHistory': tab('history'),
    'view.pictures': { isEnabled: isOpen, run: () => void app.newsroom?.showPictures('library') },
    'view.pictureDesk': {
      isEnabled: () => Boolean(app.newsroom?.open),
      run: () => void app.newsroom?.showPictures('story'),
    },
    'view.toggleDesk': toggle('desk'),
    'view.toggleList': toggle('list'),
    'view.toggleInspector': toggle('inspector'),
    'view.nextRegion': { isEnabled: isOpen, run: () => focusNextRegion(1) },
    'view.previousRegion': { isEnabled: isOpen, run: () => focusNextRegion(-1) },
    'view.themeLight': theme('light'),
    'view.themeDark': theme('dark'),
    'view.themeSystem': theme('system'),
    ...zoomActions(app),
    'help.shortcuts': { run: () => app.dialogs.show({ kind: 'shortcuts' }) },
  };
}

function libraryActions(app: App): Record<Those<'library'>, Action> {
  const canWrite = (): boolean => app.newsroom !== null && !app.newsroom.library.isReadOnly;
  return {
    'library.import': { isEnabled: canWrite, run: () => app.dialogs.show({ kind: 'import' }) },
    'library.publish': { isEnabled: () => app.newsroom !== null, run: () => app.dialogs.show({ kind: 'publish' }) },
    'library.open': { run: () => void app.openLibrary() },
    'library.settings': {
      isEnabled: () => app.newsroom !== null,
      run: () => {
        const newsroom = app.newsroom;
        if (newsroom) newsroom.showing = newsroom.showing === 'settings' ? 'text' : 'settings';
      },
    },
  };
}
