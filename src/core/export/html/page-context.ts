import { tidyBody } from '../../document/tidy-body.js';
import { documentView } from '../../document/document-view.js';
import { plainText } from '../../document/plain-text.js';
import { mediaId } from '../../ids.js';
import type { LossList } from '../../loss.js';
import type { PictureUse } from '../../media/picture-use.js';
import { writeHref } from '../../text/escape.js';
import { directionOf } from '../../text/first-strong.js';
import { oneLine } from '../../text/spaces.js';
import type { Rendition, RenditionImage } from '../rendition.js';
import { bodyHtml, captionHtml } from './body-html.js';
import type { MediaFiles, PagePicture, PictureFrame } from './media-files.js';
import { isoInZone, shownDate } from './page-dates.js';
import { pictureHtml } from './picture-html.js';
import type { PageWords } from './page-words.js';
import { shareLinks } from './share-links.js';

/** Where the links of a page lead. Of a page by itself: to the publication's addresses, if it has any. */
export interface PageLinks {
  readonly home: string | null;
  readonly section: (slug: string) => string | null;
  /** The page of an author; null = none. */
  readonly author: (name: string) => string | null;
  /** What stands around the page in a whole site (`core/site`); null = a page by itself. */
  readonly site: object | null;
}

function ownLinks(baseUrl: string): PageLinks {
  const base = baseUrl === '' ? null : baseUrl.replace(/\/*$/u, '/');
  return {
    home: base,
    section: (slug) => (base === null ? null : writeHref(`${base}${slug}/`)),
    author: () => null,
    site: null,
  };
}

/**
 * First of the two steps of a page: everything that it says, as plain data; names ending in `Dir` and `wordsLang` are
 * attributes. The template is the second step and decides how it looks.
 */
export function pageContext(
  rendition: Rendition,
  words: PageWords,
  media: MediaFiles,
  losses: LossList,
  to: PageLinks = ownLinks(rendition.publication.baseUrl),
) {
  const { publication, direction, section } = rendition;
  const lead = rendition.leadImage ? image(rendition.leadImage, media, 'lead') : null;
  const links = shareLinks(publication.shareTargets, rendition.url, rendition.headline, rendition.dek);
  const address = publication.shareTargets.includes('copyLink') ? rendition.url : null;
  const headline = oneLine(rendition.headline);
  return {
    language: rendition.language,
    direction,
    isProof: rendition.edition === null,
    words,
    /** Words in another language than the story's say so. */
    wordsLang: isOfLanguage(rendition.language, words.language)
      ? ''
      : ` lang="${words.language}" dir="${words.direction}"`,
    publication: { name: publication.name, href: to.home },
    site: to.site,
    sections: rendition.sections.map(({ name, slug }) => ({
      name,
      href: to.section(slug),
      isCurrent: slug === section?.slug,
    })),
    section: section ? { name: section.name, href: to.section(section.slug) } : null,
    kicker: oneLine(rendition.kicker),
    kickerDir: dirAttribute(rendition.kicker, direction),
    headline: headline === '' ? publication.name : headline,
    headlineDir: dirAttribute(headline, direction),
    dek: oneLine(rendition.dek),
    dekDir: dirAttribute(rendition.dek, direction),
    hasOwnDek: rendition.hasOwnDek,
    byline: bylineOf(oneLine(rendition.byline), words, rendition, to),
    dateline: oneLine(rendition.dateline),
    ...datesOf(rendition, words),
    minutesRead:
      rendition.readingMinutes > 0 ? words.minutesRead.replace('{minutes}', String(rendition.readingMinutes)) : '',
    hasShare: links.length > 0 || address !== null,
    share: {
      links: links.map(({ target, label, href }) => ({
        label: target === 'email' ? words.email : label,
        href,
        isWeb: target !== 'email',
      })),
      address,
    },
    lead:
      lead && rendition.leadImage
        ? { ...lead, caption: captionHtml(oneLine(rendition.leadImage.caption), oneLine(rendition.leadImage.credit)) }
        : null,
    body: bodyHtml(tidyBody(documentView(rendition.body, 'accepted')), {
      direction,
      storyLinks: rendition.storyLinks,
      storyCards: rendition.storyCards,
      losses,
      picture: (name: string, use: PictureUse): PagePicture | null => {
        const size = rendition.media[name];
        const id = mediaId.safeParse(name);
        return size && id.success ? media.picture(id.data, size, use) : null;
      },
    }),
    bodyFooter: oneLine(rendition.bodyFooter),
    corrections: { top: corrections(rendition, words, 'top'), end: corrections(rendition, words, 'end') },
    commentUrl: publication.commentUrl === '' ? '' : writeHref(publication.commentUrl),
    pageUrl: rendition.url,
    related: rendition.related.map((card) => ({
      href: card.href === null ? null : writeHref(card.href),
      section: oneLine(card.section),
      headline: oneLine(card.headline),
      excerpt: oneLine(card.excerpt),
      image: card.image ? image(card.image, media, 'card') : null,
      dir: dirAttribute(card.headline, direction),
    })),
    copyright: oneLine(rendition.copyrightNotice),
  };
}

/** All that a reader can read, for the choice of fonts. */
export function textOfPage(rendition: Rendition): string {
  const { headline, dek, byline, kicker, dateline, related, sections, publication, bodyFooter } = rendition;
  const cards = related.flatMap((card) => [card.headline, card.excerpt, card.section]);
  return [
    headline,
    dek,
    byline,
    kicker,
    dateline,
    bodyFooter,
    publication.name,
    ...sections.map(({ name }) => name),
    ...cards,
    plainText(rendition.body),
  ].join('\n');
}

/** Cards are small and all of one shape (`page.css`), cut around the point that matters. */
export const cardFrame: PictureFrame = { widest: 960, aspect: 3 / 2 };

function image(shown: RenditionImage, media: MediaFiles, place: 'lead' | 'card') {
  const picture = media.picture(shown.mediaId, shown, shown, place === 'card' ? cardFrame : {});
  const { path: src, width, height } = picture;
  const alt = oneLine(shown.alt);
  return { src, width, height, alt, html: pictureHtml(picture, alt, place) };
}

function dirAttribute(text: string, page: 'ltr' | 'rtl'): string {
  const direction = directionOf(text);
  return direction === null || direction === page ? '' : ` dir="${direction}"`;
}

function bylineOf(byline: string, words: PageWords, { authors }: Rendition, to: PageLinks) {
  if (byline === '') return null;
  const [before = '', after = ''] = words.by.split('{name}');
  let parts: readonly { readonly text: string; readonly href: string | null }[] = [{ text: byline, href: null }];
  for (const { name } of authors) {
    const href = to.author(name);
    if (href === null) continue;
    parts = parts.flatMap((part) => {
      const at = part.href === null ? part.text.indexOf(name) : -1;
      if (at < 0) return [part];
      const rest = { text: part.text.slice(at + name.length), href: null };
      return [{ text: part.text.slice(0, at), href: null }, { text: name, href }, rest];
    });
  }
  return { before, name: byline, parts: parts.filter(({ text }) => text !== ''), after };
}

function datesOf(rendition: Rendition, words: PageWords) {
  const zone = rendition.publication.timeZone;
  const { firstPublishedAt: first, publishedAt: last } = rendition;
  const at = (instant: string) => ({ iso: isoInZone(instant, zone), shown: shownDate(instant, zone, words) });
  const [before = '', after = ''] = words.updated.split('{date}');
  const published = first === null ? null : at(first);
  const updated = first !== null && last !== null && last !== first ? { ...at(last), before, after } : null;
  return { published, updated };
}

function corrections({ corrections: all, publication }: Rendition, words: PageWords, place: 'top' | 'end') {
  const labels: Readonly<Record<string, string>> = words.correctionTypes;
  return all
    .filter((entry) => entry.place === place)
    .map(({ type, text, at }) => ({
      type,
      label: labels[type] ?? words.correctionTypes.correction,
      text: oneLine(text),
      iso: isoInZone(at, publication.timeZone),
      shown: shownDate(at, publication.timeZone, words),
    }));
}

const isOfLanguage = (story: string, words: string): boolean => story.toLowerCase().split('-')[0] === words;
