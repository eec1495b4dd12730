import type { ExportedFile } from '../../core/export/exporter.js';
import { NewsroomError } from '../../core/errors.js';
import { readPageWords } from '../../core/export/html/page-words.js';
import { subjectCode } from '../../core/ids.js';
import { renderKey } from '../../core/media/picture-render.js';
import { linksOfPage } from '../../core/site/page-links.js';
import { planSite } from '../../core/site/site-plan.js';
import type { Site } from '../../core/site/site-frame.js';
import type { StoryFacts } from '../../core/site/story-facts.js';
import { topicLabel } from '../desk/topics.js';
import { sha256, sha256Base64 } from '../files/sha256.js';
import type { Edition } from '../library/editions.js';
import type { Library } from '../library/library.js';
import { renderVersion } from '../media/render-picture.js';
import { resourceText } from '../resources.js';
import { FactsStore } from './facts-store.js';
import { SiteFolder } from './site-folder.js';
import type { SiteEntry } from './site-manifest.js';
import type { MadeFile, SiteOutput } from './site-output.js';
import { siteOutputs, styleOf } from './site-outputs.js';
import type { SiteTarget } from './site-target.js';
import { SiteZip } from './site-zip.js';
import { ThemeFiles, type Theme } from './theme-files.js';
import { isOut } from '../index/state-condition.js';

export interface SiteJob {
  /** The folder, or the file of a zip. */
  readonly out: string;
  readonly isZip?: boolean;
  /** The library's own choice where it is not given. */
  readonly theme?: string | undefined;
  readonly base?: string | undefined;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SiteReport {
  /** HTML pages of the site. */
  readonly pages: number;
  /** Files. */
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly ms: number;
  readonly deadLinks: readonly DeadLink[];
  /** Stories that say they are out but whose edition cannot be read: they are not on the site. */
  readonly missing: readonly { readonly id: string; readonly message: string }[];
}

export interface DeadLink {
  readonly page: string;
  readonly to: string;
}

/** Work in one go before other calls are let in, in ms. */
const slice = 12;

/** Another number when pages are made in another way by the same templates. */
const siteVersion = 1;

/** Writes the whole site of a library: only what is out (decision 20), only what changed. */
export class SiteDesk {
  readonly #library: Library;
  readonly #facts: FactsStore;
  readonly themes: ThemeFiles;

  constructor(library: Library) {
    this.#library = library;
    this.#facts = new FactsStore(library);
    this.themes = new ThemeFiles(library.layout.themes);
  }

