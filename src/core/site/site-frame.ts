import type { FeedLink } from '../export/html/page-head.js';
import type { PageWords } from '../export/html/page-words.js';
import type { PublicationSettings } from '../publication/settings.js';
import { writeHref } from '../text/escape.js';
import { feedFiles } from './feed-files.js';
import { addressOfFile, hrefOfPath, rootOf } from './site-paths.js';
import type { Group, GroupKind, SitePlan } from './site-plan.js';

/** What all pages of one run share. */
export interface Site {
  readonly settings: PublicationSettings;
  /** Words of the publication's language, for every page but a story's. */
  readonly words: PageWords;
  readonly plan: SitePlan;
  /** Path of the one style sheet, `assets/site-1a2b3c.css`. */
  readonly stylesheet: string;
  readonly themeText: (name: string) => string;
  readonly sha256Base64: (text: string) => string;
  /** With a "/" at the end; null = the address is not known, so nothing that needs one is written. */
  readonly base: string | null;
  /** Feeds name absolute addresses: they are written where the base is known. */
  readonly hasFeeds: boolean;
}

export interface NamedLink {
  readonly name: string;
  readonly href: string;
}

/** Links of one page: all relative, so that the site works from a disk and under any folder of a server. */
export class PagePlace {
  readonly file: string;
  readonly root: string;
  readonly #site: Site;

  /** @param root the way to the site's root, where it is not the relative one */
  constructor(site: Site, file: string, root = rootOf(file)) {
    this.#site = site;
    this.file = file;
    this.root = root;
  }

  to(file: string): string {
    return this.root + hrefOfPath(file);
  }

  group(kind: GroupKind, key: string): string | null {
    const group = this.#site.plan.groupOf(kind, key);
    return group ? this.toGroup(group) : null;
  }

  toGroup(group: Group): string {
    return this.to(`${group.folder}/index.html`);
  }

  get stylesheet(): string {
    return this.root + this.#site.stylesheet;
  }

  /** The page's own address on the web; null while it is not known. */
  get canonical(): string | null {
    return this.#site.base === null ? null : writeHref(this.#site.base + hrefOfPath(addressOfFile(this.file)));
  }

  /** The feeds that a page names: the whole site's, and its section's. */
  feeds(section: Group | undefined): readonly FeedLink[] {
    const { hasFeeds, settings } = this.#site;
    if (!hasFeeds) return [];
    const whole = feedFiles(null).map(({ type, file }) => ({ type, title: settings.name, href: this.to(file) }));
    if (!section) return whole;
    const title = `${settings.name}: ${section.name}`;
    return [...whole, ...feedFiles(section.folder).map(({ type, file }) => ({ type, title, href: this.to(file) }))];
  }
}

/** What stands around every page: the way to the search, to the lists, to the feed. Given to templates as `site`. */
export function siteFrame(site: Site, place: PagePlace, filed: readonly object[] = []) {
  const { words, plan, hasFeeds } = site;
  const { archive, correctionsPage, tags, subjects, authors } = words.site;
  const links: (NamedLink | null)[] = [
    { name: archive, href: place.to('archive/index.html') },
    plan.groups.tag.length > 0 ? { name: tags, href: place.to('tag/index.html') } : null,
    plan.groups.subject.length > 0 ? { name: subjects, href: place.to('subject/index.html') } : null,
    plan.groups.author.length > 0 ? { name: authors, href: place.to('author/index.html') } : null,
    { name: correctionsPage, href: place.to('corrections/index.html') },
    !hasFeeds ? null : { name: 'RSS', href: place.to(feedFiles(null)[0]?.file ?? '') },
  ];
  return {
    root: place.root,
    search: place.to('search/index.html'),
    isSearch: place.file === 'search/index.html',
    links: links.filter((link) => link !== null),
    filed,
  };
}

/** Sections with a page, for the navigation. */
export const navigation = (site: Site, place: PagePlace, current: string | null): readonly object[] =>
  site.plan.groups.section.map((group) => ({
    name: group.name,
    href: place.toGroup(group),
    isCurrent: group.key === current,
  }));
