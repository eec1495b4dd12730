import { z } from 'zod';

/**
 * Who is at work on a story in a shared folder. Each desk writes a claim of its own under its own name, so that no two
 * writers ever meet in one file, whatever carries the folder; which of them holds is decided by what they say.
 */
export const claimSchema = z.object({
  format: z.literal('copydesk-claim'),
  version: z.literal(1),
  guid: z.string().min(1).max(400),
  desk: z.string().min(1).max(80),
  /** As people read it; '' = nobody sat there. */
  person: z.string().max(2_000),
  at: z.iso.datetime(),
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;

export const claimName = ({ guid, desk }: Pick<Claim, 'guid' | 'desk'>, hash: (text: string) => string): string =>
  `copydesk-claim-${hash(`${guid}\n${desk}`).slice(0, 16)}.json`;
/** Also where a sync tool has put words of its own into the name. */
export const isClaimName = (name: string): boolean => /^copydesk-claim-[0-9a-f]{16}.*\.json$/iu.test(name);

/** A claim that is older than this holds no longer; one from a clock that is so far ahead neither. In ms. */
export const claimLasts = 12 * 60 * 60_000;

/**
 * The claim that holds for a story: the earliest that is not stale, by its time, then by its desk, so that every desk that
 * sees the same claims comes to the same. null = nobody's.
 */
export function holdingClaim(claims: readonly Claim[], guid: string, now: Date): Claim | null {
  const holding = claims
    .filter((claim) => claim.guid === guid && Math.abs(now.getTime() - Date.parse(claim.at)) < claimLasts)
    .toSorted((one, other) => compare(Date.parse(one.at), Date.parse(other.at)) || compare(one.desk, other.desk));
  return holding[0] ?? null;
}

const compare = <T extends number | string>(one: T, other: T): number => (one < other ? -1 : one > other ? 1 : 0);
