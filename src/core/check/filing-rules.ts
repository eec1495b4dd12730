import { walk } from '../document/document.js';
import { changeMarkNames } from '../document/settle-changes.js';
import { isEmbargoed } from '../story/export-permission.js';
import { hasWords } from '../text/words.js';
import { bodyBlocks } from './body-blocks.js';
import { says, type Rule } from './rule.js';

export const headlineMissing: Rule = {
  id: 'headline-missing',
  severity: 'error',
  run: (story) => (hasWords(story.headline) ? [] : [{ where: 'headline', says: says('finding.headlineMissing') }]),
};

export const sectionMissing: Rule = {
  id: 'section-missing',
  severity: 'error',
  run: ({ sectionId }) => (sectionId ? [] : [{ where: 'section', says: says('finding.sectionMissing') }]),
};

export const bylineMissing: Rule = {
  id: 'byline-missing',
  severity: 'warning',
  run: ({ byline, authors }) =>
    byline.trim() !== '' || authors.length > 0 ? [] : [{ where: 'byline', says: says('finding.bylineMissing') }],
};

export const bodyEmpty: Rule = {
  id: 'body-empty',
  severity: 'error',
  run: (story) =>
    bodyBlocks(story).some(({ text }) => hasWords(text)) ? [] : [{ where: 'body', says: says('finding.bodyEmpty') }],
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
            says: says('finding.languageInvalid', { language }),
            fix: 'finding.languageInvalid.fix',
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
            says: says('finding.embargo', { at: story.embargo.at, tz: story.embargo.tz }),
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
      for (const mark of node.marks ?? [])
        if (changeMarkNames.has(mark.type)) open.add(String(mark.attrs?.['changeId']));
    if (open.size === 0) return [];
    return [{ where: 'body', says: says('finding.suggestionsOpen', { n: open.size }) }];
  },
};

export const conflictsOpen: Rule = {
  id: 'conflicts-open',
  severity: 'error',
  run: ({ conflicts = [] }) =>
    conflicts.length === 0
      ? []
      : [{ where: conflicts[0]?.path || 'body', says: says('finding.conflictsOpen', { n: conflicts.length }) }],
};

export const legalFlagOpen: Rule = {
  id: 'legal-flag-open',
  severity: 'error',
  run: ({ annotations }) => {
    const open = Object.values(annotations).filter(({ kind, resolved }) => kind === 'legal' && !resolved).length;
    if (open === 0) return [];
    return [{ where: 'notes', says: says('finding.legalOpen', { n: open }) }];
  },
};
