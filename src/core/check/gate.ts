import type { Finding, GateFinding } from '../contract/calls.js';
import { NewsroomError } from '../errors.js';
import type { PublicationSettings } from '../publication/settings.js';
import type { MoveName } from '../story/states.js';
import type { Story } from '../story/story.js';
import { isWaived } from '../story/waivers.js';
import type { Severity } from './rule.js';

/** What a finding does to a move that goes towards readers. */
export const gateWeights = ['block', 'warn', 'off'] as const;
export type GateWeight = (typeof gateWeights)[number];

/** Moves that bring a story nearer to its readers: they pass the gate, alone and in bulk. */
const gatedMoves: readonly MoveName[] = ['approve', 'schedule', 'publish'];
export const isGated = (move: MoveName): boolean => gatedMoves.includes(move);

/**
 * Rules that no setting and no reason opens: a text with a place that two desks changed is one that nobody chose, and an
 * address that could run a script never leaves.
 */
const absoluteRules: ReadonlySet<string> = new Set(['conflicts-open', 'link-unsafe']);
export const isAbsolute = (rule: string): boolean => absoluteRules.has(rule);

/** Errors that are told but hold nothing up, unless the desk says so: a wire story may go without a section. */
const onlyTold: ReadonlySet<string> = new Set(['section-missing']);

/** What a rule weighs where the desk has not said otherwise. */
export function shippedWeight(rule: string, severity: Severity): GateWeight {
  if (severity === 'advice') return 'off';
  return severity === 'error' && !onlyTold.has(rule) ? 'block' : 'warn';
}

type Weighed = Pick<Finding, 'rule' | 'severity'>;

/** What a finding weighs on this desk. */
export function weightOf({ rule, severity }: Weighed, gate: PublicationSettings['gate']): GateWeight {
  if (isAbsolute(rule)) return 'block';
  return gate[rule] ?? shippedWeight(rule, severity);
}

/** The findings of a story with what each of them does to its next move. */
export function atGate(
  findings: readonly Finding[],
  story: Pick<Story, 'waivers'>,
  gate: PublicationSettings['gate'],
): readonly GateFinding[] {
  return findings.map((finding) => {
    const weight = weightOf(finding, gate);
    return {
      ...finding,
      weight,
      isWaived: isWaived(story, finding),
      canWaive: weight === 'block' && !isAbsolute(finding.rule),
    };
  });
}

/** Whether a finding holds the story up. */
export const isBlocking = ({
  weight,
  rule,
  isWaived: isLetPass,
}: Pick<GateFinding, 'weight' | 'rule' | 'isWaived'>): boolean =>
  weight === 'block' && (isAbsolute(rule) || !isLetPass);

/** Findings that an error names; the checks show them all. */
const mostNamed = 3;

/** @throws NewsroomError `workflow.gate-closed` with what stands in the way */
export function assertGateOpen(findings: readonly GateFinding[]): void {
  const blocking = findings.filter(isBlocking);
  if (blocking.length === 0) return;
  const named = blocking.slice(0, mostNamed).map(({ message }) => message);
  const more = blocking.length > named.length ? ` (+${String(blocking.length - named.length)})` : '';
  throw new NewsroomError('workflow.gate-closed', {
    count: blocking.length,
    detail: `${named.join(' ')}${more}`,
    rules: [...new Set(blocking.map(({ rule }) => rule))].join(', '),
  });
}
