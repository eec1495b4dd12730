import { z } from 'zod';
import type { StoryDocument } from '../document/document.js';
import { mediaId } from '../ids.js';
import { pictureUseSchema } from '../media/picture-use.js';
import { settingsSchema } from '../publication/settings.js';
import { sectionSchema } from '../taxonomy/taxonomy.js';

/**
 * A picture as it goes out: the size in pixels of the library's file (upright), and how it is turned and cut. The use has
 * defaults, so that editions from before there were crops read.
 */
export const renditionImageSchema = pictureUseSchema.extend({
  mediaId,
  width: z.int().min(1),
  height: z.int().min(1),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
});
export type RenditionImage = Readonly<z.infer<typeof renditionImageSchema>>;

/** A related story as the page shows it; `href` null = a card without a link. */
export const relatedCardSchema = z.object({
  href: z.string().nullable(),
  section: z.string(),
  headline: z.string(),
  excerpt: z.string(),
  image: renditionImageSchema.nullable(),
});
export type RelatedCard = Readonly<z.infer<typeof relatedCardSchema>>;

/**
 * A story resolved for export at one moment (decision 14): names instead of ids, cards instead of links, the body
 * with every suggestion accepted and no annotation. It holds no private field, so nothing private can leave.
 */
export const renditionSchema = z.object({
  guid: z.string(),
  id: z.string(),
  /** The desk's number of the frozen edition; null = a proof (decision 20). */
  edition: z.int().min(1).nullable(),
  /** Set where this is no story but the notice that one was taken back. */
  withdrawal: z.enum(['killed', 'recalled']).optional(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  kicker: z.string(),
  headline: z.string(),
  headlines: z.object({ web: z.string(), print: z.string(), seo: z.string(), social: z.string() }),
  /** The story's own dek, or the body's first words where it has none; `hasOwnDek` tells which. */
  dek: z.string(),
  hasOwnDek: z.boolean(),
  /** As printed, without "By". */
  byline: z.string(),
  authors: z.array(z.object({ name: z.string(), role: z.string() })),
  bodyFooter: z.string(),
  dateline: z.string(),
  section: sectionSchema.pick({ name: true, slug: true, colour: true }).nullable(),
  /** Every section of the publication, for the page's navigation. */
  sections: z.array(z.object({ name: z.string(), slug: z.string() })),
  subjects: z.array(z.object({ code: z.string(), label: z.string() })),
  tags: z.array(z.string()),
  slugline: z.string(),
  takeKey: z.string(),
  genre: z.string().nullable(),
  place: z.array(z.string()),
  urgency: z.int().nullable(),
  priority: z.int().nullable(),
  signal: z.array(z.string()),
  source: z.string(),
  usageTerms: z.string(),
  copyrightHolder: z.string(),
  copyrightNotice: z.string(),
  /** For wire formats only; no page shows it. */
  ednote: z.string(),
  /** Where the page will stand, absolute; null while the publication has no base URL. */
  url: z.string().nullable(),
  /** The page's path under the base URL, always known. */
  path: z.string(),
  leadImage: renditionImageSchema.nullable(),
  body: z.custom<StoryDocument>(),
  /** Size and place of each picture that the body names. */
  media: z.record(z.string(), z.object({ width: z.int(), height: z.int() })),
  /** Story id → address of its page, for the links in the body; null = no page to link to. */
  storyLinks: z.record(z.string(), z.string().nullable()),
  /** Story id → what its card in the body says; null = it may not be shown. Missing in editions of the first version. */
  storyCards: z.record(z.string(), relatedCardSchema.nullable()).default({}),
  related: z.array(relatedCardSchema),
  corrections: z.array(z.object({ type: z.string(), text: z.string(), at: z.string(), place: z.enum(['top', 'end']) })),
  words: z.int(),
  readingMinutes: z.int(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  firstPublishedAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publication: settingsSchema.pick({
    name: true,
    baseUrl: true,
    timeZone: true,
    language: true,
    commentUrl: true,
    shareTargets: true,
    copyrightHolder: true,
  }),
});
export type Rendition = Readonly<z.infer<typeof renditionSchema>>;
