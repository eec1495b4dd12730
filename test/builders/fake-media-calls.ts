import { mediaId, type MediaId } from '../../src/core/ids.js';
import { noFileTexts, type MediaRow } from '../../src/core/media/media-record.js';
import type { Handlers } from './fake-desk.js';

type MediaCalls = Pick<Handlers, Extract<keyof Handlers, `media.${string}`>>;

/** A library of pictures in memory; the first that is added is `aaaa….png`, the next `bbbb….png`. */
export function mediaCalls(): MediaCalls {
  const rows: MediaRow[] = [];
  const known = (id: MediaId): MediaRow => {
    const row = rows.find((each) => each.mediaId === id);
    if (!row) throw new Error(`no picture ${id}`);
    return row;
  };
  return {
    'media.add': ({ fileName, bytes }) => {
      const id = mediaId.parse(`${String.fromCharCode(97 + (rows.length % 6)).repeat(64)}.png`);
      const size = { width: 10, height: 10, bytes: bytes.length, original: null };
      rows.push({ ...noFileTexts, ...size, mediaId: id, fileName, addedAt: '', addedBy: '', uses: 0 });
      return { ...size, mediaId: id, fileName, caption: '', credit: '', alt: '', isKnown: false };
    },
    'media.list': ({ text, unused, offset, limit }) => {
      const found = rows.filter((row) => row.fileName.includes(text) && (!unused || row.uses === 0));
      return { rows: found.slice(offset, offset + limit), total: found.length };
    },
    'media.about': ({ id }) => ({ row: known(id), usedIn: [] }),
    'media.change': ({ id, texts }) => {
      const changed = { ...known(id), ...texts };
      rows.splice(rows.indexOf(known(id)), 1, changed);
      return changed;
    },
    'media.clean': () => ({ pictures: 0, bytes: 0, kept: 0 }),
  };
}
