import { TextDecoder } from 'node:util';
import * as fs from 'node:fs/promises';
import { canonicalJson } from '../../core/library/canonical-json.js';
import {
  envelopeSchema,
  fileSchemas,
  type Envelope,
  type FileFormat,
  type SavedBy,
} from '../../core/library/envelope.js';
import { migrate } from '../../core/library/migrations.js';
import { isMissing } from './errno.js';
import { sha256 } from './sha256.js';

/** Larger than any story we write; a bigger file in the library is not ours. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Why a file is not used: the first check that failed, in the order of `reliability` 5.2. */
export type Damage =
  | 'notAFile'
  | 'tooLarge'
  | 'notText'
  | 'empty'
  | 'notJson'
  | 'wrongSeal'
  | 'wrongFormat'
  | 'newerSchema'
  | 'wrongId'
  | 'wrongContent';

export interface Damaged {
  readonly damage: Damage;
  readonly detail: string;
}

export type Unsealed = { readonly envelope: Envelope } | Damaged;

/** The text of a payload that was written to be hashed: the very text that its file gets. */
const hashed = new WeakMap<Envelope, string>();

/**
 * A file's text: the envelope in one line, closed by a seal, the SHA-256 of every byte before it. JSON alone is no
 * check: 77 % of single flipped bits in a story still parse.
 */
export function seal(envelope: Envelope): string {
  // The payload is by far the most of it, and its text is at hand where the envelope was just made.
  const textOf = (key: string): string =>
    (key === 'payload' ? hashed.get(envelope) : undefined) ?? canonicalJson(envelope[key]);
  const keys = Object.keys(envelope).filter((key) => envelope[key] !== undefined);
  const open = `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${textOf(key)}`)
    .join(',')}`;
  return `${open},"seal":"${sha256(open)}"}\n`;
}

const sealed = /,"seal":"([0-9a-f]{64})"\}\n$/u;

/** Reads a sealed text: seal first, so that nothing is believed before it is known to be whole. */
export function unseal(bytes: Uint8Array, format: FileFormat, id: string): Unsealed {
  if (bytes.length === 0) return { damage: 'empty', detail: 'the file is empty' };
  if (bytes.length > maxFileBytes) return { damage: 'tooLarge', detail: `${String(bytes.length)} bytes` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { damage: 'notText', detail: 'not UTF-8' };
  }
  if (text.includes('\0')) return { damage: 'notText', detail: 'holds NUL bytes' };
  const mark = sealed.exec(text);
  const whole = mark !== null && mark[1] === sha256(text.slice(0, mark.index));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { damage: 'notJson', detail: error.message.slice(0, 120) };
  }
  if (!whole) return { damage: 'wrongSeal', detail: 'changed outside Copydesk, or damaged' };
  return understand(value, format, id);
}

function understand(value: unknown, format: FileFormat, id: string): Unsealed {
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) return { damage: 'wrongFormat', detail: parsed.error.issues[0]?.message ?? 'not an envelope' };
  const { seal: _seal, ...envelope } = parsed.data;
  const known = fileSchemas[format];
  if (envelope.format !== format) return { damage: 'wrongFormat', detail: `a ${envelope.format} file` };
  if (envelope.schema > known) return { damage: 'newerSchema', detail: `schema ${String(envelope.schema)}` };
  if (envelope.id !== id) return { damage: 'wrongId', detail: `belongs to ${envelope.id}` };
  const payload = migrate(format, envelope.payload, envelope.schema, known);
  return { envelope: { ...envelope, schema: known, payload } };
}

/** A file that is missing answers undefined; a link or a folder in its place is damage (threat model: synced peers). */
export async function readSealed(path: string, format: FileFormat, id: string): Promise<Unsealed | undefined> {
  try {
    const about = await fs.lstat(path);
    if (!about.isFile()) return { damage: 'notAFile', detail: 'not a regular file' };
    if (about.size > maxFileBytes) return { damage: 'tooLarge', detail: `${String(about.size)} bytes` };
    return unseal(await fs.readFile(path), format, id);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export const isDamaged = (read: Unsealed): read is Damaged => 'damage' in read;

/** An envelope around a payload, with the hash that names the state. */
export function envelopeOf(
  format: FileFormat,
  id: string,
  payload: unknown,
  about: {
    readonly revision: number;
    readonly parents: readonly string[];
    readonly savedAt: Date;
    readonly by?: SavedBy | undefined;
  },
): Envelope {
  const text = canonicalJson(payload);
  const envelope = {
    format,
    schema: fileSchemas[format],
    id,
    revision: about.revision,
    parents: [...about.parents],
    sha256: sha256(text),
    savedAt: about.savedAt.toISOString(),
    ...(about.by && { by: about.by }),
    payload,
  };
  hashed.set(envelope, text);
  return envelope;
}
