import { join } from 'node:path';

/** Stories, editions and history lie in 256 folders by the last two letters of the id, which spread evenly. */
export const shardOf = (id: string): string => id.slice(-2);

/** Where everything of a library stands. Nothing else builds a path inside a library. */
export class Layout {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  get library(): string {
    return join(this.root, 'library.json');
  }
  get lock(): string {
    return join(this.root, 'library.lock');
  }
  get taxonomy(): string {
    return join(this.root, 'taxonomy.json');
  }
  get people(): string {
    return join(this.root, 'people.json');
  }
  get settings(): string {
    return join(this.root, 'settings.json');
  }
  get templates(): string {
    return join(this.root, 'templates.json');
  }
  /** The named lists of the story list. */
  get views(): string {
    return join(this.root, 'views.json');
  }
  /** The named exports. */
  get profiles(): string {
    return join(this.root, 'profiles.json');
  }
  /** May be deleted at any time. */
  get cache(): string {
    return join(this.root, 'cache');
  }
  get index(): string {
    return join(this.cache, 'index.sqlite');
  }
  /** Files made of pictures; may be deleted at any time too. */
  get derivedPictures(): string {
    return join(this.cache, 'pictures');
  }
  get stories(): string {
    return join(this.root, 'stories');
  }
  storyFolder(shard: string): string {
    return join(this.stories, shard);
  }
  story(id: string): string {
    return join(this.stories, shardOf(id), `${id}.json`);
  }
  get history(): string {
    return join(this.root, 'history');
  }
  historyOf(id: string): string {
    return join(this.history, shardOf(id), id);
  }
  get editions(): string {
    return join(this.root, 'editions');
  }
  edition(id: string, number: number): string {
    return join(this.editions, shardOf(id), `${id}.${String(number)}.json`);
  }
  /** What was handed over and taken in, and the states that both desks had then. */
  get exchanges(): string {
    return join(this.root, 'exchanges');
  }
  exchangesOf(id: string): string {
    return join(this.exchanges, shardOf(id), id);
  }
  get drafts(): string {
    return join(this.root, 'drafts');
  }
  draft(id: string): string {
    return join(this.drafts, `${id}.json`);
  }
  get media(): string {
    return join(this.root, 'media');
  }
  mediaFile(id: string): string {
    return join(this.media, id.slice(0, 2), id);
  }
  /** What is known of a picture, beside its file. */
  mediaRecord(id: string): string {
    return join(this.media, id.slice(0, 2), `${id}.json`);
  }
  get journal(): string {
    return join(this.root, 'journal');
  }
  /** How stories were before the last changes of many. */
  get undos(): string {
    return join(this.root, 'undo');
  }
  /** Which saved state each person saw last. */
  seen(id: string): string {
    return join(this.root, 'seen', shardOf(id), `${id}.json`);
  }
  /** When files were made of which stories. */
  get exported(): string {
    return join(this.root, 'exported.jsonl');
  }
  get quarantine(): string {
    return join(this.root, 'quarantine');
  }
  /** Themes of the library's own. */
  get themes(): string {
    return join(this.root, 'themes');
  }
  /** What each import made, so that it can be taken back. */
  get imports(): string {
    return join(this.root, 'imports');
  }
  importRecord(id: string): string {
    return join(this.imports, `${id}.jsonl`);
  }
  get exports(): string {
    return join(this.root, 'exports');
  }
  get backups(): string {
    return join(this.root, 'backups');
  }
}
