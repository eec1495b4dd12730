import { allFonts } from '../../core/export/html/page-fonts.js';
import { homePage, frontOf } from '../../core/site/home-page.js';
import * as lists from '../../core/site/list-pages.js';
import * as others from '../../core/site/other-pages.js';
import { fileOfPage, pagesOf } from '../../core/site/paging.js';
import type { Site } from '../../core/site/site-frame.js';
import type { MadePage } from '../../core/site/site-page.js';
import type { Group, SitedStory } from '../../core/site/site-plan.js';
import { storyPage } from '../../core/site/story-page.js';
import { sha256 } from '../files/sha256.js';
import { resourceText } from '../resources.js';
import { feedOutputs } from './feed-outputs.js';
import type { Keyed, MadeFile, OutputsOf, SiteOutput } from './site-output.js';
import type { Theme } from './theme-files.js';

const page = ({ html, pictures }: MadePage): MadeFile => ({ content: html, pictures });
const plain = (content: string | Uint8Array): MadeFile => ({ content, pictures: [] });

/** Every file of the site but pictures, in the order in which they may be put in place: what is linked to comes first. */
export function siteOutputs(from: OutputsOf): readonly SiteOutput[] {
  const { site, siteKey } = from;
  const { plan } = site;
  const keyed = (path: string, parts: readonly unknown[], make: () => MadeFile): SiteOutput => ({
    path,
    key: sha256(`${siteKey}\n${path}\n${JSON.stringify(parts)}`).slice(0, 32),
    make,
  });
  const marks = (stories: readonly SitedStory[]): readonly string[] => stories.map(({ mark }) => mark);
  const everyMark = marks(plan.stories);
  const groups = [...plan.groups.section, ...plan.groups.tag, ...plan.groups.subject, ...plan.groups.author];
  const listPages = [
    ...plan.groups.month.flatMap((group) => groupOutputs(from, group, lists.linesOnPage, keyed)),
    ...groups.flatMap((group) => groupOutputs(from, group, lists.cardsOnPage, keyed)),
  ];
  const corrections = lists.correctionsOf(plan.stories);
  const correctionPages = pagesOf(corrections, lists.correctionsOnPage);
  const counted = (all: readonly Group[]): unknown =>
    all.map(({ name, folder, stories }) => [name, folder, stories.length]);
  const kinds = (['tag', 'subject', 'author'] as const).filter((kind) => plan.groups[kind].length > 0);
  const maps = others.siteMaps(site, ['index.html', ...listPages.map(({ path }) => path), 'archive/index.html']);
  const news = others.newsSiteMap(site);
  return [
    ...assets(from, keyed),
    ...plan.redirects.map((each) => keyed(each.file, [each], () => plain(others.redirectPage(site, each)))),
    ...plan.stories.map((story) => storyOutput(from, story, keyed)),
    ...listPages,
    ...kinds.map((kind) =>
      keyed(`${kind}/index.html`, [counted(plan.groups[kind])], () => page(lists.groupsPage(site, kind))),
    ),
    keyed('archive/index.html', [counted(plan.groups.month)], () => page(lists.archivePage(site))),
    ...correctionPages.map((each) =>
      keyed(fileOfPage('corrections', each), [each, correctionPages.length], () =>
        page(lists.correctionsPage(site, each, correctionPages.length)),
      ),
    ),
    keyed('search/stories.js', [everyMark], () => plain(others.searchData(site))),
    keyed('search/index.html', [everyMark.slice(0, others.searchListLength)], () => page(others.searchPage(site))),
    keyed('404.html', [], () => page(others.notFoundPage(site))),
    ...feedOutputs(from, keyed),
    keyed('robots.txt', [], () => plain(others.robotsText(site))),
    ...maps.map(({ file, text }) => keyed(file, [sha256(text)], () => plain(text))),
    ...(news === null ? [] : [keyed('news-sitemap.xml', [sha256(news)], () => plain(news))]),
    keyed('index.html', [frontMarks(site)], () => page(homePage(site))),
  ];
}

/** A story is made anew when its edition, or what its cards and links say of other stories, is another. */
function storyOutput({ site, read }: OutputsOf, story: SitedStory, keyed: Keyed): SiteOutput {
  const { plan } = site;
  const neighbours = story.neighbours.map((id) => plan.byId.get(id)?.mark ?? '');
  const filed = (['tag', 'subject', 'author'] as const).flatMap((kind) => {
    const keys = { tag: story.tags, subject: story.subjects, author: story.authors }[kind];
    return keys.map((key) => plan.groupOf(kind, key)?.folder ?? '');
  });
  return keyed(story.file, [story.mark, neighbours, filed], () =>
    page(storyPage(site, story, read(story.id, story.edition))),
  );
}

function groupOutputs({ site }: OutputsOf, group: Group, size: number, keyed: Keyed): readonly SiteOutput[] {
  const pages = pagesOf(group.stories, size);
  const last = pages.length;
  return pages.map((each) => {
    const isBeforeFront = each.number + 1 === last;
    const parts = [
      group.kind,
      group.name,
      each.number,
      each.isFirst,
      isBeforeFront,
      each.items.map(({ mark }) => mark),
    ];
    return keyed(fileOfPage(group.folder, each), parts, () => page(lists.groupPage(site, group, each, last)));
  });
}

function frontMarks(site: Site): unknown {
  const { lead, top, sections } = frontOf(site);
  return [lead?.mark, top.map(({ mark }) => mark), sections.map((row) => row.stories.map(({ mark }) => mark))];
}

/** The style sheet, its fonts, and the one script of the search page. */
function assets({ site, theme }: OutputsOf, keyed: Keyed): readonly SiteOutput[] {
  const fonts = allFonts(theme.text);
  return [
    ...fonts.files.map((name) => keyed(`assets/fonts/${name}`, [], () => plain(theme.bytes(`fonts/${name}`)))),
    keyed(site.stylesheet, [], () => plain(styleOf(theme))),
    keyed('assets/search.js', [], () => plain(resourceText('site', 'search.js'))),
  ];
}

export function styleOf(theme: Theme): string {
  return `${allFonts(theme.text).css}${theme.text('page.css')}${theme.text('own.css')}${theme.text('site.css')}`;
}
