import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { StoryId } from '../../core/ids.js';
import { canonicalJson } from '../../core/library/canonical-json.js';
import type { MediaRecord } from '../../core/media/media-record.js';
import { idsOf } from '../../core/package/arrival.js';
import { readableCopy } from '../../core/package/readable-copy.js';
import {
  packageEntries,
  packageName,
  packageVersion,
  privateParts,
  type PackageNames,
} from '../../core/package/story-package.js';
import type { Person } from '../../core/people/person.js';
import { mediaOfStory } from '../../core/story/media-of-story.js';
import type { Story } from '../../core/story/story.js';
import { returnDocx } from '../../core/export/docx/return-docx.js';
import { readReturned } from '../../core/import/docx/returned-lines.js';
import { isMissing } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import { folderError } from '../files/folder-error.js';
import { placeNew, writeNew } from '../files/place-new.js';
import { flushFolder, writeDurably } from '../files/write-durably.js';
import type { Exchange } from '../library/exchanges.js';
import type { Library } from '../library/library.js';
import { writePackage, type PackagePart } from '../package/write-package.js';
import { decodeText } from './import-context.js';
import { resolveRendition } from './resolve-rendition.js';
import { topicLabel } from './topics.js';

/** How many of the states that both desks had travel along: one for each desk that may have had it meanwhile. */
const mostBases = 3;

export interface HandOver {
  readonly id: StoryId;
  /** A file, or a folder in which it gets its own name. */
  readonly target: string;
  /** For whom it is, as people read it; '' = nobody is named. */
  readonly to: string;
  readonly note: string;
  readonly person: Person | null;
  /** Stands in the name that a folder gives; '' or missing = nothing. */
  readonly mark?: string;
  /** A Word document is for somebody without this program; a file name that ends in `.docx` asks for it too. */
  readonly as?: 'package' | 'word';
}

/** What a person gets for a story that went out. */
export interface Receipt {
  readonly id: StoryId;
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly at: string;
  readonly to: string;
}