  /** @throws NewsroomError `site.theme`, `site.no-theme`, `export.folder`, `site.busy`, `job.cancelled` */
  async build(job: SiteJob): Promise<SiteReport> {
    const started = performance.now();
    const theme = this.themes.load(job.theme ?? this.#library.settings.value.theme);
    const missing: { id: string; message: string }[] = [];
    const site = await this.#site(theme, job, missing);
    const read = (id: string, edition: number): Edition => this.#read(id, edition);
    const siteKey = this.#siteKey(site, theme);
    const outputs = siteOutputs({ site, theme, siteKey, read });
    const target: SiteTarget = job.isZip
      ? await SiteZip.open(job.out)
      : await SiteFolder.open(job.out, this.#library.world.newId());
    try {
      const run = new SiteRun(this.#library, target, job);
      await run.make(outputs);
      const removed = await run.finish();
      await this.#library.exported.note('out', this.#library.world.now());
      const pages = outputs.filter(({ path }) => path.endsWith('.html')).length;
      const ms = Math.round(performance.now() - started);
      return { pages, written: run.written, unchanged: run.unchanged, removed, ms, deadLinks: run.deadLinks, missing };
    } finally {
      await target.close();
    }
  }

  #read(id: string, edition: number): Edition {
    return this.#library.editions.readNow(id, edition, this.#library.world.appVersion);
  }

  async #site(theme: Theme, job: SiteJob, missing: { id: string; message: string }[]): Promise<Site> {
    const library = this.#library;
    const own = library.settings.value;
    const baseUrl = job.base ?? own.baseUrl;
    const settings = { ...own, baseUrl };
    const facts: StoryFacts[] = [];
    const oldPaths = new Map<string, readonly string[]>();
    this.#facts.open();
    let since = performance.now();
    for (const { id, edition } of this.#out()) {
      if (performance.now() - since > slice) {
        await breath(job);
        since = performance.now();
      }
      try {
        facts.push(this.#factsOf(id, edition));
      } catch (error) {
        if (!(error instanceof NewsroomError)) throw error;
        missing.push({ id, message: error.userMessage });
        continue;
      }
      if (edition > 1) oldPaths.set(id, this.#earlierPaths(id, edition));
    }
    this.#facts.keep();
    const topicName = (code: string): string => topicLabel(subjectCode.parse(code), settings.language);
    const { sections } = library.taxonomy.value;
    const hash = (text: string): string => sha256(text);
    const plan = planSite({ facts, oldPaths, sections, timeZone: settings.timeZone, topicName, hash });
    return {
      settings,
      words: readPageWords(settings.language, theme.text),
      plan,
      stylesheet: `assets/site-${sha256(styleOf(theme)).slice(0, 10)}.css`,
      themeText: theme.text,
      sha256Base64,
      base: baseUrl === '' ? null : baseUrl.replace(/\/*$/u, '/'),
      hasFeeds: baseUrl !== '',
    };
  }

  /** Stories that are out now, with the edition that is. */
  #out(): readonly { id: string; edition: number }[] {
    const rows = this.#library.index.sql.all(
      `SELECT id, json_extract(row, '$.edition') AS edition FROM stories
       WHERE ${isOut} AND (embargoAt IS NULL OR embargoAt <= ?)`,
      [this.#library.world.now().toISOString()],
    );
    return rows.map((row) => ({ id: String(row['id']), edition: Number(row['edition']) }));
  }

  #factsOf(id: string, edition: number): StoryFacts {
    return this.#facts.get(id, edition) ?? this.#facts.add(this.#read(id, edition));
  }

  /** An earlier edition that cannot be read costs its redirect, not the site. */
  #earlierPaths(id: string, edition: number): readonly string[] {
    return Array.from({ length: edition - 1 }, (_, at) => at + 1).flatMap((number) => {
      try {
        return [this.#factsOf(id, number).path];
      } catch (error) {
        if (error instanceof NewsroomError) return [];
        throw error;
      }
    });
  }

  #siteKey({ settings, plan, base, stylesheet }: Site, theme: Theme): string {
    const { name, timeZone, language, commentUrl, shareTargets, copyrightHolder } = settings;
    return sha256(
      JSON.stringify([
        [
          siteVersion,
          this.#library.world.appVersion,
          theme.id,
          theme.hash,
          stylesheet,
          sha256(resourceText('site', 'search.js')),
        ],
        [name, timeZone, language, commentUrl, shareTargets, copyrightHolder, base],
        plan.groups.section.map((group) => [group.key, group.name, group.folder]),
        [plan.groups.tag.length > 0, plan.groups.subject.length > 0, plan.groups.author.length > 0],
      ]),
    );
  }
}

/** One writing of a site into its target. */
class SiteRun {
  written = 0;
  unchanged = 0;
  readonly deadLinks: DeadLink[] = [];
  readonly #library: Library;
  readonly #target: SiteTarget;
  readonly #job: SiteJob;
  readonly #files = new Map<string, SiteEntry>();
  readonly #pictures = new Map<string, ExportedFile['content']>();
  readonly #wanted: { readonly page: string; readonly to: string }[] = [];
  readonly #kept: string[] = [];
  #paths: ReadonlySet<string> = new Set();

  constructor(library: Library, target: SiteTarget, job: SiteJob) {
    this.#library = library;
    this.#target = target;
    this.#job = job;
  }

  async make(outputs: readonly SiteOutput[]): Promise<void> {
    this.#paths = new Set(outputs.map(({ path }) => path));
    let since = performance.now();
    let done = 0;
    for (const output of outputs) {
      if (performance.now() - since > slice) {
        this.#job.onProgress?.(done, outputs.length);
        await breath(this.#job);
        since = performance.now();
      }
      this.#one(output);
      done += 1;
    }
    await this.#placePictures();
    this.#job.onProgress?.(outputs.length, outputs.length);
  }

  /** Puts the site in place; answers how many files are gone. */
  async finish(): Promise<number> {
    const remove = this.#target.manifest.paths.filter((path) => !this.#files.has(path));
    this.#checkLinks(remove.some((path) => path.endsWith('.html')));
    await this.#target.finish(this.#files, remove);
    return remove.length;
  }

  #one({ path, key, make }: SiteOutput): void {
    const { manifest } = this.#target;
    const known = manifest.entry(path);
    if (
      known?.key === key &&
      manifest.isIntact(path) &&
      (known.pictures ?? []).every((each) => manifest.isIntact(each))
    ) {
      this.#keep(path, known);
      this.#kept.push(path);
      for (const each of known.pictures ?? []) this.#keepPicture(each);
      return;
    }
    const { content, pictures }: MadeFile = make();
    for (const picture of pictures) this.#pictures.set(picture.path, picture.content);
    const names = pictures.map((picture) => picture.path);
    const entry = {
      key,
      sha256: sha256(content),
      bytes: lengthOf(content),
      ...(names.length > 0 ? { pictures: names } : {}),
    };
    if (path.endsWith('.html') && typeof content === 'string') this.#look(path, content);
    if (known?.sha256 === entry.sha256 && manifest.isIntact(path)) {
      this.#keep(path, entry);
      return;
    }
    this.#files.set(path, entry);
    this.written += 1;
    this.#target.stage(path, content);
  }

  #keep(path: string, entry: SiteEntry): void {
    this.#files.set(path, entry);
    this.unchanged += 1;
  }

  #keepPicture(path: string): void {
    const known = this.#target.manifest.entry(path);
    if (known && !this.#files.has(path) && !this.#pictures.has(path)) this.#keep(path, known);
  }

  async #placePictures(): Promise<void> {
    for (const [path, content] of this.#pictures) {
      if (typeof content === 'string' || content instanceof Uint8Array)
        throw new TypeError('a picture is of the library');
      const { render } = content;
      const key = sha256(`${content.media}\n${renderKey(render)}\n${render.type}\n${String(renderVersion)}`).slice(
        0,
        32,
      );
      const known = this.#target.manifest.entry(path);
      if (known?.key === key && this.#target.manifest.isIntact(path)) {
        if (!this.#files.has(path)) this.#keep(path, known);
        continue;
      }
      const bytes = await this.#library.derived.bytes(content.media, render);
      this.#files.set(path, { key, sha256: sha256(bytes), bytes: bytes.length });
      this.#target.stage(path, bytes);
      this.written += 1;
      if (this.#job.isCancelled?.()) throw cancelled();
    }
  }

  #look(page: string, html: string): void {
    for (const to of linksOfPage(page, html))
      if (!this.#paths.has(to) && !this.#pictures.has(to)) this.#wanted.push({ page, to });
  }

  /** A link can only die on a page that was made now, or when a page went: then the others are read too. */
  #checkLinks(pagesWent: boolean): void {
    if (pagesWent)
      for (const path of this.#kept.filter((each) => each.endsWith('.html')))
        this.#look(path, Buffer.from(this.#target.read(path)).toString('utf8'));
    this.deadLinks.push(...this.#wanted.filter(({ to }) => !this.#files.has(to)));
  }
}

const lengthOf = (content: string | Uint8Array): number =>
  typeof content === 'string' ? Buffer.byteLength(content) : content.length;

const cancelled = (): NewsroomError => new NewsroomError('job.cancelled', { detail: 'The site is as it was.' });

/** Lets other calls in, and ends where the person wants it. */
async function breath(job: SiteJob): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (job.isCancelled?.()) throw cancelled();
}
