import type { ExportFormat } from './exporters.js';

/**
 * What each format cannot carry, by the names that its losses have: told before an export, and compared with what an
 * export reports in a test. Private fields never leave and are no losses.
 */
export const formatLosses = {
  html: ['headingLevel', 'picture', 'storyLink'],
  markdown: ['cardImage', 'picture', 'storyLink'],
  text: ['blockquote', 'heading', 'link', 'marks', 'picture', 'related'],
  json: ['picture'],
} as const satisfies Record<ExportFormat, readonly string[]>;
