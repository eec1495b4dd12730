import { documentView } from '../../document/document-view.js';
import { tidyBody } from '../../document/tidy-body.js';
import { mediaId } from '../../ids.js';
import type { LossList } from '../../loss.js';
import type { PictureUse } from '../../media/picture-use.js';
import { escapeHtml, writeHref } from '../../text/escape.js';
import { oneLine } from '../../text/spaces.js';
import type { Rendition } from '../rendition.js';
import { bodyHtml, captionHtml } from './body-html.js';
import type { PagePicture } from './media-files.js';
import { absolute } from './json-ld.js';
import { MediaFiles } from './media-files.js';
import { pictureHtml } from './picture-html.js';
import { readPageWords } from './page-words.js';

/** Where the pictures of an article are found by its readers; null = nowhere, so that only the caption is carried. */
export type PicturePlacing = (
  rendition: Rendition,
  picture: { readonly name: string; readonly width: number; readonly height: number },
  use: PictureUse,
) => PagePicture | null;

/** Where the web page of the story has its pictures (`htmlExporter`), as absolute addresses: one file each. */
export const besideThePage: PicturePlacing = ({ url }, { name, width, height }, use) => {
  const id = mediaId.safeParse(name);
  if (url === null || !id.success) return null;
  const { path, ...size } = new MediaFiles('media').picture(id.data, { width, height }, use);
  return { ...size, path: writeHref(absolute(url, path)), srcset: '', webp: '' };
};

export interface ArticleParts {
  readonly placing: PicturePlacing;
  readonly themeText: (name: string) => string;
  readonly losses: LossList;
  /** `lead`: the lead picture first; `dateline`: the place before the text. For formats without fields for them. */
  readonly with: readonly ('lead' | 'dateline')[];
}

/**
 * The text of a story as HTML that stands by itself in a feed, a CMS or a wire format: corrections, body and footer, no
 * headline. Ways to the footnotes lead to the story's page where it has one, since ids may meet those of others.
 */
export function articleHtml(rendition: Rendition, parts: ArticleParts): string {
  const { leadImage, url } = rendition;
  const body = bodyHtml(tidyBody(documentView(rendition.body, 'accepted')), {
    direction: rendition.direction,
    storyLinks: rendition.storyLinks,
    storyCards: rendition.storyCards,
    losses: parts.losses,
    picture: (name, use) => {
      const size = rendition.media[name];
      return size ? parts.placing(rendition, { name, ...size }, use) : null;
    },
  });
  const dateline = oneLine(rendition.dateline);
  const footer = oneLine(rendition.bodyFooter);
  const blocks = [
    leadImage && parts.with.includes('lead') ? leadHtml(rendition, leadImage, parts) : '',
    correctionsHtml(rendition, 'top', parts.themeText),
    dateline !== '' && parts.with.includes('dateline')
      ? `<p class="dateline"><strong>${escapeHtml(dateline)}</strong></p>`
      : '',
    // Text never holds a raw quotation mark, so this is nobody's words.
    url === null ? body : body.replaceAll('href="#note-', () => `href="${escapeHtml(writeHref(url))}#note-`),
    footer === '' ? '' : `<p class="body-footer"><em>${escapeHtml(footer)}</em></p>`,
    correctionsHtml(rendition, 'end', parts.themeText),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function leadHtml(rendition: Rendition, lead: NonNullable<Rendition['leadImage']>, parts: ArticleParts): string {
  const picture = parts.placing(rendition, { name: lead.mediaId, width: lead.width, height: lead.height }, lead);
  const caption = captionHtml(oneLine(lead.caption), oneLine(lead.credit));
  if (!picture) {
    parts.losses.add('picture', 'Pictures without an address were left out; their captions were kept');
    return caption === '' ? '' : `<p>${caption}</p>`;
  }
  const line = caption === '' ? '' : `<figcaption>${caption}</figcaption>\n`;
  return `<figure>\n${pictureHtml(picture, oneLine(lead.alt), 'lead')}\n${line}</figure>`;
}

/** A correction is part of the text wherever the text goes (decision of the trade, not of a format). */
function correctionsHtml(rendition: Rendition, place: 'top' | 'end', themeText: (name: string) => string): string {
  const entries = rendition.corrections.filter((entry) => entry.place === place);
  if (entries.length === 0) return '';
  const labels: Readonly<Record<string, string>> = readPageWords(rendition.language, themeText).correctionTypes;
  return entries
    .map(
      ({ type, text }) =>
        `<p class="correction"><strong>${escapeHtml(labels[type] ?? type)}:</strong> ${escapeHtml(oneLine(text))}</p>`,
    )
    .join('\n');
}
