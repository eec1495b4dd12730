import type { DocumentNode, StoryDocument } from '../../src/core/document/document.js';
import {
  deskId,
  mediaId,
  personId,
  sectionId,
  subjectCode,
  tagId,
  type NewId,
  type StoryId,
} from '../../src/core/ids.js';
import { plainUse } from '../../src/core/media/picture-use.js';
import type { Person } from '../../src/core/people/person.js';
import { defaultSettings, type PublicationSettings } from '../../src/core/publication/settings.js';
import { pubStatusOf, type StoryState } from '../../src/core/story/states.js';
import { newStory, type Story, type StoryContent } from '../../src/core/story/story.js';
import { sectionColours, type Taxonomy } from '../../src/core/taxonomy/taxonomy.js';

/** Ids that count up: the same sample each time. */
export function countingIds(): NewId {
  let next = 0;
  return () => `00000000-0000-4000-8000-${String((next += 1)).padStart(12, '0')}`;
}

export const p = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
export const quote = (text: string): DocumentNode => ({ type: 'blockquote', content: [p(text)] });
export const heading = (level: number, text: string): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
export const doc = (...content: DocumentNode[]): StoryDocument => ({ type: 'doc', content });

export interface SampleNewsroom {
  readonly settings: PublicationSettings;
  readonly taxonomy: Taxonomy;
  readonly people: readonly Person[];
  readonly stories: readonly Story[];
}

const names = ['International', 'Politics', 'Harbour & coast', 'Culture', 'Sport'];
const talks = doc(
  p(
    'Ukraine and Russia returned to the negotiating table this week as a new round of peace talks took place in the United Arab Emirates, raising cautious hopes for progress even as fighting continues on the ground. The meetings, hosted in Abu Dhabi, brought together delegations with support from international mediators.',
  ),
  p(
    'Officials familiar with the talks said the discussions focused on practical issues rather than a full political settlement: prisoner exchanges, protection of civilians, and the safety of TK plants.',
  ),
  quote('Any agreement on these limited points is a small but meaningful step toward reducing suffering.'),
  heading(2, 'A neutral host'),
  p(
    'The choice of the UAE as the host reflects its growing role as a neutral diplomatic venue. The country maintains working relations with both sides and has previously hosted sensitive international discussions.',
  ),
  {
    type: 'bulletList',
    content: ['Exchange of prisoners', 'Safe corridors for civilians', 'Inspection of power plants'].map((text) => ({
      type: 'listItem',
      content: [p(text)],
    })),
  },
);

/** Headline, section, state, words of filler, minutes since the last change. */
const lines: readonly (readonly [string, number, StoryState, number, number])[] = [
  ['Mexico to send food aid to Cuba by Monday as oil runs short', 0, 'submitted', 480, 22],
  ['Ferry line keeps winter timetable after council vote', 2, 'approved', 340, 60],
  ['European leaders warn of climate and security threats as global risks increase', 0, 'published', 905, 180],
  ['Old customs house to reopen as a museum of smuggling', 3, 'draft', 1120, 300],
  ['Correction: swim relay times', 4, 'killed', 88, 1500],
  ['Council weighs a night bus to the container port', 1, 'inProgress', 410, 1600],
  ['Exchange of 200 prisoners agreed in Istanbul', 0, 'published', 610, 13_000],
  ['What the grid strikes mean for winter', 0, 'published', 1460, 30_000],
  ['Abu Dhabi, the quiet go-between', 0, 'corrected', 980, 88_000],
  ['Harbour swimmers ask for warmer changing rooms', 4, 'spiked', 220, 9_000],
  ['خفر السواحل ينقذ صيادين قبالة الميناء', 2, 'draft', 160, 700],
];
const filler = 'The harbour office said on Monday that the plan would be read again before the winter season begins';

function fill(words: number): StoryDocument {
  const list = Array.from({ length: words }, (_, at) => filler.split(' ')[at % 18] ?? '');
  const blocks: DocumentNode[] = [];
  for (let at = 0; at < list.length; at += 60) blocks.push(p(`${list.slice(at, at + 60).join(' ')}.`));
  return doc(...blocks);
}

