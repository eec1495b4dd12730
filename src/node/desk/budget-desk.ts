import { inBudgetOrder, type Budget, type BudgetLine } from '../../core/budget/budget.js';
import { storyId, type PersonId, type StoryId } from '../../core/ids.js';
import { suggestionsOf } from '../../core/review/suggestions.js';
import { inWork, isInWork, moveNames } from '../../core/story/states.js';
import { isLate } from '../../core/story/story-row.js';
import type { Story } from '../../core/story/story.js';
import { dayOf } from '../../core/text/zoned-time.js';
import { inParallel } from '../files/in-parallel.js';
import { isOut, stateIn } from '../index/state-condition.js';
import { holderOf } from '../library/exchanges.js';
import type { Library } from '../library/library.js';
import { sectionOf } from './named.js';

/** Stories that are read at a time. */
const atOnce = 16;

/** The sheet that a shift hands over: what is in the work, and what went out on the publication’s day. */
export async function makeBudget(library: Library): Promise<Budget> {
  const now = library.world.now();
  const { name, timeZone } = library.settings.value;
  const today = dayOf(now, timeZone);
  const ids = library.index.sql
    .all(
      `SELECT id FROM stories WHERE ${stateIn(inWork)} OR (${isOut} AND publishedAt >= ? AND publishedAt < ?) ORDER BY n`,
      [today.from, today.to],
    )
    .map((row) => storyId.parse(row['id']));
  const lines: BudgetLine[] = [];
  await inParallel(ids, atOnce, async (id) => {
    const line = await lineOf(library, id, now);
    if (line) lines.push(line);
  });
  const ordered = inBudgetOrder(lines);
  return {
    publication: name,
    timeZone,
    at: now.toISOString(),
    inWork: ordered.filter(({ state }) => isInWork(state)),
    outToday: ordered.filter(({ state }) => !isInWork(state)),
  };
}

async function lineOf(library: Library, id: StoryId, now: Date): Promise<BudgetLine | null> {
  const row = library.index.row(id);
  if (!row) return null;
  const { story } = await library.stories.read(id);
  const nameOf = (person: PersonId): string =>
    library.people.value.people.find((each) => each.id === person)?.name ?? '';
  const holder = holderOf(await library.exchanges.list(id));
  return {
    id,
    slugline: story.slugline,
    headline: story.headline,
    section: sectionOf(library.taxonomy.value, story.sectionId)?.name ?? '',
    state: story.state,
    assignee: story.assigneeId ? nameOf(story.assigneeId) : '',
    holder: holder?.with ?? '',
    authors:
      story.byline ||
      story.authors
        .map(({ personId }) => nameOf(personId))
        .filter(Boolean)
        .join(', '),
    budgetLine: story.planning.budgetLine,
    words: row.words,
    wordsPlanned: story.planning.wordsPlanned,
    due: story.planning.due,
    embargo: row.embargoAt !== null && Date.parse(row.embargoAt) > now.getTime() ? row.embargoAt : null,
    publishedAt: isInWork(story.state) ? null : story.publishedAt,
    openNotes: Object.values(story.annotations).filter(({ resolved }) => !resolved).length,
    openSuggestions: suggestionsOf(story).length,
    isLate: isLate(row, now),
    note: lastNote(story),
  };
}

const lastNote = ({ log }: Story): string =>
  log.findLast(({ act }) => (moveNames as readonly string[]).includes(act))?.note ?? '';
