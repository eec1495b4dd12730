import { atomFeed } from '../export/feeds/atom.js';
import { publicationFacts } from '../export/feeds/feed-facts.js';
import { jsonFeed } from '../export/feeds/json-feed.js';
import { rssFeed } from '../export/feeds/rss.js';
import type { PicturePlacing } from '../export/html/article-html.js';
import { MediaFiles } from '../export/html/media-files.js';
import type { Rendition } from '../export/rendition.js';
import { mediaId } from '../ids.js';
import { LossList } from '../loss.js';
import type { Story } from '../story/story.js';
import { writeHref } from '../text/escape.js';
import { PagePlace, type Site } from './site-frame.js';
import { feedFiles } from './feed-files.js';
import type { Group, SitedStory } from './site-plan.js';
import { sited } from './story-page.js';

/** Stories in a feed: as many as readers of feeds keep. */
export const feedLength = 50;

const writers = { rss: rssFeed, atom: atomFeed, json: jsonFeed } as const;

/** One feed, by its path on the site. */
export interface SiteFeed {
  readonly file: string;
  readonly stories: readonly SitedStory[];
  readonly text: (read: (story: SitedStory) => { rendition: Rendition; story: Story }) => string;
}

/** The feeds of the whole site and of each section; none while the address of the site is not known. */
export function siteFeeds(site: Site): readonly SiteFeed[] {
  const { base } = site;
  if (base === null) return [];
  return [null, ...site.plan.groups.section].flatMap((section) => {
    const stories = (section ?? site.plan).stories.slice(0, feedLength);
    return feedFiles(section?.folder ?? null).map(({ kind, file }): SiteFeed => {
      const text: SiteFeed['text'] = (read) => {
        const renditions = stories.map((story) => {
          const { rendition, story: kept } = read(story);
          return sited(site, new PagePlace(site, story.file, base), rendition, kept);
        });
        const facts = { ...publicationFacts(renditions, { ...site.settings, baseUrl: base }, file) };
        return writers[kind](renditions, section ? sectionFacts(facts, site, section, base) : facts, {
          themeText: site.themeText,
          losses: new LossList(),
          placing: placedUnder(base),
        });
      };
      return { file, stories, text };
    });
  });
}

function sectionFacts<F extends object>(facts: F, site: Site, { name, folder }: Group, base: string) {
  const title = `${site.settings.name}: ${name}`;
  return { ...facts, title, description: title, home: writeHref(`${base}${folder}/`) };
}

/** A picture's plain file, which the story's page has written. */
const placedUnder =
  (base: string): PicturePlacing =>
  (_rendition, { name, width, height }, use) => {
    const id = mediaId.safeParse(name);
    if (!id.success) return null;
    const { path, ...size } = new MediaFiles(`${base}media`).picture(id.data, { width, height }, use);
    return { ...size, path: writeHref(path), srcset: '', webp: '' };
  };