/** Stories that go from desk to desk as files. */
export class HandOverDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Writes the package of a story and keeps the receipt with the state that went. @throws NewsroomError `export.folder` */
  async handOver({ id, target, to, note, person, mark = '', as = 'package' }: HandOver): Promise<Receipt> {
    if (as === 'word' || target.toLowerCase().endsWith('.docx')) return this.#asWord({ id, target, to, note, person });
    await this.#library.assertWritable();
    const { story, revision, sha256: stateSha256 } = await this.#library.stories.read(id);
    const exchanges = await this.#library.exchanges.list(id);
    const isFolder = await fs.stat(target).then((about) => about.isDirectory(), notThere);
    const name = packageName(story, revision, mark);
    const at = this.#library.world.now().toISOString();
    const { media, parts: pictures } = await this.#pictures(story);
    const known = basesOf(exchanges, stateSha256);
    const bases = known.map(({ stateSha256: state, story: base }) => ({
      state,
      path: `base/${state}.json`,
      text: canonicalJson(base),
    }));
    const parts: PackagePart[] = [
      { name: packageEntries.story, text: canonicalJson(story) },
      { name: packageEntries.readable, text: readableCopy(story, media) },
      ...bases.map(({ path: name, text }) => ({ name, text })),
      ...(await this.#editions(story)),
      ...pictures,
    ];
    const { path, sha256: hash } = await writePackage(
      isFolder ? join(target, name) : target,
      {
        format: 'copydesk-package',
        version: packageVersion,
        createdAt: at,
        createdBy: `copydesk ${this.#library.world.appVersion}`,
        from: person?.name ?? '',
        desk: this.#library.file.deskId,
        to,
        note,
        story: { id, guid: story.guid, headline: story.headline, revision, sha256: stateSha256 },
        bases: bases.map(({ state, path: name, text }) => ({ state, path: name, sha256: sha256(text) })),
        names: this.#names([story, ...known.map((base) => base.story)]),
        media,
        private: [...privateParts(story)],
      },
      parts,
      placing(target, isFolder, name),
    );
    const fileName = basename(path);
    await this.#library.exchanges.keep({
      direction: 'out',
      at,
      with: to,
      fileName,
      fileSha256: hash,
      stateSha256,
      bases: known.map((base) => base.stateSha256),
      story,
    });
    return { id, path, fileName, sha256: hash, at, to };
  }

  /** Open suggestions and threads go along; what comes back is merged like a package. */
  async #asWord({ id, target, to }: HandOver): Promise<Receipt> {
    await this.#library.assertWritable();
    const { story, revision, sha256: stateSha256 } = await this.#library.stories.read(id);
    const name = packageName(story, revision).replace(/\.[^.]+$/u, '.docx');
    const isFolder = await fs.stat(target).then((about) => about.isDirectory(), notThere);
    const rendition = await resolveRendition(this.#library, story, null, topicLabel);
    const { bytes } = await returnDocx(story, rendition, stateSha256, ({ media, render }) =>
      this.#library.derived.bytes(media, render),
    );
    let path = target;
    try {
      if (isFolder) path = await writeNew(target, name, bytes);
      else await writeDurably(target, bytes);
    } catch (error) {
      throw folderError(error);
    }
    const at = this.#library.world.now().toISOString();
    const fileName = basename(path);
    const fileSha256 = sha256(bytes);
    const sent = readReturned(bytes, decodeText);
    await this.#library.exchanges.keep({
      direction: 'out',
      at,
      with: to,
      fileName,
      fileSha256,
      stateSha256,
      bases: [],
      story,
      sent,
    });
    return { id, path, fileName, sha256: fileSha256, at, to };
  }

  async #pictures(story: Story): Promise<{ media: Record<string, MediaRecord>; parts: readonly PackagePart[] }> {
    const media: Record<string, MediaRecord> = {};
    const parts: PackagePart[] = [];
    for (const id of [...mediaOfStory(story)].sort()) {
      const record = await this.#library.media.record(id);
      if (!record) continue;
      const path = this.#library.media.path(id);
      const { size } = await fs.stat(path);
      media[id] = record;
      parts.push({ name: `media/${id}`, path, sha256: id.slice(0, 64), bytes: size });
    }
    return { media, parts };
  }

  /** Frozen editions go along: a published story without them could not be exported again. */
  async #editions({ id, edition }: Story): Promise<readonly PackagePart[]> {
    const parts: PackagePart[] = [];
    for (let number = 1; number <= edition; number += 1) {
      const text = await fs.readFile(this.#library.layout.edition(id, number), 'utf8').catch(notThere);
      if (text !== false) parts.push({ name: `editions/${String(number)}.json`, text });
    }
    return parts;
  }

  #names(stories: readonly Story[]): PackageNames {
    const ids = stories.map(idsOf);
    const has = (kind: 'sections' | 'tags' | 'people', id: string): boolean => ids.some((all) => all[kind].has(id));
    const { taxonomy, people } = this.#library;
    return {
      sections: taxonomy.value.sections
        .filter(({ id }) => has('sections', id))
        .map(({ id, name, colour, subject }) => ({ id, name, colour, subject })),
      tags: taxonomy.value.tags.filter(({ id }) => has('tags', id)).map(({ id, name }) => ({ id, name })),
      people: people.value.people
        .filter(({ id }) => has('people', id))
        .map(({ id, name, initials, colour, role }) => ({ id, name, initials, colour, role })),
    };
  }
}

/** The states that went or came before this one, the newest first, each once. */
function basesOf(exchanges: readonly Exchange[], now: string): readonly Pick<Exchange, 'stateSha256' | 'story'>[] {
  const found = new Map<string, Exchange>();
  for (const exchange of exchanges)
    if (exchange.stateSha256 !== now && !found.has(exchange.stateSha256)) found.set(exchange.stateSha256, exchange);
  return [...found.values()].slice(0, mostBases);
}

/** In a folder under a name that no other file has: another desk's file of the same story may lie there. */
function placing(target: string, isFolder: boolean, name: string): (temporary: string) => Promise<string> {
  return async (temporary) => {
    if (isFolder) return placeNew(temporary, target, name);
    await fs.rename(temporary, target);
    await flushFolder(dirname(target));
    return target;
  };
}

function notThere(error: unknown): false {
  if (isMissing(error)) return false;
  throw error;
}
