import { safeStem } from '../text/file-name.js';
import { wallTime, twoDigits } from '../text/instant.js';
import { PathClaims, fileOfAddress, sectionFolder } from './site-paths.js';
import type { StoryFacts } from './story-facts.js';

/** A story with its place on the site. */
export interface SitedStory extends StoryFacts {
  /** `sport/2026/11/win/index.html` */
  readonly file: string;
  /** Changes with anything that a card or a list says of the story. */
  readonly mark: string;
}

export type GroupKind = 'section' | 'tag' | 'subject' | 'author' | 'month';

/** Stories that have a list of their own. */
export interface Group {
  readonly kind: GroupKind;
  /** The section's slug, the topic's code, the name of a tag or author, `2026-11`. */
  readonly key: string;
  readonly name: string;
  readonly folder: string;
  readonly stories: readonly SitedStory[];
}

export interface Redirect {
  readonly file: string;
  readonly to: string;
}

/** Everything that stands on the site and where; made from facts alone. */
export interface SitePlan {
  /** Newest first. */
  readonly stories: readonly SitedStory[];
  readonly byId: ReadonlyMap<string, SitedStory>;
  readonly groups: Readonly<Record<GroupKind, readonly Group[]>>;
  readonly groupOf: (kind: GroupKind, key: string) => Group | undefined;
  readonly redirects: readonly Redirect[];
}

export interface PlanInput {
  readonly facts: readonly StoryFacts[];
  /** Addresses of earlier editions by story id. */
  readonly oldPaths: ReadonlyMap<string, readonly string[]>;
  /** In the order of the desk. */
  readonly sections: readonly { readonly slug: string }[];
  readonly timeZone: string;
  readonly topicName: (code: string) => string;
  readonly hash: (text: string) => string;
}

const newestFirst = (left: StoryFacts, right: StoryFacts): number => {
  if (left.first !== right.first) return left.first < right.first ? 1 : -1;
  return left.id < right.id ? -1 : 1;
};

export function planSite(input: PlanInput): SitePlan {
  const claims = new PathClaims();
  // The older story keeps the address that two share.
  const placed = [...input.facts].sort(newestFirst).reverse();
  const stories = placed
    .map((facts): SitedStory => {
      const file = claims.claim(fileOfAddress(facts.path));
      return { ...facts, file, mark: input.hash(`${facts.id}.${String(facts.edition)}.${file}`).slice(0, 16) };
    })
    .reverse();
  const groups = groupsOf(stories, input);
  const known = new Map(
    Object.values(groups)
      .flat()
      .map((group) => [`${group.kind}:${group.key}`, group]),
  );
  return {
    stories,
    byId: new Map(stories.map((story) => [story.id, story])),
    groups,
    groupOf: (kind, key) => known.get(`${kind}:${key}`),
    redirects: redirectsOf(stories, input.oldPaths, claims),
  };
}

/** Where a story stood before: a stub there, unless something else stands there now. */
function redirectsOf(
  stories: readonly SitedStory[],
  oldPaths: PlanInput['oldPaths'],
  claims: PathClaims,
): readonly Redirect[] {
  return stories.flatMap(({ id, file }) =>
    [...new Set((oldPaths.get(id) ?? []).map(fileOfAddress))]
      .filter((old) => !claims.has(old))
      .map((old) => ({ file: claims.claim(old), to: file })),
  );
}

function groupsOf(stories: readonly SitedStory[], input: PlanInput): Record<GroupKind, readonly Group[]> {
  const kinds: Record<GroupKind, Map<string, { name: string; stories: SitedStory[] }>> = {
    section: new Map(),
    tag: new Map(),
    subject: new Map(),
    author: new Map(),
    month: new Map(),
  };
  const add = (kind: GroupKind, key: string, name: string, story: SitedStory): void => {
    const group = kinds[kind].get(key);
    if (group) group.stories.push(story);
    else kinds[kind].set(key, { name, stories: [story] });
  };
  for (const story of stories) {
    if (story.section) add('section', story.section.slug, story.section.name, story);
    for (const tag of story.tags) add('tag', tag, tag, story);
    for (const code of story.subjects) add('subject', code, input.topicName(code), story);
    for (const author of story.authors) add('author', author, author, story);
    const { year, month } = wallTime(story.first, input.timeZone);
    const key = `${String(year)}-${twoDigits(month)}`;
    add('month', key, key, story);
  }
  const order = new Map(input.sections.map(({ slug }, at) => [slug, at]));
  const claims = new PathClaims();
  const made = (kind: GroupKind, folder: (key: string, name: string) => string): readonly Group[] => {
    // In the order of their keys, so that a new story never renames the page of another group.
    const keys = [...kinds[kind]].sort(([left], [right]) => (left < right ? -1 : 1));
    return keys.map(([key, { name, stories: own }]) => {
      const file = claims.claim(`${folder(key, name)}/index.html`);
      return { kind, key, name, folder: file.slice(0, -'/index.html'.length), stories: own };
    });
  };
  const byName = (groups: readonly Group[]): readonly Group[] =>
    [...groups].sort((left, right) => (left.folder < right.folder ? -1 : 1));
  return {
    section: [...made('section', sectionFolder)].sort(
      (left, right) => (order.get(left.key) ?? order.size) - (order.get(right.key) ?? order.size),
    ),
    tag: byName(made('tag', (_key, name) => `tag/${safeStem(name, 'tag')}`)),
    subject: byName(made('subject', (code, name) => `subject/${safeStem(name, code.replace(':', '-'))}`)),
    author: byName(made('author', (_key, name) => `author/${safeStem(name, 'author')}`)),
    month: [...made('month', (key) => `archive/${key.replace('-', '/')}`)].reverse(),
  };
}
