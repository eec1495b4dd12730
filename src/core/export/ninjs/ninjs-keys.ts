/** The two ninjs that are written. */
export const ninjsVersions = ['2.2', '3.1'] as const;
export type NinjsVersion = (typeof ninjsVersions)[number];

/**
 * How each version spells a key that the mapper writes as 3.1 does: 2.x is all lower case (IPTC, "ninjs 3.0: camelCase
 * keys"). Keys with another name in 2.x, not only another case, would stand in a table here; none of ours is among them.
 */
const spelling: Readonly<Record<NinjsVersion, (key: string) => string>> = {
  '2.2': (key) => key.toLowerCase(),
  '3.1': (key) => key,
};

/** The same value with every key as that version spells it. */
export function spellKeys(value: unknown, version: NinjsVersion): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => spellKeys(entry, version));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [spelling[version](key), spellKeys(entry, version)]),
  );
}
