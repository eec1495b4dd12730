import { z } from 'zod';
import { ninjsVersions } from './ninjs/ninjs-keys.js';

/** An export that somebody named, to be made again: what is written, and where to. Shared by the library. */
export const exportProfileSchema = z.looseObject({
  name: z.string().trim().min(1).max(120),
  formats: z.array(z.string()).min(1).max(60),
  ninjs: z.enum(ninjsVersions).default('2.2'),
  sinceLast: z.boolean().default(false),
  /** A path of the machine that saved it; null = the library's own folder of exports. */
  folder: z.string().max(4_000).nullable().default(null),
});
export type ExportProfile = Readonly<z.infer<typeof exportProfileSchema>>;

export const exportProfilesSchema = z.looseObject({ profiles: z.array(exportProfileSchema).max(100) });
export type ExportProfiles = Readonly<z.infer<typeof exportProfilesSchema>>;

/** The profiles with one put in under its name, compared without case; the others keep their order. */
export function withProfile(profiles: readonly ExportProfile[], profile: ExportProfile): ExportProfile[] {
  const at = profiles.findIndex(({ name }) => sameName(name, profile.name));
  return at < 0 ? [...profiles, profile] : profiles.with(at, profile);
}

/** The profile of a name; undefined where there is none. */
export const profileNamed = (profiles: readonly ExportProfile[], name: string): ExportProfile | undefined =>
  profiles.find((profile) => sameName(profile.name, name));

const sameName = (left: string, right: string): boolean => left.trim().toLowerCase() === right.trim().toLowerCase();