/** A newsroom of twelve stories; the first is the lead story with everything filled in. `now` is when it is looked at. */
export function sampleNewsroom(now: Date, newId: NewId = countingIds()): SampleNewsroom {
  const settings = { ...defaultSettings, name: 'The Harbour Post', timeZone: 'Europe/Berlin' };
  const sections = names.map((name, at) => ({
    id: sectionId.parse(newId()),
    name,
    slug: name.toLowerCase().replace(/\W+/g, '-'),
    colour: sectionColours[at] ?? '#6d675d',
    subject: at === 0 ? subjectCode.parse('medtop:11000000') : null,
  }));
  const tags = ['peace talks', 'energy', 'Abu Dhabi', 'ferries', 'winter'].map((name) => ({
    id: tagId.parse(newId()),
    name,
  }));
  const people = [
    ['Anna Lindqvist', 'AL', 'journalist'],
    ['Rui Okafor', 'RO', 'journalist'],
    ['Mika Sato', 'MS', 'editor'],
  ].map(([name = '', initials = '', role], at) => ({
    id: personId.parse(newId()),
    name,
    initials,
    colour: sectionColours[at + 3] ?? '#6d675d',
    role: role === 'editor' ? ('editor' as const) : ('journalist' as const),
    place: '',
    email: '',
    phone: '',
  }));
  const desk = deskId.parse(newId());
  const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
  const make = (content: Partial<StoryContent>, state: StoryState, minutes: number): Story => ({
    ...newStory({ settings, desk, now: new Date(ago(minutes + 600)), newId }, { ...content }),
    state,
    stateBefore: state === 'spiked' ? 'inProgress' : null,
    pubStatus: pubStatusOf(state),
    edition: ['published', 'corrected', 'killed'].includes(state) ? 1 : 0,
    modifiedAt: ago(minutes),
    publishedAt: ['published', 'corrected', 'killed'].includes(state) ? ago(minutes) : null,
  });
  const others = lines.map(([headline, section, state, words, minutes], at) =>
    make(
      {
        headline,
        sectionId: sections[section]?.id ?? null,
        authors: [{ personId: people[at % 3]?.id ?? personId.parse(newId()), role: 'author' }],
        tagIds: tags.slice(at % 4, (at % 4) + 1).map(({ id }) => id),
        body: fill(words),
        embargo: at === 1 ? { at: ago(-360), tz: 'Europe/Berlin' } : null,
        leadImage:
          at % 3 === 0
            ? {
                ...plainUse,
                mediaId: mediaId.parse(`${String(at).repeat(64).slice(0, 64)}.jpg`),
                alt: 'The harbour',
                caption: '',
                credit: '',
              }
            : null,
      },
      state,
      minutes,
    ),
  );
  const linked = [0, 2, 4].flatMap((at): { storyId: StoryId }[] => {
    const id = others[at]?.id;
    return id ? [{ storyId: id }] : [];
  });
  const lead = make(
    {
      headline: 'Ukraine–Russia peace talks resume in the UAE amid ongoing fighting',
      dek: 'Ukraine and Russia returned to the negotiating table this week as a new round of talks took place in the United Arab Emirates.',
      slugline: 'TALKS-UAE',
      sectionId: sections[0]?.id ?? null,
      subjects: [subjectCode.parse('medtop:20000056'), subjectCode.parse('medtop:16000000')],
      tagIds: tags.slice(0, 3).map(({ id }) => id),
      authors: people.slice(0, 2).map(({ id }) => ({ personId: id, role: 'author' })),
      dateline: { located: 'ABU DHABI, 24 November', date: null, text: '' },
      planning: { budgetLine: '', due: null, wordsPlanned: 700 },
      body: talks,
      related: linked,
    },
    'submitted',
    4,
  );
  return { settings, taxonomy: { sections, tags }, people, stories: [lead, ...others] };
}
