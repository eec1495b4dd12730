import type { FileFormat } from './envelope.js';

/** Turns the payload of one schema number into that of the next. Pure; each keeps a frozen old file in test/cases/store. */
export type Migration = (payload: unknown) => unknown;

/** `migrations[format][n]` leads from schema n to n + 1. Empty while every kind is at its first schema. */
export const migrations: Partial<Record<FileFormat, Readonly<Record<number, Migration>>>> = {};

/** The payload in today's schema; throws where a step is missing, which is a fault of this program. */
export function migrate(format: FileFormat, payload: unknown, from: number, to: number, table = migrations): unknown {
  let migrated = payload;
  for (let schema = from; schema < to; schema += 1) {
    const step = table[format]?.[schema];
    if (!step) throw new TypeError(`no migration of ${format} from schema ${String(schema)}`);
    migrated = step(migrated);
  }
  return migrated;
}
