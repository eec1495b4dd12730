import { LossList } from '../../loss.js';
import { blockText } from '../../document/plain-text.js';
import { emptyStory } from '../empty-story.js';
import { readHtmlFragment } from '../html/read-html-fragment.js';
import type { ImportContext, ImportedStory, ImportResult } from '../importer.js';
import type { XmlElement } from '../office/xml-tree.js';
import { bylineText } from '../page-words.js';
import {
  mediaTopicOf,
  wireInstant,
  wireLanguage,
  wireLine,
  wireNote,
  wirePlace,
  wireUrgency,
} from '../wire/wire-fields.js';
import { nitfHtml } from './nitf-body.js';

/** The story of one `<nitf>`; every moment and code that has no place is a loss. */
export function readNitf(root: XmlElement, { language }: Pick<ImportContext, 'language'>): ImportResult {
  const losses = new LossList();
  const head = root.find('body.head');
  const content = root.find('body.content');
  if (!content && !head)
    return { refused: { code: 'import.no-story', params: { detail: 'it has neither a head nor a text' } } };
  const read = readHtmlFragment(content ? nitfHtml(content) : '');
  losses.addAll(read.losses);
  const opening = blockText(read.body.content?.[0] ?? { type: 'paragraph' });
  const dateline = head?.child('dateline');
  const docdata = root.find('docdata');
  const story: ImportedStory = {
    ...emptyStory,
    content: {
      ...headOf(root, head),
      ...(docdata ? docdataOf(docdata, losses) : {}),
      ...wirePlace(dateline ? (dateline.child('location')?.text ?? dateline.text) : '', opening),
      language: wireLanguage(root.attr('xml:lang') ?? root.attr('baselang') ?? '', language),
      bodyFooter: wireNote(root.find('body.end')?.child('tagline')?.text ?? ''),
    },
    tagNames: tagsOf(docdata),
    sectionName: sectionOf(root),
    related: [],
    body: read.body,
  };
  if (docdata?.attr('management-status') === 'canceled')
    losses.add('canceled', 'Its sender has withdrawn this story: do not use it before you have asked');
  return { story, media: read.images, losses: losses.list };
}

function headOf(root: XmlElement, head: XmlElement | undefined): Partial<ImportedStory['content']> {
  const headlines = head?.child('hedline')?.elements('hl2') ?? [];
  const of = (look: string): string => headlines.find((line) => line.attr('class') === look)?.text ?? '';
  const plain = headlines.find((line) => line.attr('class') === undefined)?.text ?? '';
  const headline = wireLine(head?.child('hedline')?.child('hl1')?.text ?? root.find('title')?.text ?? '');
  const title = wireLine(root.child('head')?.child('title')?.text ?? '');
  const byline = wireLine(
    head
      ?.elements('byline')
      .map(({ text }) => text)
      .join(', ') ?? '',
  );
  return {
    headline,
    kicker: wireLine(of('kicker')),
    dek: wireNote(of('dek') || (head?.child('abstract')?.text ?? '') || plain),
    ...(byline === '' ? {} : { byline: bylineText(byline) }),
    ...(title !== '' && title !== headline ? { headlines: { web: '', print: '', seo: title, social: '' } } : {}),
  };
}

function docdataOf(docdata: XmlElement, losses: LossList): Partial<ImportedStory['content']> {
  const norm = (name: string): string | null => wireInstant(docdata.child(name)?.attr('norm') ?? '', losses);
  const id = wireLine(docdata.child('doc-id')?.attr('id-string') ?? '').slice(0, 400);
  const issued = norm('date.issue');
  const release = norm('date.release');
  if (docdata.child('date.expire')) losses.add('expiry', 'The date on which the story ends has no place in a story');
  const copyright = docdata.child('doc.copyright');
  const holder = wireLine(copyright?.attr('holder') ?? '');
  const subjects = docdata
    .find('identified-content')
    ?.elements('classifier')
    .flatMap((entry) => mediaTopicOf(entry.attr('value') ?? '', entry.attr('type') ?? '') ?? []);
  return {
    sourceId: id === '' ? null : id,
    slugline: wireLine(docdata.child('du-key')?.attr('key') ?? ''),
    urgency: wireUrgency(docdata.child('urgency')?.attr('ed-urg'), losses),
    ednote: wireNote(
      docdata
        .elements('ed-msg')
        .map((note) => note.attr('info') ?? note.text)
        .join(' '),
    ),
    copyrightHolder: holder,
    copyrightNotice: holder === '' ? '' : wireLine(`© ${copyright?.attr('year') ?? ''} ${holder}`),
    source: wireLine(docdata.child('doc-id')?.attr('regsrc') ?? ''),
    ...(subjects ? { subjects: [...new Set(subjects)].slice(0, 100) } : {}),
    ...(issued === null ? {} : { createdAt: issued }),
    // A release that is not after the issue holds nothing back.
    ...(release !== null && (issued === null || release > issued) ? { embargo: { at: release, tz: 'UTC' } } : {}),
  };
}

function tagsOf(docdata: XmlElement | undefined): readonly string[] {
  const keys = docdata?.child('key-list')?.elements('keyword') ?? [];
  return [...new Set(keys.map((entry) => wireLine(entry.attr('key') ?? entry.text).slice(0, 120)))]
    .filter((key) => key !== '')
    .slice(0, 500);
}

/** The section as ours and others classify it: `<classifier type="section" value="World"/>`, or the publication's own. */
function sectionOf(root: XmlElement): string {
  const classifiers = root.find('identified-content')?.elements('classifier') ?? [];
  const named = classifiers.find((entry) => /section|category/iu.test(entry.attr('type') ?? ''));
  const printed = root.find('pubdata')?.attr('position.section') ?? '';
  return wireLine(named?.attr('value') ?? printed).slice(0, 120);
}
