/**
 * JSON with sorted keys, no white space and no `undefined`: two equal values give the same text, so its sha-256 names a
 * saved state (decision 30). Deep documents were refused before (`checkDocument`), so recursion is bounded.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
    const source = held as Record<string, unknown>;
    const sorted: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(source).sort()) sorted[key] = source[key];
    return sorted;
  });
}
