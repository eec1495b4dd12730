import type { CollectionExporter } from './collection.js';
import type { CollectionFormat } from './format-names.js';
import { atomExporter, jsonFeedExporter, rssExporter } from './feeds/feed-exporters.js';
import { wxrExporter } from './wxr/wxr-exporter.js';

/** Formats of many stories in one file; a new one is a new file, a line here, in `format-names.ts` and `losses.ts`. */
export const collections = {
  rss: rssExporter,
  atom: atomExporter,
  jsonfeed: jsonFeedExporter,
  wxr: wxrExporter,
} as const satisfies Record<CollectionFormat, CollectionExporter>;
