import { stringify } from 'yaml';
import { textAttr, walk, type StoryDocument } from '../../document/document.js';
import { documentView } from '../../document/document-view.js';
import { tidyBody } from '../../document/tidy-body.js';
import { plainUse } from '../../media/picture-use.js';
import { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { Exporter } from '../exporter.js';
import { MediaFiles } from '../html/media-files.js';
import { isoInZone } from '../html/page-dates.js';
import type { Rendition } from '../rendition.js';
import { markdownBody } from './markdown-body.js';

/** Markdown with front matter that Hugo, Jekyll and Eleventy read; the folder is a page bundle with its pictures. */
export const markdownExporter: Exporter = {
  shape: 'folder',
  render(rendition, { stem }) {
    const losses = new LossList();
    const media = new MediaFiles('images');
    const body = tidyBody(documentView(rendition.body, 'accepted'));
    const picture = (name: string, use = plainUse): string | null =>
      rendition.media[name] ? media.pathOfName(name, use) : null;
    const text = markdownBody(body, {
      direction: rendition.direction,
      storyLinks: rendition.storyLinks,
      storyCards: rendition.storyCards,
      picture: (name, use) => {
        const size = rendition.media[name];
        const path = picture(name, use);
        return size && path !== null ? { path, ...size, srcset: '', webp: '' } : null;
      },
      losses,
    });
    const fields = { ...frontMatter(rendition, media), ...picturesOf(body, picture) };
    if (rendition.related.some(({ image }) => image))
      losses.add('cardImage', 'Pictures of related cards are not part of a Markdown file');
    // No wrapping and no anchors: the same story gives the same lines, and a person can read them.
    const yaml = stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
    return Promise.resolve({
      files: [{ path: `${stem}.md`, content: `---\n${yaml}---\n\n${text}\n`.toWellFormed() }, ...media.files],
      losses: losses.list,
    });
  },
};

type Fields = Readonly<Record<string, unknown>>;

/** Fields that have something to say, in the order in which a person reads a story; names as site builders know them. */
function frontMatter(rendition: Rendition, media: MediaFiles): Fields {
  const zone = rendition.publication.timeZone;
  const { leadImage, firstPublishedAt, publishedAt } = rendition;
  const fields: Fields = {
    title: oneLine(rendition.headline),
    description: rendition.hasOwnDek ? oneLine(rendition.dek) : '',
    kicker: oneLine(rendition.kicker),
    date: firstPublishedAt === null ? '' : isoInZone(firstPublishedAt, zone),
    lastmod: publishedAt === null || publishedAt === firstPublishedAt ? '' : isoInZone(publishedAt, zone),
    ...(rendition.edition === null ? { draft: true } : {}),
    section: rendition.section?.name ?? '',
    categories: rendition.section ? [rendition.section.name] : [],
    tags: rendition.tags,
    authors: rendition.authors.map(({ name }) => name),
    byline: oneLine(rendition.byline),
    dateline: oneLine(rendition.dateline),
    lang: rendition.language,
    slug:
      rendition.path
        .split('/')
        .filter((part) => part !== '')
        .at(-1) ?? '',
    slugline: oneLine(rendition.slugline),
    guid: rendition.guid,
    image: leadImage ? media.pathOf(leadImage.mediaId, leadImage) : '',
    imageAlt: oneLine(leadImage?.alt ?? ''),
    imageCaption: oneLine(leadImage?.caption ?? ''),
    imageCredit: oneLine(leadImage?.credit ?? ''),
    bodyFooter: oneLine(rendition.bodyFooter),
    source: oneLine(rendition.source),
    usageTerms: oneLine(rendition.usageTerms),
    copyrightHolder: oneLine(rendition.copyrightHolder),
    copyrightNotice: oneLine(rendition.copyrightNotice),
    corrections: rendition.corrections.map(({ type, text, at, place }) => ({ type, text: oneLine(text), at, place })),
    related: rendition.related.map(({ href, headline, section, excerpt, image }) =>
      filled({ headline, url: href ?? '', section, excerpt, imageAlt: image?.alt ?? '' }),
    ),
  };
  return filled(fields);
}

const filled = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );

/** Credits of the body's pictures, in their order: Markdown has no place for one. Nothing where no picture has one. */
function picturesOf(body: StoryDocument, picture: (name: string) => string | null): Fields {
  const media = [...walk(body)].flatMap(({ node }) => {
    const file = node.type === 'image' ? picture(textAttr(node, 'media')) : null;
    return file === null ? [] : [{ file, credit: textAttr(node, 'credit') }];
  });
  return media.some(({ credit }) => credit !== '') ? { media } : {};
}
