import type { Rendition, RelatedCard } from '../export/rendition.js';
import { MediaFiles } from '../export/html/media-files.js';
import { pageContext } from '../export/html/page-context.js';
import { pageHead } from '../export/html/page-head.js';
import { readPageWords } from '../export/html/page-words.js';
import { renderTemplate } from '../export/html/theme-engine.js';
import { LossList } from '../loss.js';
import type { Story } from '../story/story.js';
import { addressOfFile, hrefOfPath } from './site-paths.js';
import { navigation, PagePlace, siteFrame, type Site } from './site-frame.js';
import { fromRoot, type MadePage } from './site-page.js';
import type { SitedStory } from './site-plan.js';

/**
 * The page of a story: its frozen edition, in the site as it is now. Links and cards lead to where the other stories
 * stand today; a related story that is not on the site (any more) has no card.
 */
export function storyPage(site: Site, at: SitedStory, edition: { rendition: Rendition; story: Story }): MadePage {
  const place = new PagePlace(site, at.file);
  const { plan, settings } = site;
  const media = new MediaFiles(`${place.root}media`);
  const rendition = sited(site, place, edition.rendition, edition.story);
  const words = readPageWords(rendition.language, site.themeText);
  const section = at.section ? plan.groupOf('section', at.section.slug) : undefined;
  const context = pageContext(rendition, words, media, new LossList(), {
    home: place.to('index.html'),
    section: (slug) => place.group('section', slug),
    author: (name) => place.group('author', name),
    site: siteFrame(site, place, filedUnder(site, place, at)),
  });
  const shared = { stylesheet: place.stylesheet, feeds: place.feeds(section) };
  const head = pageHead(rendition, context.lead, shared, site.sha256Base64);
  const sections = navigation(site, place, at.section?.slug ?? null);
  const copyright = context.copyright || (settings.copyrightHolder === '' ? '' : `© ${settings.copyrightHolder}`);
  const html = renderTemplate(site.themeText, 'story', { ...context, sections, copyright, head });
  return { html: html.toWellFormed(), pictures: fromRoot(media.files, place.root) };
}

/** A frozen edition with links and cards as the site stands now; `place` says from where they lead. */
export function sited(site: Site, place: PagePlace, rendition: Rendition, story: Story): Rendition {
  const { plan, settings, base } = site;
  const cardTo = (id: string): RelatedCard | null => {
    const target = plan.byId.get(id);
    if (!target) return null;
    const { headline, excerpt, image } = target;
    return { href: place.to(target.file), section: target.section?.name ?? '', headline, excerpt, image };
  };
  const hrefTo = (id: string): string | null => {
    const target = plan.byId.get(id);
    return target ? place.to(target.file) : null;
  };
  const related = story.related.flatMap((item) => {
    if ('storyId' in item) return cardTo(item.storyId) ?? [];
    return rendition.related.find(({ href, headline }) => href === item.url && headline === item.headline) ?? [];
  });
  const each = <T>(record: Readonly<Record<string, unknown>>, make: (id: string) => T): Record<string, T> =>
    Object.fromEntries(Object.keys(record).map((id) => [id, make(id)]));
  return {
    ...rendition,
    url: base === null ? null : base + hrefOfPath(addressOfFile(place.file)),
    related,
    storyLinks: each(rendition.storyLinks, hrefTo),
    storyCards: each(rendition.storyCards, cardTo),
    publication: {
      ...rendition.publication,
      name: settings.name,
      baseUrl: base ?? '',
      commentUrl: settings.commentUrl,
      shareTargets: base === null ? [] : settings.shareTargets,
      copyrightHolder: settings.copyrightHolder,
    },
  };
}

/** The lists that the story stands in, with links to them. */
function filedUnder(site: Site, place: PagePlace, { tags, subjects }: SitedStory): readonly object[] {
  const { words, plan } = site;
  const links = (kind: 'tag' | 'subject', keys: readonly string[]): readonly object[] =>
    keys.flatMap((key) => {
      const group = plan.groupOf(kind, key);
      return group ? [{ name: group.name, href: place.toGroup(group) }] : [];
    });
  return [
    { name: words.site.subjects, links: links('subject', subjects) },
    { name: words.site.tags, links: links('tag', tags) },
  ].filter((list) => list.links.length > 0);
}
