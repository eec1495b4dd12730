import type { CollectionExporter } from './collection.js';
import { atomExporter, jsonFeedExporter, rssExporter } from './feeds/feed-exporters.js';
import { wxrExporter } from './wxr/wxr-exporter.js';

/** Formats of many stories in one file; a new one is a new file and a line here (and one in `losses.ts`). */
export const collections = {
  rss: rssExporter,
  atom: atomExporter,
  jsonfeed: jsonFeedExporter,
  wxr: wxrExporter,
} as const satisfies Record<string, CollectionExporter>;
export type CollectionFormat = keyof typeof collections;
export const collectionFormats = Object.keys(collections) as readonly CollectionFormat[];

export const isCollectionFormat = (name: string): name is CollectionFormat => Object.hasOwn(collections, name);
