import { siteFeeds } from '../../core/site/site-feeds.js';
import type { Keyed, OutputsOf, SiteOutput } from './site-output.js';

/** The feeds of the whole site and of each section: made anew when a story in them, or one that it links to, is another. */
export function feedOutputs({ site, read }: OutputsOf, keyed: Keyed): readonly SiteOutput[] {
  const markOf = (id: string): string => site.plan.byId.get(id)?.mark ?? '';
  return siteFeeds(site).map(({ file, stories, text }) =>
    keyed(file, [stories.map(({ mark, neighbours }) => [mark, neighbours.map(markOf)])], () => ({
      content: text(({ id, edition }) => read(id, edition)),
      pictures: [],
    })),
  );
}
