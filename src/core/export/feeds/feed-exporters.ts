import { LossList } from '../../loss.js';
import type { CollectionExporter, CollectionOptions } from '../collection.js';
import type { Rendition } from '../rendition.js';
import type { SchemaName } from '../exporter.js';
import { atomFeed } from './atom.js';
import { feedFaults } from './feed-check.js';
import { publicationFacts } from './feed-facts.js';
import { jsonFeed } from './json-feed.js';
import { rssFeed } from './rss.js';

type Write = typeof rssFeed;

/** A feed of the stories of one export; the site writes feeds of its own, of the newest stories of each section. */
function feed(fileName: string, write: Write, schema?: SchemaName): CollectionExporter {
  return {
    fileName,
    takesProofs: false,
    ...(schema === undefined
      ? { validate: (files) => ({ validator: 'copydesk-feed', faults: feedFaults(files) }) }
      : {}),
    render(renditions: readonly Rendition[], { settings, themeText }: CollectionOptions) {
      const losses = new LossList();
      const facts = publicationFacts(renditions, settings, fileName);
      const content = write(renditions, facts, { themeText, losses });
      return { files: [{ path: fileName, content }], losses: losses.list, ...(schema === undefined ? {} : { schema }) };
    },
  };
}

export const rssExporter = feed('rss.xml', rssFeed);
export const atomExporter = feed('atom.xml', atomFeed);
export const jsonFeedExporter = feed('feed.json', jsonFeed, 'json-feed-1.1');
