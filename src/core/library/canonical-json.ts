/**
 * JSON with sorted keys, no white space and no `undefined`: two equal values give the same text, so its sha-256 names a
 * saved state (decision 30). Deep documents were refused before (`checkDocument`), so recursion is bounded.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A copy that is sorted first and then written in one go: three times as fast as a replacer that is asked for every value. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if ('toJSON' in value && typeof value.toJSON === 'function') return value;
  const source = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(source).sort()) {
    // Assigned, this one key would set the copy's prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: sorted(source[key]), enumerable: true });
    else copy[key] = sorted(source[key]);
  }
  return copy;
}
