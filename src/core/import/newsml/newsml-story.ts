import { LossList } from '../../loss.js';
import { blockText } from '../../document/plain-text.js';
import { tidyBody } from '../../document/tidy-body.js';
import { emptyStory } from '../empty-story.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import type { ImportContext, ImportedStory, ImportResult } from '../importer.js';
import { readNitf } from '../nitf/nitf-story.js';
import type { XmlElement } from '../office/xml-tree.js';
import { bylineText } from '../page-words.js';
import { textBody, textGroups } from '../text/text-body.js';
import { xmlToHtml } from '../wire/xml-html.js';
import { wireLanguage, wirePlace } from '../wire/wire-fields.js';
import { contentMetaOf, itemMetaOf, namesOf, rightsOf, topicsOf } from './newsml-fields.js';

/** Items that carry no text of their own, by the end of their class (`ninat:picture`). */
const classes: Readonly<Record<string, string>> = {
  picture: 'a picture; add it by hand where it is used',
  graphic: 'a graphic; add it by hand where it is used',
  video: 'a video',
  audio: 'a sound',
  composite: 'a package that lists other items',
};

/** The story of one `<newsItem>`, or of a `<contentSet>` that came without one. */
export function readNewsItem(item: XmlElement, { language }: Pick<ImportContext, 'language'>): ImportResult {
  const losses = new LossList();
  const content = item.name === 'contentSet' ? item : item.child('contentSet');
  const sourceId = (item.attr('guid') ?? '').slice(0, 400);
  const itemClass = item.child('itemMeta')?.child('itemClass')?.attr('qcode') ?? '';
  const text = content ? textOf(content, language) : undefined;
  if (!text) {
    const detail = classes[itemClass.split(':').at(-1) ?? ''] ?? 'it has no text that can be read';
    return { refused: { code: 'import.no-story', params: { detail } }, ...(sourceId === '' ? {} : { sourceId }) };
  }
  losses.addAll(text.losses);
  if (content && content.elements('remoteContent').length > 0)
    losses.add('remoteContent', 'Files that the item only points to were not fetched');
  const meta = item.child('contentMeta');
  const written = contentMetaOf(meta, losses);
  const { located, byline, ...fields } = written;
  const opening = blockText(text.story.body.content?.[0] ?? { type: 'paragraph' });
  const by = bylineText(byline) || (text.story.content.byline ?? '');
  const story: ImportedStory = {
    ...emptyStory,
    content: {
      ...text.story.content,
      ...without(fields),
      ...itemMetaOf(item.child('itemMeta'), losses),
      ...rightsOf(item.child('rightsInfo')),
      subjects: topicsOf(meta),
      ...wirePlace(located, opening),
      ...(sourceId === '' ? {} : { sourceId }),
      ...(by === '' ? {} : { byline: by }),
      language: wireLanguage(
        meta?.child('language')?.attr('tag') ?? item.attr('xml:lang') ?? text.story.content.language ?? '',
        language,
      ),
    },
    ...namesOf(meta, losses),
    body: text.story.body,
  };
  return { story, media: text.media, losses: losses.list };
}

/** What the item says goes over what its NITF says, but silence does not. */
function without(fields: ImportedStory['content']): ImportedStory['content'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null));
}

type Read = Extract<ImportResult, { story: unknown }>;

function textOf(content: XmlElement, language: string): Read | undefined {
  const inline = content.elements('inlineXML');
  for (const element of inline) {
    const nitf = element.find('nitf');
    const read = nitf ? readNitf(nitf, { language }) : undefined;
    if (read && 'story' in read) return read;
    const html = element.find('body') ?? element.find('article') ?? (element.find('p') ? element : undefined);
    if (!nitf && html) return htmlRead(xmlToHtml(html.children));
  }
  const data = content.elements('inlineData').toSorted((left, right) => rank(left) - rank(right))[0];
  if (!data) return undefined;
  if (/html/iu.test(data.attr('contenttype') ?? '')) return htmlRead(data.text);
  const body = tidyBody(textBody(textGroups(data.text.toWellFormed())));
  return { story: { ...emptyStory, body }, media: [], losses: [] };
}

const rank = (data: XmlElement): number => (/html/iu.test(data.attr('contenttype') ?? '') ? 0 : 1);

function htmlRead(html: string): Read {
  const { body, images, losses } = readHtmlFragment(html);
  return { story: { ...emptyStory, body }, media: images, losses };
}
