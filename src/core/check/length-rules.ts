import { plainText } from '../document/plain-text.js';
import { characters, headlineSlots, limitsFor, measure, type Limit, type LimitSlot } from '../story/limits.js';
import { missingFields, type RequirableField } from '../story/template.js';
import { countWords } from '../text/words.js';
import type { CheckContext, Hit, Rule } from './rule.js';

const limitOf = (slot: LimitSlot, { settings, template }: CheckContext): Limit =>
  limitsFor(settings.limits, template?.limits)[slot];

/** Too long for where it is read, or shorter than the template wants; as grave as the template says. */
function lengthHits(
  slot: LimitSlot,
  length: number,
  name: string,
  unit: string,
  context: CheckContext,
): readonly Hit[] {
  const limit = limitOf(slot, context);
  const { over, under } = measure(length, limit);
  const where = slot === 'words' ? 'body' : slot;
  const severity = context.template ? { severity: context.template.severity } : {};
  if (over > 0)
    return [
      { where, ...severity, message: `${name} has ${String(length)} ${unit}; ${String(limit.max)} is the most.` },
    ];
  if (under > 0)
    return [
      { where, ...severity, message: `${name} has ${String(length)} ${unit}; ${String(limit.min)} is the least.` },
    ];
  return [];
}

export const headlineLength: Rule = {
  id: 'headline-long',
  severity: 'warning',
  run: ({ headline }, context) => lengthHits('headline', characters(headline), 'The headline', 'characters', context),
};

export const dekLength: Rule = {
  id: 'dek-long',
  severity: 'warning',
  run: ({ dek }, context) => lengthHits('dek', characters(dek), 'The dek', 'characters', context),
};

const slotNames = { web: 'web', print: 'print', seo: 'search', social: 'social' } as const;

export const slotLength: Rule = {
  id: 'headline-slot-length',
  severity: 'warning',
  run: ({ headlines }, context) =>
    headlineSlots.flatMap((slot) =>
      lengthHits(slot, characters(headlines[slot]), `The ${slotNames[slot]} headline`, 'characters', context),
    ),
};

export const bodyLength: Rule = {
  id: 'body-length',
  severity: 'warning',
  run: ({ body }, context) => {
    const { min, max } = limitOf('words', context);
    return min === null && max === null
      ? []
      : lengthHits('words', countWords(plainText(body)), 'The story', 'words', context);
  },
};

const fieldNames: Readonly<Record<RequirableField, string>> = {
  kicker: 'a kicker',
  dek: 'a dek',
  byline: 'a byline',
  dateline: 'a dateline',
  slugline: 'a slugline',
  section: 'a section',
  subjects: 'a subject',
  tags: 'a tag',
  leadImage: 'a lead picture',
  seo: 'a search headline',
  social: 'a social headline',
  source: 'a source',
  ednote: 'a note to editors',
};

export const templateField: Rule = {
  id: 'template-field',
  severity: 'warning',
  run: (story, { template }) =>
    template
      ? missingFields(story, template).map((field) => ({
          where: field,
          severity: template.severity,
          message: `The template “${template.name}” asks for ${fieldNames[field]}.`,
        }))
      : [],
};
