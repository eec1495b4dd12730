import { NewsroomError } from '../errors.js';
import type { Story } from '../story/story.js';
import { picturesLacking } from './picture-rules.js';

/**
 * A story is approved when each of its pictures has a description and a credit.
 * @throws NewsroomError `workflow.pictures-lacking`
 */
export function assertPicturesComplete(story: Story): void {
  const lacking = picturesLacking(story);
  if (lacking.length === 0) return;
  const shown = lacking.slice(0, 3).map(({ name, what }) => `${name} has no ${what.join(' and no ')}`);
  const more = lacking.length > shown.length ? `, and ${String(lacking.length - shown.length)} more` : '';
  throw new NewsroomError('workflow.pictures-lacking', { detail: `${shown.join('; ')}${more}` });
}
