import type { PublicationSettings } from '../../publication/settings.js';
import { articleHtml, besideThePage, type PicturePlacing } from '../html/article-html.js';
import type { PagePicture } from '../html/media-files.js';
import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { Rendition } from '../rendition.js';

/** What a feed says of itself. All addresses are absolute; null where the publication has none. */
export interface FeedFacts {
  readonly title: string;
  /** A sentence about the feed; the title where there is none, since RSS 2.0 wants one. */
  readonly description: string;
  /** The page that the feed belongs to. */
  readonly home: string | null;
  /** Where the feed itself stands. */
  readonly self: string | null;
  /** BCP 47. */
  readonly language: string;
  /** The newest moment of its stories, ISO 8601: from the editions, never from a clock. */
  readonly updated: string;
  /** Line about rights; '' = none. */
  readonly rights: string;
}

/** What the feeds take beside the facts. */
export interface FeedOptions {
  readonly themeText: (name: string) => string;
  readonly losses: LossList;
  /** Where pictures are found; beside the story's page unless said otherwise. */
  readonly placing?: PicturePlacing;
}

/** A story as all three kinds of feed say it. */
export interface FeedItem {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly authors: readonly string[];
  readonly section: string;
  readonly tags: readonly string[];
  readonly topics: readonly { readonly code: string; readonly label: string }[];
  readonly language: string;
  /** ISO 8601, UTC. */
  readonly published: string;
  readonly updated: string;
  readonly rights: string;
  readonly picture: (PagePicture & { readonly alt: string; readonly caption: string; readonly credit: string }) | null;
}

/** A story that is out: published or corrected (decision 20). Proofs never stand in a feed. */
export const mayStandInFeed = ({ edition, publishedAt }: Rendition): boolean =>
  edition !== null && publishedAt !== null;

/** The newest stories first; equal times by id, so that the order is the same everywhere. Proofs are left out. */
export function feedItems(renditions: readonly Rendition[], options: FeedOptions): readonly FeedItem[] {
  return renditions
    .filter(mayStandInFeed)
    .map((rendition) => feedItem(rendition, options))
    .sort((left, right) => compare(right.published, left.published) || compare(left.id, right.id));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function feedItem(rendition: Rendition, { themeText, losses, placing = besideThePage }: FeedOptions): FeedItem {
  const { leadImage, publication } = rendition;
  const shown = leadImage
    ? placing(rendition, { name: leadImage.mediaId, width: leadImage.width, height: leadImage.height }, leadImage)
    : null;
  const published = rendition.firstPublishedAt ?? rendition.publishedAt ?? rendition.modifiedAt;
  if (oneLine(rendition.kicker) !== '') losses.add('kicker', 'Kickers have no place in a feed');
  if (rendition.related.length > 0) losses.add('related', 'Related cards were left out', rendition.related.length);
  const byline = oneLine(rendition.byline);
  const named = rendition.authors.map(({ name }) => oneLine(name)).filter((name) => name !== '');
  return {
    id: rendition.guid,
    url: rendition.url,
    title: oneLine(rendition.headline) || publication.name,
    summary: oneLine(rendition.dek),
    html: articleHtml(rendition, { themeText, losses, placing, with: ['lead', 'dateline'] }),
    authors: named.length > 0 ? named : byline === '' ? [] : [byline],
    section: oneLine(rendition.section?.name ?? ''),
    tags: rendition.tags.map(oneLine).filter((tag) => tag !== ''),
    topics: rendition.subjects,
    language: rendition.language,
    published,
    updated: updatedAt(rendition),
    rights: oneLine(rendition.copyrightNotice),
    picture:
      shown && leadImage
        ? {
            ...shown,
            alt: oneLine(leadImage.alt),
            caption: oneLine(leadImage.caption),
            credit: oneLine(leadImage.credit),
          }
        : null,
  };
}

/** When what readers see last changed: the newest of publication and corrections. */
export function updatedAt({ publishedAt, firstPublishedAt, modifiedAt, corrections }: Rendition): string {
  const moments = [publishedAt ?? firstPublishedAt ?? modifiedAt, ...corrections.map(({ at }) => at)];
  return moments.reduce((newest, at) => (Date.parse(at) > Date.parse(newest) ? at : newest));
}

/**
 * The facts of a feed of a whole publication that stands under its base URL.
 * @param file path of the feed under the base URL, `rss.xml`
 */
export function publicationFacts(
  renditions: readonly Rendition[],
  settings: Pick<PublicationSettings, 'name' | 'baseUrl' | 'language' | 'copyrightHolder'>,
  file: string,
): FeedFacts {
  const home = settings.baseUrl === '' ? null : settings.baseUrl.replace(/\/*$/u, '/');
  const moments = renditions.filter(mayStandInFeed).map(updatedAt);
  return {
    title: settings.name,
    description: settings.name,
    home,
    self: home === null ? null : `${home}${file}`,
    language: settings.language,
    // A feed without a story is as old as time: any other moment would come from a clock.
    updated: moments.reduce((newest, at) => (at > newest ? at : newest), '1970-01-01T00:00:00.000Z'),
    rights: settings.copyrightHolder === '' ? '' : `© ${settings.copyrightHolder}`,
  };
}
