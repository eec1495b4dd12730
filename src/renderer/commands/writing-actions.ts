import type { CommandId } from '../../core/commands/command-list.js';
import { letterCases, type LetterCase } from '../../core/text/letter-case.js';
import { focusBlockField } from '../editor/block-fields.js';
import { tableEdits, textFormats, type TableEdit, type TextFormat } from '../editor/text-formats.js';
import type { App } from '../state/app.svelte.js';
import type { WritingOptions } from '../state/writing-tools.svelte.js';

interface Action {
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}
type Those<Prefix extends string> = Extract<CommandId, `${Prefix}.${string}`>;
type ViewOption = 'view.focusMode' | 'view.typewriter' | 'view.invisibles' | 'view.typography';

const entries = <Key extends string, Value>(pairs: readonly (readonly [Key, Value])[]): Record<Key, Value> =>
  Object.fromEntries(pairs) as Record<Key, Value>;

/** Everything that is done to the text of the open story. */
export function writingActions(
  app: App,
): Record<Those<'format'> | Those<'edit'> | Those<'table'> | ViewOption, Action> {
  const { writing, dialogs } = app;
  const hasText = (): boolean => writing.editor !== null && (app.newsroom?.isTextShown ?? false);
  const isWriting = (): boolean => hasText() && writing.isEditable;
  const format = (name: TextFormat): Action => ({ isEnabled: isWriting, run: () => writing.toggle(name) });
  const dialog = (kind: 'link' | 'embed' | 'language'): Action => ({
    isEnabled: isWriting,
    run: () => dialogs.show({ kind }),
  });
  const story = (as: 'link' | 'card'): Action => ({
    isEnabled: isWriting,
    run: () => dialogs.show({ kind: 'storyPicker', as }),
  });
  const letters = (name: LetterCase): Action => ({ isEnabled: isWriting, run: () => writing.changeCase(name) });
  const edit = (name: TableEdit): Action => ({
    isEnabled: () => isWriting() && writing.on.has('table'),
    run: () => writing.editTable(name),
  });
  const option = (name: keyof WritingOptions): Action => ({
    isEnabled: () => app.newsroom !== null,
    run: () => app.setWriting({ [name]: !writing.options[name] }),
  });
  const pictures = (as: 'pictures' | 'gallery'): Action => ({
    isEnabled: isWriting,
    run: () => {
      const isDone = as === 'gallery' && (writing.editor?.commands.toggleGallery() ?? false);
      if (!isDone) writing.choosePicture?.(as);
    },
  });
  type FormatIds = { [Name in TextFormat]: `format.${Name}` }[TextFormat];
  type TableIds = { [Name in TableEdit]: `table.${Name}` }[TableEdit];
  type CaseIds = `edit.${LetterCase}Case`;
  return {
    ...entries<FormatIds, Action>(
      (Object.keys(textFormats) as TextFormat[]).map((name) => [`format.${name}` as FormatIds, format(name)]),
    ),
    ...entries<TableIds, Action>(
      (Object.keys(tableEdits) as TableEdit[]).map((name) => [`table.${name}` as TableIds, edit(name)]),
    ),
    ...entries<CaseIds, Action>(letterCases.map((name) => [`edit.${name}Case`, letters(name)])),
    'format.link': dialog('link'),
    'format.embed': dialog('embed'),
    'format.language': dialog('language'),
    'format.storyLink': story('link'),
    'format.storyCard': story('card'),
    'format.image': pictures('pictures'),
    'format.gallery': pictures('gallery'),
    'edit.undo': { isEnabled: () => writing.canUndo, run: () => writing.undo() },
    'edit.pasteText': { isEnabled: isWriting, run: () => void app.bridge.call('edit.pasteText', null) },
    'edit.redo': { isEnabled: () => writing.canRedo, run: () => writing.redo() },
    'edit.find': { isEnabled: hasText, run: () => writing.find.open(false) },
    'edit.replace': { isEnabled: isWriting, run: () => writing.find.open(true) },
    'edit.findNext': { isEnabled: hasText, run: () => writing.find.go('next') },
    'edit.findPrevious': { isEnabled: hasText, run: () => writing.find.go('previous') },
    'edit.nextTk': {
      isEnabled: hasText,
      run: () => {
        if (!writing.nextTk()) app.toasts.say(app.strings('status.nothingToCome'));
      },
    },
    'edit.moveUp': { isEnabled: isWriting, run: () => writing.moveBlocks('up') },
    'edit.moveDown': { isEnabled: isWriting, run: () => writing.moveBlocks('down') },
    'edit.blockField': {
      isEnabled: hasText,
      run: () => {
        if (writing.editor) focusBlockField(writing.editor);
      },
    },
    'view.focusMode': { isEnabled: hasText, run: () => writing.setFocusMode(!writing.isFocusMode) },
    'view.typewriter': option('typewriter'),
    'view.invisibles': option('invisibles'),
    'view.typography': option('typography'),
  };
}
