import { z } from 'zod';

/** JSON of any ninjs with its keys in lower case, so that 2.x and 3.x read alike. */
export type NinjsItem = Readonly<Record<string, unknown>>;

const record = z.record(z.string(), z.unknown());

export const asItem = (value: unknown): NinjsItem | undefined => {
  const parsed = record.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** Text of a key; '' for what is missing or no text. Numbers count as their digits. */
export function textOf(item: NinjsItem, key: string): string {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The objects of a list; 1.x keeps some as an object by name (`associations`, `renditions`): the name comes along. */
export function itemsOf(item: NinjsItem, ...keys: readonly string[]): readonly NinjsItem[] {
  for (const key of keys) {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (Array.isArray(value)) return value.map(asItem).filter((entry) => entry !== undefined);
    const named = asItem(value);
    if (named) return Object.entries(named).flatMap(([name, entry]) => withName(name, asItem(entry)));
  }
  return [];
}

const withName = (name: string, entry: NinjsItem | undefined): readonly NinjsItem[] =>
  entry ? [{ name, ...entry }] : [];

/** Deepest value that is read: an item has six levels. */
const maxDepth = 32;

/** The same value, keys in lower case; what is deeper than 32 levels becomes null. */
export function lowerKeys(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((entry: unknown) => lowerKeys(entry, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key.toLowerCase(), lowerKeys(entry, depth + 1)]),
  );
}
