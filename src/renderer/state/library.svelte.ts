/* eslint-disable svelte/prefer-svelte-reactivity -- these maps and sets are replaced whole or are no state of the page */
import type { Bridge } from '../../core/contract/bridge.js';
import type { LibraryInfo, Output } from '../../core/contract/calls.js';
import type { SectionId, TagId } from '../../core/ids.js';
import type { Person } from '../../core/people/person.js';
import type { PublicationSettings } from '../../core/publication/settings.js';
import type { SavedView } from '../../core/story/saved-view.js';
import type { Template } from '../../core/story/template.js';
import type { Section, Tag, Taxonomy } from '../../core/taxonomy/taxonomy.js';
import type { Toasts } from './toasts.svelte.js';

type Counts = Output<'stories.counts'>;

/** The open library: its publication, sections, tags and people, and how many stories stand where. */
export class Library {
  info = $state.raw<LibraryInfo>() as LibraryInfo;
  counts = $state.raw<Counts>({ views: {}, sections: {}, tags: {} });
  readonly settings = $derived<PublicationSettings>(this.info.settings);
  readonly taxonomy = $derived<Taxonomy>(this.info.taxonomy);
  readonly people = $derived<readonly Person[]>(this.info.people);
  readonly templates = $derived<readonly Template[]>(this.info.templates);
  readonly views = $derived<readonly SavedView[]>(this.info.views);
  readonly isReadOnly = $derived(this.info.readOnly !== null);
  readonly #sections = $derived(new Map(this.taxonomy.sections.map((section) => [section.id, section])));
  readonly #tags = $derived(new Map(this.taxonomy.tags.map((tag) => [tag.id, tag])));
  readonly #people = $derived(new Map(this.people.map((person) => [person.id, person])));
  #bridge: Bridge;
  #toasts: Toasts;

  constructor(bridge: Bridge, toasts: Toasts, info: LibraryInfo) {
    this.#bridge = bridge;
    this.#toasts = toasts;
    this.info = info;
  }

  section(id: SectionId | null): Section | undefined {
    return id === null ? undefined : this.#sections.get(id);
  }

  tag(id: TagId): Tag | undefined {
    return this.#tags.get(id);
  }

  person(id: Person['id'] | null): Person | undefined {
    return id === null ? undefined : this.#people.get(id);
  }

  template(id: string | null): Template | undefined {
    return id === null ? undefined : this.templates.find((template) => template.id === id);
  }

  /** Sections, tags and people that came otherwise than by this page: with an import, with a hand-over. */
  async reload(): Promise<void> {
    const info = this.#toasts.valueOf(await this.#bridge.call('library.info', null));
    if (info) this.info = info;
  }

  async refreshCounts(): Promise<void> {
    const counts = this.#toasts.valueOf(await this.#bridge.call('stories.counts', null));
    if (counts) this.counts = counts;
  }

  async createTag(name: string): Promise<Tag | undefined> {
    const made = this.#toasts.valueOf(await this.#bridge.call('tag.create', { name }));
    if (made) this.#take(made.taxonomy);
    return made?.tag;
  }

  async renameTag(tag: Tag): Promise<void> {
    this.#take(this.#toasts.valueOf(await this.#bridge.call('tag.rename', tag)));
  }

  async removeTag(id: TagId, into: TagId | null): Promise<void> {
    this.#take(this.#toasts.valueOf(await this.#bridge.call('tag.remove', { id, into })));
    await this.refreshCounts();
  }

  async createSection(name: string, colour: string): Promise<void> {
    this.#take(this.#toasts.valueOf(await this.#bridge.call('section.create', { name, colour, subject: null })));
  }

  async changeSection(section: Section): Promise<void> {
    this.#take(this.#toasts.valueOf(await this.#bridge.call('section.change', section)));
  }

  async reorderSections(ids: readonly SectionId[]): Promise<void> {
    this.#take(this.#toasts.valueOf(await this.#bridge.call('section.reorder', { ids: [...ids] })));
  }

  async removeSection(id: SectionId, into: SectionId | null): Promise<void> {
    this.#take(this.#toasts.valueOf(await this.#bridge.call('section.remove', { id, into })));
    await this.refreshCounts();
  }

  /** Answers whether the settings were taken; trouble is shown. */
  async saveSettings(settings: PublicationSettings): Promise<boolean> {
    const saved = this.#toasts.valueOf(await this.#bridge.call('settings.save', settings));
    if (saved) this.info = { ...this.info, settings: saved };
    return saved !== undefined;
  }

  async savePeople(people: readonly Person[]): Promise<void> {
    const saved = this.#toasts.valueOf(await this.#bridge.call('people.save', [...people]));
    if (saved) this.info = { ...this.info, people: saved };
  }

  async mergePeople(id: Person['id'], into: Person['id']): Promise<void> {
    const people = this.#toasts.valueOf(await this.#bridge.call('people.merge', { id, into }));
    if (people) this.info = { ...this.info, people };
  }

  /** Answers whether the template was taken; trouble is shown. */
  async saveTemplate(template: Template): Promise<boolean> {
    const templates = this.#toasts.valueOf(await this.#bridge.call('template.save', template));
    if (templates) this.info = { ...this.info, templates };
    return templates !== undefined;
  }

  async removeTemplate(id: string): Promise<void> {
    const templates = this.#toasts.valueOf(await this.#bridge.call('template.remove', { id }));
    if (templates) this.info = { ...this.info, templates };
  }

  async saveViews(views: readonly SavedView[]): Promise<void> {
    const saved = this.#toasts.valueOf(await this.#bridge.call('views.save', [...views]));
    if (saved) this.info = { ...this.info, views: saved };
  }

  #take(taxonomy: Taxonomy | undefined): void {
    if (taxonomy) this.info = { ...this.info, taxonomy };
  }
}
