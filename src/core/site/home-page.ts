import type { Site } from './site-frame.js';
import { sitePage, type MadePage } from './site-page.js';
import type { SitedStory } from './site-plan.js';
import { storyCard } from './story-card.js';

/** Beside the lead, and in each section's row. */
const topStories = 5;
const storiesOfSection = 4;
/** A story leads the front for a day; measured from the newest story, since a page knows no clock. */
const leadHours = 24;

/** The lead: of the last day's stories the most urgent, among equals the newest with a picture, else the newest. */
export function leadStory(stories: readonly SitedStory[]): SitedStory | undefined {
  const newest = stories[0];
  if (!newest) return undefined;
  const since = Date.parse(newest.first) - leadHours * 3_600_000;
  const fresh = stories.slice(0, 50).filter(({ first }) => Date.parse(first) >= since);
  const rank = ({ urgency, image }: SitedStory): number => (urgency ?? 5) * 2 + (image ? 0 : 1);
  return fresh.reduce((best, story) => (rank(story) < rank(best) ? story : best), newest);
}

/** What stands on the front page, each story once. */
export function frontOf(site: Pick<Site, 'plan'>) {
  const { stories, groups } = site.plan;
  const lead = leadStory(stories);
  const top = stories.filter((story) => story !== lead).slice(0, topStories);
  const shown = new Set([lead, ...top]);
  const sections = groups.section
    .map((group) => ({ group, stories: group.stories.filter((story) => !shown.has(story)).slice(0, storiesOfSection) }))
    .filter((row) => row.stories.length > 0);
  return { lead, top, sections };
}

export function homePage(site: Site): MadePage {
  const { settings } = site;
  const front = frontOf(site);
  const about = { template: 'home', title: settings.name, description: settings.name };
  return sitePage(site, 'index.html', about, (place, media) => ({
    lead: front.lead ? storyCard(site, place, media, front.lead, 'lead') : null,
    top: front.top.map((story) => storyCard(site, place, media, story)),
    rows: front.sections.map(({ group, stories }) => ({
      name: group.name,
      href: place.toGroup(group),
      more: site.words.site.more.replace('{name}', group.name),
      cards: stories.map((story) => storyCard(site, place, media, story)),
    })),
  }));
}
