import type { Story } from '../story/story.js';
import { safeStem } from '../text/file-name.js';
import { twoDigits, wallTime } from '../text/instant.js';
import type { PublicationSettings } from './settings.js';

/** The page's own part of the address: chosen by a person, else from the headline, else the id's first part. */
export function storySlug(story: Pick<Story, 'id' | 'urlSlug' | 'headline' | 'slugline'>): string {
  return safeStem(story.urlSlug || story.headline || story.slugline, `story-${story.id.slice(0, 8)}`);
}

type Addressed = Pick<Story, 'id' | 'urlSlug' | 'headline' | 'slugline' | 'firstPublishedAt' | 'createdAt'>;

/**
 * The path of a story's page under the base URL by the publication's pattern. The date is that of the first
 * publication in the publication's zone, so that a correction never moves a page.
 */
export function storyPath(story: Addressed, sectionSlug: string | null, settings: PublicationSettings): string {
  const at = wallTime(story.firstPublishedAt ?? story.createdAt, settings.timeZone);
  const parts: Readonly<Record<string, string>> = {
    section: sectionSlug ?? 'news',
    year: String(at.year),
    month: twoDigits(at.month),
    day: twoDigits(at.day),
    slug: storySlug(story),
    id: story.id,
  };
  return settings.permalink.replace(/\{(\w+)\}/gu, (mark, name: string) => parts[name] ?? mark);
}

/** The absolute address; null while the publication has none. */
export function storyUrl(path: string, settings: Pick<PublicationSettings, 'baseUrl'>): string | null {
  if (settings.baseUrl === '') return null;
  return settings.baseUrl.replace(/\/+$/u, '') + encodeURI(path);
}
