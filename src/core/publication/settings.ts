import { z } from 'zod';
import { defaultLimits, limitsSchema } from '../story/limits.js';

/** Where a reader can share a page to, as plain links (no script, no tracker). */
export const shareTargets = [
  'copyLink',
  'email',
  'whatsapp',
  'bluesky',
  'facebook',
  'linkedin',
  'telegram',
  'x',
] as const;
export type ShareTarget = (typeof shareTargets)[number];

const timeZone = z.string().refine((zone) => isTimeZone(zone), 'must be an IANA time zone such as Europe/Berlin');

export const settingsSchema = z.looseObject({
  name: z.string().min(1).max(200),
  /** Where the site will stand, `https://…/`; empty while there is none. */
  baseUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  timeZone,
  /** BCP 47, the language of a new story and of the site's words. */
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en-GB'),
  /** Address of a story under `baseUrl`; of {section} {year} {month} {day} {slug} {id}, at least {slug} or {id}. */
  permalink: z
    .string()
    .max(200)
    .regex(/^\/(?:[A-Za-z0-9._~-]|\/|\{(?:section|year|month|day|slug|id)\})*$/, 'must be a path of names and {parts}')
    .refine((pattern) => /\{(?:slug|id)\}/.test(pattern), 'must hold {slug} or {id}'),
  /** Where the comment form is sent; empty = no form on the page. */
  commentUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
  shareTargets: z.array(z.enum(shareTargets)),
  /** Words taken from the body where a story has no dek (decision 23: 24), and words on a card (12). */
  dekWords: z.int().min(5).max(80),
  excerptWords: z.int().min(5).max(80),
  /** Off: a story may be published without an editor's approval. */
  approvalStep: z.boolean(),
  /** The domain in a story's guid; set once, old guids are never rewritten. */
  guidDomain: z.string().regex(/^[a-z0-9.-]+$/),
  /** Publisher's name in rights lines where it differs from `name`. */
  copyrightHolder: z.string().max(200),
  /** Lengths of headlines, dek and text that hold where a story's template sets none. */
  limits: limitsSchema.default(defaultLimits),
  /** Of {section}, {words} and {date}: what the desk's short names are made of where a template says nothing. */
  sluglinePattern: z.string().max(200).default('{words}'),
  /** What a finding of a rule does at approval and publication, where it is not as shipped (`core/check/gate.ts`). */
  gate: z.record(z.string().max(80), z.enum(['block', 'warn', 'off'])).default({}),
  /** The theme of the site: one that comes with the program, or a folder in the library's `themes/`. */
  theme: z.string().max(61).default('default'),
});
export type PublicationSettings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: PublicationSettings = {
  name: 'My newsroom',
  baseUrl: '',
  timeZone: 'UTC',
  language: 'en-GB',
  permalink: '/{section}/{year}/{month}/{slug}/',
  commentUrl: '',
  shareTargets: ['copyLink', 'email', 'whatsapp', 'bluesky'],
  dekWords: 24,
  excerptWords: 12,
  approvalStep: true,
  guidDomain: 'local.invalid',
  copyrightHolder: '',
  limits: defaultLimits,
  sluglinePattern: '{words}',
  gate: {},
  theme: 'default',
};

/** Zones that were asked about: making a formatter takes as long as reading a small story. */
const knownZones = new Set<string>();

export function isTimeZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    knownZones.add(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
