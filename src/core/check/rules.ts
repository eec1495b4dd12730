import type { Finding } from '../contract/calls.js';
import type { Story } from '../story/story.js';
import { englishFinding } from '../strings/finding-text.js';
import * as filing from './filing-rules.js';
import * as lengths from './length-rules.js';
import * as links from './link-rules.js';
import * as pictures from './picture-rules.js';
import type { CheckContext, Rule, Severity } from './rule.js';
import * as writing from './writing-rules.js';

/** Every rule of the desk, in the order of the page: headline, dek, filing, body, pictures, links. */
export const rules: readonly Rule[] = [
  filing.headlineMissing,
  lengths.headlineLength,
  writing.headlineFullStop,
  lengths.slotLength,
  lengths.dekLength,
  filing.sectionMissing,
  filing.bylineMissing,
  filing.languageInvalid,
  filing.embargoInForce,
  filing.bodyEmpty,
  lengths.bodyLength,
  lengths.templateField,
  filing.conflictsOpen,
  filing.suggestionsOpen,
  filing.legalFlagOpen,
  writing.tkLeft,
  writing.quotesUnbalanced,
  writing.weekdayWrong,
  writing.doubleSpace,
  pictures.leadImageMissing,
  pictures.altMissing,
  pictures.creditMissing,
  links.relatedNone,
  links.relatedBroken,
  links.relatedNoAddress,
  links.relatedTwice,
  links.linkBroken,
  links.linkUnsafe,
];

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** All that the rules find in a story, errors first; ids are the same in every run, so that a person can waive one. */
export function checkStory(story: Story, context: CheckContext): readonly Finding[] {
  const findings = rules.flatMap((rule) => findingsOf(rule, story, context));
  return findings.sort((left, right) => order[left.severity] - order[right.severity]);
}

function findingsOf(rule: Rule, story: Story, context: CheckContext): readonly Finding[] {
  const places = new Map<string, number>();
  return rule.run(story, context).map(({ where, says, fix, severity }) => {
    const number = (places.get(where) ?? 0) + 1;
    places.set(where, number);
    const id = `${rule.id}@${where}${number > 1 ? `#${String(number)}` : ''}`;
    const finding = {
      id,
      rule: rule.id,
      severity: severity ?? rule.severity,
      where,
      message: englishFinding(says),
      says: { key: says.key, params: { ...says.params } },
    };
    return fix === undefined ? finding : { ...finding, fix: englishFinding({ key: fix, params: {} }), fixKey: fix };
  });
}
