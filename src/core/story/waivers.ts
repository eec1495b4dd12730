import type { Finding } from '../contract/calls.js';
import { NewsroomError } from '../errors.js';
import { logged, type ActBy } from './desk-log.js';
import type { Story, Waiver } from './story.js';

type Waived = Pick<Finding, 'id' | 'message'>;

/** A waiver is of what was found, not of the rule: where the finding says something else by now it does not hold. */
const isOf =
  ({ id, message }: Waived): ((waiver: Waiver) => boolean) =>
  (waiver) =>
    waiver.finding === id && waiver.message === message;

export const isWaived = ({ waivers = [] }: Pick<Story, 'waivers'>, finding: Waived): boolean =>
  waivers.some(isOf(finding));

/** Lets a finding pass with a reason, which is logged. @throws NewsroomError `workflow.note-missing` */
export function waive(story: Story, finding: Waived & Pick<Finding, 'rule'>, by: ActBy): Story {
  const reason = by.note.trim();
  if (reason === '') throw new NewsroomError('workflow.note-missing', { detail: 'a waiver needs a reason' });
  if (isWaived(story, finding)) return story;
  const { person, now } = by;
  const entry: Waiver = {
    finding: finding.id,
    rule: finding.rule,
    message: finding.message,
    reason,
    personId: person?.id ?? null,
    personName: person?.name ?? '',
    at: now.toISOString(),
  };
  return {
    ...story,
    waivers: [...(story.waivers ?? []).filter((waiver) => waiver.finding !== finding.id), entry],
    log: logged(story, 'waive', story.state, { ...by, note: reason }, { finding: finding.id }),
    modifiedAt: now.toISOString(),
  };
}

/** Takes a waiver back; the same story where there is none. */
export function unwaive(story: Story, finding: Pick<Finding, 'id'>, by: ActBy): Story {
  const { waivers = [] } = story;
  const kept = waivers.filter((waiver) => waiver.finding !== finding.id);
  if (kept.length === waivers.length) return story;
  const log = logged(story, 'unwaive', story.state, by, { finding: finding.id });
  return { ...story, waivers: kept, log, modifiedAt: by.now.toISOString() };
}
