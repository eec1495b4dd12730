import * as fs from 'node:fs/promises';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NewsroomError } from '../../core/errors.js';
import { isMissing } from '../files/errno.js';
import { sha256 } from '../files/sha256.js';
import { resource } from '../resources.js';

/** The themes that come with the program; the first is the one that every other rests on. */
export const shippedThemes = ['default', 'magazine'] as const;
const base = shippedThemes[0];
/** Themes rest on each other at most this deep. */
const deepest = 5;

const aboutSchema = z.looseObject({
  name: z.string().min(1).max(80),
  about: z.string().max(300).default(''),
  /** The theme that files are taken from which this one has not; the daily paper unless it says so. */
  extends: z.string().default(base),
});

export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly isOwn: boolean;
  /** Changes with every byte of the theme. */
  readonly hash: string;
  /** @throws NewsroomError `site.theme` for a file that neither the theme nor what it rests on has */
  readonly text: (name: string) => string;
  readonly bytes: (name: string) => Uint8Array;
}

export interface ThemeAbout {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly isOwn: boolean;
}

const themeId = /^[a-z0-9][a-z0-9-]{0,60}$/u;

/** Loaded themes by hash: the same theme is the same object, so that its templates are parsed once for a process. */
const loaded = new Map<string, Theme>();

/** Themes of one library: the shipped ones, and its own in the folder `themes/`, which any editor of text can change. */
export class ThemeFiles {
  readonly #own: string;

  /** @param own the library's folder of themes; it need not be there */
  constructor(own: string) {
    this.#own = own;
  }

  list(): readonly ThemeAbout[] {
    return this.#ids().map((id) => {
      const isOwn = !shippedThemes.some((shipped) => shipped === id);
      // A broken theme stands in the list by its folder's name: what is wrong is said where it is used.
      const read = aboutSchema.safeParse(this.#aboutJson(id, isOwn));
      return { id, name: read.success ? read.data.name : id, about: read.success ? read.data.about : '', isOwn };
    });
  }

  /** Reads every file of a theme. @throws NewsroomError `site.no-theme`, `site.theme` */
  load(id: string): Theme {
    const folders: string[] = [];
    let about: z.infer<typeof aboutSchema> | undefined;
    for (let at = id; folders.length < deepest;) {
      const folder = this.#folder(at);
      folders.push(folder);
      const own = aboutOf(folder);
      about ??= own;
      if (at === base) break;
      at = own.extends === at ? base : own.extends;
    }
    if (!about) throw new TypeError('a theme has a folder');
    const files = new Map<string, Buffer>();
    for (const folder of folders.reverse())
      for (const name of namesIn(folder)) files.set(name, readFileSync(join(folder, name)));
    const names = [...files.keys()].sort();
    const hash = sha256(names.map((name) => `${name}\0${sha256(files.get(name) ?? '')}\n`).join(''));
    const key = `${id}:${hash}`;
    const known = loaded.get(key);
    if (known) return known;
    const bytes = (name: string): Uint8Array => {
      const found = files.get(name);
      if (!found) throw new NewsroomError('site.theme', { file: name, line: 0, detail: 'the file is missing' });
      return found;
    };
    const theme: Theme = {
      id,
      name: about.name,
      about: about.about,
      isOwn: !shippedThemes.some((shipped) => shipped === id),
      hash,
      text: (name) => Buffer.from(bytes(name)).toString('utf8'),
      bytes,
    };
    loaded.set(key, theme);
    return theme;
  }

  /**
   * Copies a theme into the library, to be changed there. Only what a person may want to change is copied: pictures of
   * letters (fonts) stay where they are.
   * @throws NewsroomError `site.no-theme` for a name that is no name or is taken
   */
  async copy(from: string, to: string): Promise<string> {
    const taken = this.#ids();
    if (!themeId.test(to) || taken.includes(to))
      throw new NewsroomError('site.theme', {
        file: to,
        line: 0,
        detail: 'a new theme needs a free name of a-z, 0-9 and -',
      });
    const source = this.load(from);
    const target = join(this.#own, to);
    for (const name of namesIn(this.#folder(from)).filter((each) => !each.startsWith('fonts/'))) {
      await fs.mkdir(join(target, name, '..'), { recursive: true });
      await fs.writeFile(join(target, name), source.bytes(name));
    }
    const about = { name: `${source.name} (${to})`, about: source.about, extends: from };
    await fs.writeFile(join(target, 'theme.json'), `${JSON.stringify(about, null, 2)}\n`);
    return target;
  }

  #ids(): readonly string[] {
    const own = existsSync(this.#own) ? readdirSync(this.#own, { withFileTypes: true }) : [];
    const names = own.filter((entry) => entry.isDirectory() && themeId.test(entry.name)).map(({ name }) => name);
    return [...shippedThemes, ...names.filter((name) => !shippedThemes.some((shipped) => shipped === name)).sort()];
  }

  #folder(id: string): string {
    if (shippedThemes.some((shipped) => shipped === id)) return resource('themes', id);
    const folder = join(this.#own, id);
    if (themeId.test(id) && existsSync(folder)) return folder;
    throw new NewsroomError('site.no-theme', { theme: id, known: this.#ids().join(', ') });
  }

  #aboutJson(id: string, isOwn: boolean): unknown {
    try {
      const folder = isOwn ? join(this.#own, id) : resource('themes', id);
      return JSON.parse(readFileSync(join(folder, 'theme.json'), 'utf8'));
    } catch (error) {
      if (error instanceof SyntaxError || isMissing(error)) return null;
      throw error;
    }
  }
}

function aboutOf(folder: string): z.infer<typeof aboutSchema> {
  const file = 'theme.json';
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new NewsroomError('site.theme', { file, line: 0, detail: 'the file is missing' });
  }
  try {
    return aboutSchema.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
    const at = /line (\d+)/u.exec(error.message)?.[1] ?? '1';
    const detail = error instanceof z.ZodError ? (error.issues[0]?.message ?? '') : error.message;
    throw new NewsroomError('site.theme', { file, line: Number(at), detail }, { cause: error });
  }
}

/** Every file of a folder, `/` between the parts; names that start with a dot are a system's own. */
function namesIn(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
