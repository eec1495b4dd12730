import { resolve } from 'node:path';
import { NewsroomError } from '../../core/errors.js';
import type { Person } from '../../core/people/person.js';
import { deskViews, listQuerySchema, type DeskView, type StoryRow } from '../../core/story/story-row.js';
import { parseSearch } from '../../core/search/search-query.js';
import { snippet } from '../../core/text/snippet.js';
import { findStory, personNamed } from '../../node/desk/find-story.js';
import { sectionOf, tagsOf } from '../../node/desk/named.js';
import { RelatedDesk } from '../../node/desk/related-desk.js';
import { listStories, searchStories, type ListContext } from '../../node/index/list-stories.js';
import type { Library } from '../../node/library/library.js';
import { argument, countOption, textOption, UsageError, type Command } from '../command.js';
import { exitCodes } from '../output.js';
import { interrupted, withLibrary, world } from '../session.js';

const context = (library: Library, person: Person | null = null): ListContext => ({
  personId: person?.id ?? null,
  taxonomy: library.taxonomy.value,
  people: library.people.value.people,
  now: world.now(),
  timeZone: library.settings.value.timeZone,
});

/** Ids as names: what a person or a script outside the library can use. */
function named(library: Library, row: StoryRow): { section: string; tags: string[] } {
  const taxonomy = library.taxonomy.value;
  return {
    section: sectionOf(taxonomy, row.sectionId)?.name ?? '',
    tags: tagsOf(taxonomy, row.tagIds).map(({ name }) => name),
  };
}

const identity = (row: StoryRow): { id: string; sourceId?: string } => ({
  id: row.id,
  ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
});

export const list: Command = {
  usage: 'list <library>',
  about: 'story rows, newest first',
  options: [
    { flags: '--query <query>', about: 'words and filters: section:sport state:draft tag:"city hall"' },
    { flags: '--limit <n>', about: 'at most so many rows' },
    { flags: '--view <view>', about: `one of the desk’s lists: ${deskViews.join(', ')}` },
    { flags: '--person <name>', about: 'whose: for the views “mine” and “assigned”' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const limit = countOption(options, 'limit', Number.MAX_SAFE_INTEGER);
      const text = textOption(options, 'query') ?? '';
      const views = viewsOf(textOption(options, 'view'));
      const name = textOption(options, 'person');
      const asked = context(library, name === undefined ? null : personNamed(library, name));
      let shown = 0;
      for (const view of views) {
        for (let offset = 0; shown < limit; offset += 500) {
          const query = listQuerySchema.parse({ view, text, offset, limit: Math.min(500, limit - shown) });
          const { rows } = listStories(library.index, query, asked);
          for (const row of rows) output.row(listed(library, row), listedText(library, row));
          shown += rows.length;
          if (rows.length < query.limit) break;
        }
      }
      return Promise.resolve(exitCodes.done);
    }),
};

/** A script sees the whole library; the spiked ones, which a desk hides, stand at the end. */
function viewsOf(view: string | undefined): readonly DeskView[] {
  if (view === undefined) return ['all', 'spiked'];
  const known = deskViews.find((each) => each === view);
  if (!known) throw new UsageError(`"${view}" is no list of the desk; lists are ${deskViews.join(', ')}`);
  return [known];
}

function listed(library: Library, row: StoryRow): object {
  const { headline, slugline, state, words, modifiedAt } = row;
  const assignee = library.people.value.people.find(({ id }) => id === row.assigneeId)?.name;
  return {
    ...identity(row),
    headline,
    slugline,
    ...named(library, row),
    state,
    words,
    modified: modifiedAt,
    ...(row.dueAt === null ? {} : { due: row.dueAt }),
    ...(assignee === undefined ? {} : { assignee }),
  };
}

function listedText(library: Library, row: StoryRow): string {
  return `${row.id.slice(0, 8)}  ${row.state.padEnd(11)} ${named(library, row).section.padEnd(16)} ${String(row.words).padStart(5)} w  ${row.headline || row.slugline}`;
}

export const show: Command = {
  usage: 'show <library> <id>',
  about: 'one story as kept',
  options: [{ flags: '--version <n>', about: 'an earlier saved state, by its number' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, async (library) => {
      const id = findStory(library, argument(args, 1));
      const version = textOption(options, 'version');
      const current = await library.stories.read(id);
      let { story } = current;
      if (version !== undefined && Number(version) !== current.revision) {
        const entry = (await library.stories.history.list(id)).find(({ revision }) => revision === Number(version));
        const earlier = entry && (await library.stories.history.read(id, entry));
        if (!earlier) throw new NewsroomError('story.not-found', { id: `${id}, version ${version}` });
        story = earlier.story;
      }
      output.row(story, JSON.stringify(story, null, 2));
      return exitCodes.done;
    }),
};

export const search: Command = {
  usage: 'search <library> <query...>',
  about: 'full text with field filters, best first',
  options: [{ flags: '--limit <n>', about: 'at most so many results (20)' }],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'read', output, (library) => {
      const query = args.slice(1).join(' ');
      const { words } = parseSearch(query);
      for (const { row, score, dek, body } of searchStories(
        library.index,
        query,
        countOption(options, 'limit', 20),
        context(library),
      )) {
        const piece = snippet(`${dek} ${body}`, words);
        const result = {
          ...identity(row),
          headline: row.headline,
          score: Math.round(score * 1e4) / 1e4,
          snippet: piece,
        };
        output.row(result, `${row.id.slice(0, 8)}  ${row.headline}\n          ${piece}`);
      }
      return Promise.resolve(exitCodes.done);
    }),
};

export const related: Command = {
  usage: 'related <library> [id]',
  about: 'ranked suggestions with reasons, for one story or --all',
  options: [
    { flags: '--all', about: 'for every story' },
    { flags: '--limit <n>', about: 'at most so many for each (10)' },
  ],
  run: (args, options, output) =>
    withLibrary(resolve(argument(args, 0)), 'writeIfFree', output, (library) => {
      const all = options['all'] === true;
      if (all === (args.length > 1 && argument(args, 1) !== '')) throw new UsageError('name one story, or give --all');
      const limit = countOption(options, 'limit', 10);
      const desk = new RelatedDesk(library);
      const ids = all
        ? library.index.sql.all('SELECT id FROM stories ORDER BY n').map((row) => String(row['id']))
        : [argument(args, 1)];
      for (const [at, name] of ids.entries()) {
        if (interrupted.value) break;
        const id = findStory(library, name);
        const row = library.index.row(id);
        if (!row) continue;
        const suggestions = desk
          .suggest(id, limit)
          .map(({ row: found, score, reasons }) => ({ ...identity(found), score, reasons }));
        const text = suggestions
          .map(
            ({ id: other, reasons }) =>
              `  ${other.slice(0, 8)}  ${library.index.row(other)?.headline ?? ''} (${reasons.join(', ')})`,
          )
          .join('\n');
        output.row({ ...identity(row), related: suggestions }, `${row.headline}\n${text}`);
        output.progress('related', at + 1, ids.length);
      }
      return Promise.resolve(exitCodes.done);
    }),
};
