/**
 * The index is a cache (decision 3): another number here and every library makes its own anew from the story files.
 * Counters are kept by triggers, so that no count walks the library.
 */
export const indexVersion = 8;

export const createIndex = `
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE shards(name TEXT PRIMARY KEY, mtime TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE stories(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, revision INTEGER NOT NULL, row TEXT NOT NULL,
  sourceId TEXT, originSha256 TEXT, headline TEXT NOT NULL, headlineKey TEXT NOT NULL, slug TEXT NOT NULL,
  urlSlug TEXT NOT NULL, guid TEXT NOT NULL, sectionId TEXT,
  state TEXT NOT NULL, words INTEGER NOT NULL, tks INTEGER NOT NULL, author TEXT NOT NULL, firstAuthor TEXT, assigneeId TEXT,
  dueAt TEXT, createdAt TEXT NOT NULL, modifiedAt TEXT NOT NULL,
  publishedAt TEXT, dated TEXT NOT NULL, embargoAt TEXT, length REAL);
CREATE INDEX bySource ON stories(sourceId) WHERE sourceId IS NOT NULL;
CREATE INDEX byOrigin ON stories(originSha256) WHERE originSha256 IS NOT NULL;
CREATE INDEX byModified ON stories(modifiedAt);
CREATE INDEX byState ON stories(state, modifiedAt);
CREATE INDEX bySection ON stories(sectionId, modifiedAt);
CREATE INDEX byHeadline ON stories(headlineKey);
CREATE INDEX byUrlSlug ON stories(urlSlug);
CREATE INDEX byGuid ON stories(guid);
CREATE INDEX byEmbargo ON stories(embargoAt) WHERE embargoAt IS NOT NULL;
CREATE INDEX byDue ON stories(dueAt) WHERE dueAt IS NOT NULL;
CREATE INDEX byPublished ON stories(publishedAt) WHERE publishedAt IS NOT NULL;
CREATE INDEX bySlug ON stories(slug);
CREATE INDEX unmeasured ON stories(n) WHERE length IS NULL;
CREATE TABLE marks(kind TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(kind, key, n)) WITHOUT ROWID;
CREATE INDEX marksOf ON marks(n);
CREATE TABLE counters(kind TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY(kind, key)) WITHOUT ROWID;
CREATE TABLE texts(n INTEGER PRIMARY KEY, dek TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE media(id TEXT PRIMARY KEY, record TEXT NOT NULL, words TEXT NOT NULL, addedAt TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX byAdded ON media(addedAt DESC, id);
CREATE TABLE terms(term TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE troubles(path TEXT PRIMARY KEY, id TEXT, kind TEXT NOT NULL, detail TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(headline, dek, body, names, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE related USING fts5(terms, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'");
CREATE TRIGGER countIn AFTER INSERT ON marks BEGIN
  INSERT INTO counters VALUES (new.kind, new.key, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER countOut AFTER DELETE ON marks BEGIN
  UPDATE counters SET count = count - 1 WHERE kind = old.kind AND key = old.key;
END;
`;

/**
 * The kinds of `marks`: what a story can be found and counted by. `link` = a related story that
 * it points to, `source` = a person who was spoken to for it, `media` = a picture that stands in it.
 */
export type MarkKind = 'state' | 'section' | 'tag' | 'subject' | 'author' | 'assignee' | 'source' | 'link' | 'media';
