import type { Keyed, SiteOutput } from './site-outputs.js';

/** The feeds of the whole site and of each section. */
export function siteFeeds(_from: unknown, _keyed: Keyed): readonly SiteOutput[] {
  return [];
}
