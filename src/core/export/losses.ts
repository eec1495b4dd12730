import type { AnyFormat } from './format-names.js';

/**
 * What each format cannot carry, by the names that its losses have: told before an export, and compared with what an
 * export reports in a test. Private fields never leave and are no losses.
 */
export const formatLosses = {
  html: ['headingLevel', 'picture', 'storyCard', 'storyLink'],
  markdown: ['cardImage', 'footnote', 'picture', 'pictureSize', 'storyCard', 'storyLink'],
  text: ['blockquote', 'box', 'heading', 'link', 'marks', 'picture', 'related', 'storyCard', 'table'],
  docx: ['correction', 'picture', 'pictureSize', 'related', 'storyCard', 'storyLink', 'tableHeader'],
  pdf: ['headingLevel', 'picture', 'related', 'storyCard', 'storyLink'],
  ninjs: ['headingLevel', 'picture', 'related', 'storyCard', 'storyLink'],
  nitf: ['box', 'gallery', 'picture', 'pictureSize', 'related', 'storyCard', 'storyLink'],
  'newsml-g2': ['headingLevel', 'picture', 'related', 'storyCard', 'storyLink'],
  icml: [
    'correction',
    'embed',
    'gallery',
    'language',
    'listStart',
    'picture',
    'pictureSize',
    'related',
    'storyCard',
    'storyLink',
  ],
  rss: ['headingLevel', 'kicker', 'picture', 'related', 'storyCard', 'storyLink'],
  atom: ['headingLevel', 'kicker', 'picture', 'related', 'storyCard', 'storyLink'],
  jsonfeed: ['headingLevel', 'kicker', 'picture', 'related', 'storyCard', 'storyLink'],
  wxr: ['headingLevel', 'picture', 'related', 'storyCard', 'storyLink'],
  json: ['picture'],
} as const satisfies Record<AnyFormat, readonly string[]>;
