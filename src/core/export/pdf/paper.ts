/** The sheets that offices of a country have. */
export type Paper = 'A4' | 'Letter';

/** Regions whose offices use Letter (CLDR, `measurementData` paperSize US-Letter). */
const letterRegions: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

/** By the region of a BCP 47 tag; a language alone says nothing of its paper, and gets A4. */
export function paperFor(language: string): Paper {
  const region = language
    .split('-')
    .slice(1)
    .find((part) => /^[a-z]{2}$/iu.test(part));
  return region !== undefined && letterRegions.has(region.toUpperCase()) ? 'Letter' : 'A4';
}
