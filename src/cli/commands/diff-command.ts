import { resolve } from 'node:path';
import type { BlockChange } from '../../core/compare/compare-documents.js';
import { compareStories, type FieldChange } from '../../core/compare/compare-stories.js';
import { blockText } from '../../core/document/plain-text.js';
import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import type { Story } from '../../core/story/story.js';
import { findStory } from '../../node/desk/find-story.js';
import type { Library } from '../../node/library/library.js';
import { argument, countOption, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { withLibrary } from '../session.js';

/** What differs between two saved states: without options, the newest one against the one before it. */
export const diff: Command = {
  usage: 'diff <library> <id>',
  about: 'what differs between two saved states, by fields, blocks and words',
  options: [
    { flags: '--from <n>', about: 'number of the older state (the one before --to)' },
    { flags: '--to <n>', about: 'number of the newer state (the newest)' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const id = findStory(library, argument(args, 1));
      const { revision } = await library.stories.read(id);
      const to = countOption(options, 'to', revision);
      const from = countOption(options, 'from', Math.max(1, to - 1));
      const { fields, blocks } = compareStories(await stateOf(library, id, from), await stateOf(library, id, to));
      for (const field of fields) output.row({ id, from, to, ...fieldRow(field) }, fieldText(field));
      for (const [at, block] of blocks.entries())
        if (block.kind !== 'same' || block.isMoved)
          output.row({ id, from, to, at, ...blockRow(block) }, blockLine(block));
      if (fields.length === 0 && blocks.every((block) => block.kind === 'same' && !block.isMoved))
        output.text(`No difference between saved states ${String(from)} and ${String(to)}.`);
      return exitCodes.done;
    }),
};

async function stateOf(library: Library, id: StoryId, revision: number): Promise<Story> {
  const now = await library.stories.read(id);
  if (now.revision === revision) return now.story;
  const entry = (await library.stories.history.list(id)).find((one) => one.revision === revision);
  const read = entry && (await library.stories.history.read(id, entry));
  if (!read) throw new NewsroomError('story.not-found', { id: `${id}, version ${String(revision)}` });
  return read.story;
}

interface Marked {
  readonly kind: string;
  readonly text: string;
}

/** One line in which `[-…-]` is gone and `{+…+}` is new, as wdiff writes it. */
const inMarks = (parts: readonly Marked[]): string =>
  parts
    .map(({ kind, text }) => (kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text))
    .join('')
    .replaceAll('\n', ' ');

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function fieldRow({ path, before, after }: FieldChange): object {
  return { what: 'field', change: 'changed', path, before, after };
}

function fieldText({ path, before, after, words }: FieldChange): string {
  return `${path}: ${words ? inMarks(words) : `[-${shown(before)}-]{+${shown(after)}+}`}`;
}

function blockRow(block: BlockChange): object {
  const node = 'after' in block ? block.after : block.before;
  const common = { what: 'block', change: block.kind, type: node.type, blockId: node.attrs?.['blockId'] ?? null };
  if (block.kind === 'same') return { ...common, change: 'moved', text: blockText(node) };
  if (block.kind !== 'changed') return { ...common, text: blockText(node) };
  return {
    ...common,
    moved: block.isMoved,
    attributes: block.attributes,
    before: blockText(block.before),
    after: blockText(block.after),
    words: block.words?.map(({ kind, text }) => ({ kind, text })) ?? null,
    inner: block.inner?.filter(({ kind }) => kind !== 'same').map(blockRow) ?? null,
  };
}

function blockLine(block: BlockChange): string {
  switch (block.kind) {
    case 'same':
      return `> ${blockText(block.after)}`;
    case 'added':
      return `+ ${blockText(block.after)}`;
    case 'removed':
      return `- ${blockText(block.before)}`;
    case 'movedAway':
      return `< ${blockText(block.before)}`;
    case 'changed': {
      const attributes = block.attributes.map(
        ({ name, before, after }) => `${name} [-${shown(before)}-]{+${shown(after)}+}`,
      );
      const inner = block.inner?.filter(({ kind }) => kind !== 'same').map((one) => `  ${blockLine(one)}`) ?? [];
      const words = block.words ? [inMarks(block.words)] : [];
      return [`~ ${[...attributes, ...words].join(' · ')}`, ...inner].join('\n');
    }
  }
}
