/** A file is not built as its type says: cut off, or not such a file. */
export class BrokenPicture extends Error {
  override readonly name = 'BrokenPicture';
}

/** Reads a file's numbers and never past its end. @throws BrokenPicture */
export class PictureBytes {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  byte(at: number): number {
    const value = this.bytes[at];
    if (value === undefined) throw new BrokenPicture('the file is cut off');
    return value;
  }

  uint16(at: number): number {
    this.need(at + 2);
    return this.#view.getUint16(at);
  }

  uint32(at: number): number {
    this.need(at + 4);
    return this.#view.getUint32(at);
  }

  uint32Little(at: number): number {
    this.need(at + 4);
    return this.#view.getUint32(at, true);
  }

  ascii(at: number, length: number): string {
    this.need(at + length);
    return String.fromCharCode(...this.bytes.subarray(at, at + length));
  }

  slice(from: number, to: number): Uint8Array {
    this.need(to);
    return this.bytes.subarray(from, to);
  }

  need(end: number): void {
    if (end > this.length) throw new BrokenPicture('the file is cut off');
  }
}
