import type { MediaFiles } from '../export/html/media-files.js';
import { cardFrame } from '../export/html/page-context.js';
import { isoInZone, shownDate, shownDay } from '../export/html/page-dates.js';
import { pictureHtml, type PicturePlace } from '../export/html/picture-html.js';
import { oneLine } from '../text/spaces.js';
import type { PagePlace, Site } from './site-frame.js';
import type { SitedStory } from './site-plan.js';

/** What a list says of a story; `attributes` are the language and direction where they are not the site's. */
export function storyCard(
  site: Site,
  place: PagePlace,
  media: MediaFiles,
  story: SitedStory,
  as: PicturePlace = 'card',
) {
  const { settings, words } = site;
  const isOther = story.language.split('-')[0] !== settings.language.split('-')[0];
  const { image, section } = story;
  const frame = as === 'lead' ? {} : cardFrame;
  return {
    href: place.to(story.file),
    attributes: isOther ? ` lang="${story.language}" dir="${story.direction}"` : '',
    /** The words of the site on such a card: its section and date. */
    siteAttributes: isOther ? ` lang="${words.language}" dir="${words.direction}"` : '',
    section: section ? { name: section.name, href: place.group('section', section.slug) } : null,
    kicker: oneLine(story.kicker),
    headline: oneLine(story.headline) || settings.name,
    excerpt: oneLine(story.excerpt),
    dek: oneLine(story.dek) || oneLine(story.excerpt),
    byline: oneLine(story.byline),
    iso: isoInZone(story.first, settings.timeZone),
    shown: shownDate(story.first, settings.timeZone, words),
    day: shownDay(story.first, settings.timeZone, words),
    // The headline beside it says what the story is about: the picture of a card is decoration.
    image: image ? { html: pictureHtml(media.picture(image.mediaId, image, image, frame), '', as) } : null,
  };
}
