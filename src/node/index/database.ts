import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Sqlite from 'node-sqlite3-wasm';
import type { BindValues, Database, SQLiteValue, Statement } from 'node-sqlite3-wasm';

// A CommonJS package that finds its .wasm file beside itself: it stays outside every bundle.
const sqlite = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof Sqlite;

export type SqlRow = Readonly<Record<string, SQLiteValue>>;

/** One SQLite file (or memory), its statements prepared once. Only what the index needs. */
export class SqlFile {
  readonly #db: Database;
  readonly #statements = new Map<string, Statement>();

  private constructor(db: Database) {
    this.#db = db;
  }

  /** For the holder of the library's lock: what a killed holder left (SQLite's own lock folder) is cleared first. */
  static openForWriting(path: string): SqlFile {
    fs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    fs.rmSync(`${path}.lock`, { recursive: true, force: true });
    const db = new sqlite.Database(path);
    // A cache: a kill is survived by the rollback journal, a power cut by making it anew.
    db.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY',
    );
    fs.chmodSync(path, 0o600);
    return new SqlFile(db);
  }

  /** Beside a writer; throws where there is no file or it is busy. */
  static openForReading(path: string): SqlFile {
    const db = new sqlite.Database(path, { readOnly: true, fileMustExist: true });
    // A writer holds the file for some milliseconds at a time.
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32768');
    return new SqlFile(db);
  }

  static inMemory(): SqlFile {
    return new SqlFile(new sqlite.Database());
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  run(sql: string, values: BindValues = []): number {
    return Number(this.#prepared(sql).run(values).lastInsertRowid);
  }

  get(sql: string, values: BindValues = []): SqlRow | null {
    return this.#prepared(sql).get(values) as SqlRow | null;
  }

  all(sql: string, values: BindValues = []): readonly SqlRow[] {
    return this.#prepared(sql).all(values) as SqlRow[];
  }

  /** All or nothing; a transaction in a transaction is part of the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#db.inTransaction) return work();
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** Some errors end a transaction by themselves. */
  #rollBack(): void {
    if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize();
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Errors of SQLite itself: a busy, missing or damaged file. */
export const isSqlError = (error: unknown): error is Error => error instanceof sqlite.SQLite3Error;

export const text = (value: SQLiteValue | undefined): string => (typeof value === 'string' ? value : '');
export const number = (value: SQLiteValue | undefined): number => Number(value ?? 0);
