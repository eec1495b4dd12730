import { Inflate, inflateSync } from 'fflate';
import { NewsroomError } from '../../errors.js';
import { decodeText } from '../decode-text.js';
import type { ImportContext } from '../importer.js';
import { parseXml, type XmlElement } from './xml-tree.js';

/** Limits of decision 24. */
const maxEntries = 10_000;
const maxUnpacked = 200 * 1024 * 1024;
const maxRatio = 200;
/** A part smaller than this may be as empty as it likes. */
const ratioFrom = 1024 * 1024;
/** Packed bytes up to which a part is unpacked in one go: no more than 270 MB of work, whatever it says of itself. */
const oneGo = 256 * 1024;

interface Entry {
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

/**
 * The parts of a zipped document, unpacked one by one when they are asked for. Names lead nowhere: nothing is written.
 * Where two parts have one name the first counts, as in Word.
 * @throws NewsroomError `import.not-readable`, `import.encrypted`, `input.too-large`
 */
export class ZipPackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #decode: ImportContext['decode'];
  #unpacked = 0;

  constructor(bytes: Uint8Array, decode: ImportContext['decode']) {
    this.#bytes = bytes;
    this.#decode = decode;
    this.#entries = readDirectory(bytes, decode);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; undefined where there is none. */
  bytes(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.isEncrypted) throw new NewsroomError('import.encrypted');
    this.#unpacked += entry.size;
    if (this.#unpacked > maxUnpacked) throw tooLarge('The parts of the file unpack to more than 200 MB');
    if (entry.size > ratioFrom && entry.size > entry.packed * maxRatio)
      throw tooLarge('A part of the file unpacks to more than 200 times its size');
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    if (entry.offset + 30 > this.#bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw damaged();
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = this.#bytes.subarray(start, start + entry.packed);
    if (packed.length < entry.packed) throw damaged();
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw damaged();
    return unpacked(packed, entry.size);
  }

  /** The text of a part, in the encoding that it says; undefined where there is none. */
  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    if (!bytes) return undefined;
    let head = '';
    for (const byte of bytes.subarray(0, 120)) head += String.fromCharCode(byte);
    const label = /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1] ?? '';
    return decodeText(bytes, this.#decode, label).text;
  }

  /** A part as a tree; undefined where there is none. */
  xml(name: string, namespaces: ReadonlyMap<string, string>): XmlElement | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : parseXml(text, namespaces);
  }
}

/** How zip files start, and the container of old Word files and of those with a password. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

function unpacked(packed: Uint8Array, size: number): Uint8Array {
  try {
    // One byte more than it says: a part that says too little is seen.
    const out = new Uint8Array(size + 1);
    const bytes = packed.length <= oneGo ? inflateSync(packed, { out }) : inStages(packed, out);
    if (bytes.length > size) throw tooLarge('A part of the file is larger than it says');
    return bytes;
  } catch (error) {
    // fflate throws plain errors with a number for what is no deflate data.
    if (error instanceof NewsroomError || !(error instanceof Error)) throw error;
    throw damaged(error);
  }
}

function inStages(packed: Uint8Array, out: Uint8Array): Uint8Array {
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > out.length) throw tooLarge('A part of the file is larger than it says');
    out.set(chunk, length);
    length += chunk.length;
  });
  const stage = 64 * 1024;
  for (let at = 0; at < packed.length; at += stage)
    inflate.push(packed.subarray(at, at + stage), at + stage >= packed.length);
  return out.subarray(0, length);
}

/** APPNOTE 4.3.16 and 4.3.12: the end record, then one record for each part. */
function readDirectory(bytes: Uint8Array, decode: ImportContext['decode']): ReadonlyMap<string, Entry> {
  if (isCompoundFile(bytes)) throw new NewsroomError(isProtected(bytes) ? 'import.encrypted' : 'import.old-word');
  if (!isZip(bytes)) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const last = Math.max(0, end - 65_535);
  while (end >= last && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < last) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) throw tooLarge('The file has more than 10,000 parts');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = decode(bytes.subarray(at + 46, at + 46 + nameLength), 'utf-8', false).replaceAll('\\', '/');
    const entry: Entry = {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** "EncryptedPackage" in UTF-16: the name of the stream in which Word keeps a document with a password. */
function isProtected(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));
  const first = name[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (name.every((code, index) => bytes[at + index * 2] === code && bytes[at + index * 2 + 1] === 0)) return true;
  return false;
}

const tooLarge = (detail: string): NewsroomError => new NewsroomError('input.too-large', { detail });
const damaged = (cause?: Error): NewsroomError =>
  new NewsroomError(
    'import.not-readable',
    { detail: 'it is damaged or was cut off on its way' },
    cause ? { cause } : {},
  );
