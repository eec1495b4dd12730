import { plainText } from '../document/plain-text.js';
import { characters, headlineSlots, limitsFor, measure, type Limit, type LimitSlot } from '../story/limits.js';
import { missingFields } from '../story/template.js';
import { countWords } from '../text/words.js';
import { says, type CheckContext, type Hit, type Rule } from './rule.js';

const limitOf = (slot: LimitSlot, { settings, template }: CheckContext): Limit =>
  limitsFor(settings.limits, template?.limits)[slot];

/** Too long for where it is read, or shorter than the template wants; as grave as the template says. */
function lengthHits(slot: LimitSlot, length: number, context: CheckContext): readonly Hit[] {
  const limit = limitOf(slot, context);
  const { over, under } = measure(length, limit);
  const where = slot === 'words' ? 'body' : slot;
  const severity = context.template ? { severity: context.template.severity } : {};
  if (over > 0) return [{ where, ...severity, says: says('finding.tooLong', { slot, length, limit: limit.max ?? 0 }) }];
  if (under > 0)
    return [{ where, ...severity, says: says('finding.tooShort', { slot, length, limit: limit.min ?? 0 }) }];
  return [];
}

export const headlineLength: Rule = {
  id: 'headline-long',
  severity: 'warning',
  run: ({ headline }, context) => lengthHits('headline', characters(headline), context),
};

export const dekLength: Rule = {
  id: 'dek-long',
  severity: 'warning',
  run: ({ dek }, context) => lengthHits('dek', characters(dek), context),
};

export const slotLength: Rule = {
  id: 'headline-slot-length',
  severity: 'warning',
  run: ({ headlines }, context) =>
    headlineSlots.flatMap((slot) => lengthHits(slot, characters(headlines[slot]), context)),
};

export const bodyLength: Rule = {
  id: 'body-length',
  severity: 'warning',
  run: ({ body }, context) => {
    const { min, max } = limitOf('words', context);
    return min === null && max === null ? [] : lengthHits('words', countWords(plainText(body)), context);
  },
};

export const templateField: Rule = {
  id: 'template-field',
  severity: 'warning',
  run: (story, { template }) =>
    template
      ? missingFields(story, template).map((field) => ({
          where: field,
          severity: template.severity,
          says: says('finding.templateField', { template: template.name, field }),
        }))
      : [],
};
