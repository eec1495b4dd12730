import { walk } from '../document/document.js';
import { isEmbargoed } from '../story/export-permission.js';
import { hasWords } from '../text/words.js';
import { bodyBlocks } from './body-blocks.js';
import type { Rule } from './rule.js';

const changeMarks = new Set(['insertion', 'deletion', 'modification']);

export const headlineMissing: Rule = {
  id: 'headline-missing',
  severity: 'error',
  run: (story) => (hasWords(story.headline) ? [] : [{ where: 'headline', message: 'The story has no headline.' }]),
};

export const sectionMissing: Rule = {
  id: 'section-missing',
  severity: 'error',
  run: ({ sectionId }) => (sectionId ? [] : [{ where: 'section', message: 'The story stands in no section.' }]),
};

export const bylineMissing: Rule = {
  id: 'byline-missing',
  severity: 'warning',
  run: ({ byline, authors }) =>
    byline.trim() !== '' || authors.length > 0 ? [] : [{ where: 'byline', message: 'Nobody is named as the author.' }],
};

export const bodyEmpty: Rule = {
  id: 'body-empty',
  severity: 'error',
  run: (story) =>
    bodyBlocks(story).some(({ text }) => hasWords(text)) ? [] : [{ where: 'body', message: 'The body has no text.' }],
};

export const languageInvalid: Rule = {
  id: 'language-invalid',
  severity: 'error',
  run: ({ language }) =>
    isLanguageTag(language)
      ? []
      : [
          {
            where: 'language',
            message: `“${language}” is not a language tag.`,
            fix: 'Use one such as en-GB, de or ar.',
          },
        ],
};

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const embargoInForce: Rule = {
  id: 'embargo-in-force',
  severity: 'warning',
  run: (story, { now }) =>
    story.embargo && isEmbargoed(story, now)
      ? [
          {
            where: 'embargo',
            message: `The story is embargoed until ${story.embargo.at} (set in ${story.embargo.tz}) and cannot be exported before.`,
          },
        ]
      : [],
};

export const suggestionsOpen: Rule = {
  id: 'suggestions-open',
  severity: 'error',
  run: ({ body }) => {
    const open = new Set<string>();
    for (const { node } of walk(body))
      for (const mark of node.marks ?? []) if (changeMarks.has(mark.type)) open.add(String(mark.attrs?.['changeId']));
    if (open.size === 0) return [];
    const what = open.size === 1 ? 'One suggested change is' : `${String(open.size)} suggested changes are`;
    return [{ where: 'body', message: `${what} neither accepted nor rejected.` }];
  },
};

export const legalFlagOpen: Rule = {
  id: 'legal-flag-open',
  severity: 'error',
  run: ({ annotations }) => {
    const open = Object.values(annotations).filter(({ kind, resolved }) => kind === 'legal' && !resolved).length;
    if (open === 0) return [];
    return [
      { where: 'notes', message: open === 1 ? 'A legal flag is open.' : `${String(open)} legal flags are open.` },
    ];
  },
};
