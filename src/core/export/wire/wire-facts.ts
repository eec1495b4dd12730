import type { PubStatus } from '../../story/states.js';
import type { Rendition } from '../rendition.js';

/** Proofs are never usable (decision 20): a receiver's system holds them back. What was taken back is canceled. */
export function pubStatusOf({ edition, withdrawal }: Pick<Rendition, 'edition' | 'withdrawal'>): PubStatus {
  if (withdrawal !== undefined) return 'canceled';
  return edition === null ? 'withheld' : 'usable';
}

/** Headlines beside the main one, by the role that receivers know them by; only those that say something of their own. */
export function otherHeadlines({ kicker, headlines, headline }: Rendition): readonly { role: string; value: string }[] {
  return Object.entries({ kicker, ...headlines })
    .map(([role, value]) => ({ role, value: value.trim() }))
    .filter(({ value }) => value !== '' && value !== headline.trim());
}

/** The holder of the rights: the story's own, else the publication's. */
export const holderOf = ({ copyrightHolder, publication }: Rendition): string =>
  copyrightHolder.trim() || publication.copyrightHolder.trim();

/** The moment of the newest change that went out. */
export const versionMoment = ({ publishedAt, modifiedAt }: Rendition): string => publishedAt ?? modifiedAt;

/** The concept of a topic in the public vocabulary (IPTC NewsCodes): `medtop:01000000` is its qcode. */
export const topicUri = (code: string): string =>
  `http://cv.iptc.org/newscodes/mediatopic/${code.replace(/^medtop:/u, '')}`;
export const topicQcode = (code: string): string => `medtop:${code.replace(/^medtop:/u, '')}`;
