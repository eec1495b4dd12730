import type { Input, Output, Subject } from '../../src/core/contract/calls.js';
import { plainText } from '../../src/core/document/plain-text.js';
import { subjectCode, type SubjectCode } from '../../src/core/ids.js';
import type { Person } from '../../src/core/people/person.js';
import { deskViews, isLate, listQuerySchema, type DeskView, type StoryRow } from '../../src/core/story/story-row.js';
import type { Story } from '../../src/core/story/story.js';
import { countWords } from '../../src/core/text/words.js';

const subjects: readonly (readonly [string, string, string | null])[] = [
  ['medtop:16000000', 'conflict, war and peace', null],
  ['medtop:20000056', 'armed conflict', 'medtop:16000000'],
  ['medtop:20000068', 'peace process', 'medtop:16000000'],
  ['medtop:11000000', 'politics and government', null],
  ['medtop:20000593', 'government', 'medtop:11000000'],
];

/** Lists, counts and subjects of a newsroom in memory: what the library process has an index for. */
export class FakeIndex {
  readonly #people: readonly Person[];
  readonly #stories: readonly Story[];
  readonly #now: Date;
  readonly #rows: number;

  /** `rows`: the stories are repeated until the list has that many. */
  constructor(people: readonly Person[], stories: readonly Story[], now: Date, rows: number) {
    this.#people = people;
    this.#stories = stories;
    this.#now = now;
    this.#rows = rows;
  }

  row(story: Story): StoryRow {
    const text = plainText(story.body);
    const names = story.authors.map(({ personId }) => this.#people.find(({ id }) => id === personId)?.name ?? '');
    return {
      id: story.id,
      sourceId: story.sourceId,
      headline: story.headline,
      slugline: story.slugline,
      sectionId: story.sectionId,
      tagIds: story.tagIds,
      state: story.state,
      words: countWords(text),
      tks: text.match(/\bTK\b/g)?.length ?? 0,
      byline: story.byline || names.join(', '),
      authorIds: story.authors.map((author) => author.personId),
      leadImage: story.leadImage?.mediaId ?? null,
      edition: story.edition,
      embargoAt: story.embargo?.at ?? null,
      modifiedAt: story.modifiedAt,
      publishedAt: story.publishedAt,
      dueAt: story.planning.due,
      assigneeId: story.assigneeId ?? null,
    };
  }

  list(input: Input<'stories.list'>): Output<'stories.list'> {
    const query = listQuerySchema.parse(input);
    const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#stories
      .filter((story) => {
        const row = this.row(story);
        const text = `${story.headline} ${story.dek} ${plainText(story.body)}`.toLowerCase();
        return (
          this.#isInView(row, query.view) &&
          (query.sectionId === null || row.sectionId === query.sectionId) &&
          (query.tagId === null || row.tagIds.includes(query.tagId)) &&
          (query.states.length === 0 || query.states.includes(row.state)) &&
          words.every((word) => text.includes(word))
        );
      })
      .map((story) => this.row(story))
      .toSorted((left, right) =>
        query.sort === 'headline'
          ? left.headline.localeCompare(right.headline)
          : right.modifiedAt.localeCompare(left.modifiedAt),
      );
    const total = found.length === 0 ? 0 : Math.max(found.length, this.#rows);
    const rows = Array.from({ length: Math.max(0, Math.min(query.limit, total - query.offset)) }, (_, at) => {
      const place = query.offset + at;
      const row = found[place % found.length];
      if (!row) throw new RangeError(`no row ${String(place)}`);
      return place < found.length ? row : { ...row, headline: `${String(place)} ${row.headline}` };
    });
    return { rows, total };
  }

  counts(): Output<'stories.counts'> {
    const rows = this.#stories.map((story) => this.row(story));
    const tally = (keys: readonly string[]): Record<string, number> =>
      keys.reduce<Record<string, number>>((sum, key) => ({ ...sum, [key]: (sum[key] ?? 0) + 1 }), {});
    return {
      views: Object.fromEntries(
        deskViews.map((view) => [view, rows.filter((row) => this.#isInView(row, view)).length]),
      ),
      sections: tally(rows.map((row) => row.sectionId ?? '')),
      tags: tally(rows.flatMap((row) => row.tagIds)),
    };
  }

  subjects(wanted: (subject: Subject) => boolean): Subject[] {
    return subjects.map((line) => this.#subject(line)).filter(wanted);
  }

  subjectsUnder(parent: SubjectCode | null): Subject[] {
    return subjects.filter(([, , above]) => above === parent).map((line) => this.#subject(line));
  }

  #subject([code, label, parent]: (typeof subjects)[number]): Subject {
    const own = subjectCode.parse(code);
    return {
      code: own,
      label,
      path: parent === null ? [] : [subjects.find(([other]) => other === parent)?.[1] ?? ''],
      definition: '',
      hasChildren: subjects.some(([, , above]) => above === code),
      retired: false,
      count: this.#stories.filter((story) => story.subjects.includes(own)).length,
    };
  }

  #isInView(row: StoryRow, view: DeskView): boolean {
    switch (view) {
      case 'all':
        return row.state !== 'spiked';
      case 'mine':
        return ['draft', 'inProgress'].includes(row.state);
      case 'assigned':
        return row.assigneeId !== null;
      case 'late':
        return isLate(row, this.#now);
      case 'publishedToday':
        return row.publishedAt?.slice(0, 10) === this.#now.toISOString().slice(0, 10);
      case 'toReview':
        return row.state === 'submitted';
      case 'approved':
        return row.state === 'approved';
      case 'embargoed':
        return row.embargoAt !== null && Date.parse(row.embargoAt) > this.#now.getTime();
      case 'published':
        return ['published', 'corrected'].includes(row.state);
      case 'spiked':
        return row.state === 'spiked';
    }
  }
}
