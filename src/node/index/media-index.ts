import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { mediaId, type MediaId } from '../../core/ids.js';
import type { MediaRecord, MediaRow } from '../../core/media/media-record.js';
import { searchText } from '../../core/text/search-text.js';
import { isMissing } from '../files/errno.js';
import type { Layout } from '../library/layout.js';
import type { MediaStore } from '../library/media-store.js';
import { number, text, type SqlFile, type SqlRow } from './database.js';

export interface MediaQuery {
  /** Words that all must stand in a file name, caption, credit, description or source. */
  readonly text: string;
  /** Only pictures that no story names now. */
  readonly unused: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** How the folders of pictures are called in the table of folders that were looked into. */
const folderKey = (folder: string): string => `media/${folder}`;
const usesOf = `coalesce((SELECT count FROM counters WHERE kind = 'media' AND key = media.id), 0)`;

/** The pictures of a library with their records and use counts, in the index: no list walks the folder. */
export class MediaIndex {
  readonly #sql: SqlFile;

  constructor(sql: SqlFile) {
    this.#sql = sql;
  }

  put(id: MediaId, record: MediaRecord): void {
    const { fileName, caption, credit, alt, source } = record;
    this.#sql.run('INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?)', [
      id,
      JSON.stringify(record),
      searchText([fileName, caption, credit, alt, source].join(' ')).toLowerCase(),
      record.addedAt,
    ]);
  }

  remove(id: string): void {
    this.#sql.run('DELETE FROM media WHERE id = ?', [id]);
  }

  row(id: MediaId): MediaRow | undefined {
    const row = this.#sql.get(`SELECT id, record, ${usesOf} AS uses FROM media WHERE id = ?`, [id]);
    return row ? rowOf(row) : undefined;
  }

  /** Newest first. */
  list({ text: words, unused, offset, limit }: MediaQuery): { rows: readonly MediaRow[]; total: number } {
    const parts = searchText(words).toLowerCase().split(/\s+/u).filter(Boolean);
    const conditions = parts.map(() => 'instr(words, ?) > 0');
    if (unused) conditions.push(`${usesOf} = 0`);
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const total = number(this.#sql.get(`SELECT count(*) AS total FROM media ${where}`, parts)?.['total']);
    const rows = this.#sql.all(
      `SELECT id, record, ${usesOf} AS uses FROM media ${where} ORDER BY addedAt DESC, id LIMIT ? OFFSET ?`,
      [...parts, limit, offset],
    );
    return { rows: rows.map(rowOf), total };
  }

  /**
   * Brings the index in line with the folder of pictures. A folder whose time of change is the one that is remembered is
   * not looked into, so an unchanged library costs 256 looks at most.
   */
  async sync(layout: Layout, store: MediaStore): Promise<void> {
    for (const folder of await names(layout.media)) {
      const time = await folderTime(join(layout.media, folder));
      const known = this.#sql.get('SELECT mtime FROM shards WHERE name = ?', [folderKey(folder)]);
      if (known && text(known['mtime']) === time) continue;
      await this.#syncFolder(layout, store, folder);
      this.#remember(folder, time);
    }
  }

  /** After a change of our own: the folder's new time goes with the picture's new line. */
  async rememberFolderOf(layout: Layout, id: MediaId): Promise<void> {
    const folder = id.slice(0, 2);
    this.#remember(folder, await folderTime(join(layout.media, folder)));
  }

  async #syncFolder(layout: Layout, store: MediaStore, folder: string): Promise<void> {
    const found = (await names(join(layout.media, folder))).flatMap((name) => {
      const id = mediaId.safeParse(name);
      return id.success ? [id.data] : [];
    });
    const records: (readonly [MediaId, MediaRecord])[] = [];
    for (const id of found) {
      const record = await store.record(id);
      if (record) records.push([id, record]);
    }
    this.#sql.transaction(() => {
      this.#sql.run('DELETE FROM media WHERE substr(id, 1, 2) = ?', [folder]);
      for (const [id, record] of records) this.put(id, record);
    });
  }

  #remember(folder: string, time: string): void {
    this.#sql.run('INSERT OR REPLACE INTO shards VALUES (?, ?)', [folderKey(folder), time]);
  }
}

/** A record as `put` wrote it: the file is ours alone, so it is believed. */
function rowOf(row: SqlRow): MediaRow {
  const record = JSON.parse(text(row['record'])) as MediaRecord;
  return { ...record, mediaId: mediaId.parse(text(row['id'])), uses: number(row['uses']) };
}

async function names(folder: string): Promise<readonly string[]> {
  try {
    return (await fs.readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const folderTime = async (folder: string): Promise<string> => String((await fs.stat(folder, { bigint: true })).mtimeNs);
