import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { plainText } from '../../core/document/plain-text.js';
import type { Envelope } from '../../core/library/envelope.js';
import { storyStates } from '../../core/story/states.js';
import type { Story } from '../../core/story/story.js';
import { countWords } from '../../core/text/words.js';

const factsSchema = z.object({
  savedAt: z.string(),
  /** Name of who saved it; null where nobody was set or it came by an import. */
  by: z.string().nullable(),
  state: z.enum(storyStates),
  words: z.int().min(0),
  /** The name that a person gave to keep this state; null = unnamed. A named one is never thinned. */
  name: z.string().max(200).nullable(),
});
/** What a list says of a saved state. */
export type VersionFacts = Readonly<z.infer<typeof factsSchema>>;

export const factsOf = (envelope: Envelope, story: Story, name: string | null): VersionFacts => ({
  savedAt: envelope.savedAt,
  by: envelope.by?.personName ?? null,
  state: story.state,
  words: countWords(plainText(story.body)),
  name,
});

/** The fixed part of a gzip header, its flag for an extra field, and the mark of ours in it (RFC 1952, 2.3.1.1). */
const fixedBytes = 10;
const extraFlag = 4;
const mark = Buffer.from('Cd', 'latin1');
const overhead = 2 + mark.length + 2 + 4;
/** Enough for the header with any facts: names have at most 200 characters. */
export const headerBytes = 2_048;

/**
 * Puts facts into the header of a packed file, where any unpacker passes over them, so that a list of versions unpacks
 * none. The check sum in front tells a flipped bit; the content has its own seal.
 */
export function withFacts(packed: Uint8Array, facts: VersionFacts): Buffer {
  const bare = withoutFacts(Buffer.from(packed));
  const text = Buffer.from(JSON.stringify(facts), 'utf8');
  const extra = Buffer.alloc(overhead);
  extra.writeUInt16LE(overhead - 2 + text.length, 0);
  mark.copy(extra, 2);
  extra.writeUInt16LE(4 + text.length, 4);
  extra.writeUInt32LE(crc32(text), 6);
  const head = Buffer.from(bare.subarray(0, fixedBytes));
  head[3] = (head[3] ?? 0) | extraFlag;
  return Buffer.concat([head, extra, text, bare.subarray(fixedBytes)]);
}

function withoutFacts(packed: Buffer): Buffer {
  if (((packed[3] ?? 0) & extraFlag) === 0) return packed;
  const head = Buffer.from(packed.subarray(0, fixedBytes));
  head[3] = (head[3] ?? 0) & ~extraFlag;
  return Buffer.concat([head, packed.subarray(fixedBytes + 2 + packed.readUInt16LE(fixedBytes))]);
}

/** The facts in the first bytes of a packed file; undefined for a file of an older version, or a damaged header. */
export function readFacts(head: Buffer): VersionFacts | undefined {
  const start = fixedBytes + overhead;
  if (head.length < start || ((head[3] ?? 0) & extraFlag) === 0) return undefined;
  if (!head.subarray(fixedBytes + 2, fixedBytes + 4).equals(mark)) return undefined;
  const text = head.subarray(start, start + head.readUInt16LE(fixedBytes + 4) - 4);
  if (crc32(text) !== head.readUInt32LE(fixedBytes + 6)) return undefined;
  const facts = factsSchema.safeParse(JSON.parse(text.toString('utf8')));
  return facts.success ? facts.data : undefined;
}
