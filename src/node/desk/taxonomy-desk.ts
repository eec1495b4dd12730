import { NewsroomError } from '../../core/errors.js';
import { sectionId, tagId, type SectionId, type SubjectCode, type TagId } from '../../core/ids.js';
import type { Story } from '../../core/story/story.js';
import type { Section, Tag, Taxonomy } from '../../core/taxonomy/taxonomy.js';
import { slug, uniqueStem } from '../../core/text/file-name.js';
import { foldName } from '../../core/text/fold.js';
import type { MarkKind } from '../index/schema.js';
import type { Intent } from '../library/journal.js';
import type { Library } from '../library/library.js';

const batch = 200;

type TaxonomyIntent = Extract<Intent, { op: 'removeSection' | 'removeTag' }>;

/**
 * Sections and tags of a library. Stories name them by id, so renaming, recolouring and reordering change one file;
 * removing one (merging is removing into another) is journalled, since it changes stories.
 */
export class TaxonomyDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  async createSection(name: string, colour: string, subject: SubjectCode | null): Promise<Section> {
    const made = this.#newSection(name, colour, subject);
    await this.#change((taxonomy) => ({ ...taxonomy, sections: [...taxonomy.sections, made] }));
    return made;
  }

  /** New name, colour or topic. The part of the address stays: pages that are out must not move. */
  async changeSection(section: Section): Promise<void> {
    const known = this.#section(section.id);
    this.#assertFree('section', section.name, section.id);
    const next = { ...known, name: section.name, colour: section.colour, subject: section.subject };
    await this.#change((taxonomy) => ({
      ...taxonomy,
      sections: taxonomy.sections.map((each) => (each.id === section.id ? next : each)),
    }));
  }

  async reorderSections(ids: readonly SectionId[]): Promise<void> {
    const place = (section: Section): number => (ids.includes(section.id) ? ids.indexOf(section.id) : ids.length);
    await this.#change((taxonomy) => ({
      ...taxonomy,
      sections: [...taxonomy.sections].sort((left, right) => place(left) - place(right)),
    }));
  }

  async createTag(name: string): Promise<Tag> {
    const [tag] = await this.tagsNamed([name]);
    if (!tag) throw new NewsroomError('input.invalid', { detail: 'a tag needs a name' });
    return tag;
  }

  async renameTag(tag: Tag): Promise<void> {
    this.#assertFree('tag', tag.name, tag.id);
    await this.#change((taxonomy) => ({
      ...taxonomy,
      tags: taxonomy.tags.map((each) => (each.id === tag.id ? { ...each, name: tag.name } : each)),
    }));
  }

  /** The tags of these names; those that are missing are made, in one write. Names are compared folded. */
  async tagsNamed(names: readonly string[]): Promise<readonly Tag[]> {
    const known = new Map(this.#library.taxonomy.value.tags.map((tag) => [foldName(tag.name), tag]));
    const made: Tag[] = [];
    const tags = names.flatMap((name) => {
      const shown = name.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 120);
      const key = foldName(shown);
      if (key === '') return [];
      let tag = known.get(key);
      if (!tag) {
        tag = { id: tagId.parse(this.#library.world.newId()), name: shown };
        known.set(key, tag);
        made.push(tag);
      }
      return [tag];
    });
    if (made.length > 0) await this.#change((taxonomy) => ({ ...taxonomy, tags: [...taxonomy.tags, ...made] }));
    return tags;
  }

  /** The section of each name, made where it is missing, in one write. */
  async sectionsNamed(names: readonly string[]): Promise<ReadonlyMap<string, Section>> {
    const known = new Map(this.#library.taxonomy.value.sections.map((section) => [foldName(section.name), section]));
    const made: Section[] = [];
    for (const name of names) {
      const key = foldName(name);
      if (key === '' || known.has(key)) continue;
      const colours = ['#1f4f82', '#6a7a2c', '#a0572a', '#74458c', '#2f7a76', '#8a5a00', '#21683a', '#5b5bb0'];
      const section = this.#newSection(name, colours[known.size % colours.length] ?? '#6d675d', null, made);
      known.set(key, section);
      made.push(section);
    }
    if (made.length > 0) await this.#change((taxonomy) => ({ ...taxonomy, sections: [...taxonomy.sections, ...made] }));
    return known;
  }

  /** Puts the stories of a section into another (or none) and removes it. */
  async removeSection(id: SectionId, into: SectionId | null): Promise<void> {
    this.#section(id);
    if (into !== null) this.#section(into);
    await this.#journalled({ op: 'removeSection', id, into, at: this.#library.world.now().toISOString() });
  }

  /** Gives the stories of a tag another one (or none) and removes it. */
  async removeTag(id: TagId, into: TagId | null): Promise<void> {
    for (const each of into === null ? [id] : [id, into])
      if (!this.#library.taxonomy.value.tags.some((tag) => tag.id === each))
        throw new NewsroomError('taxonomy.not-found', { kind: 'tag' });
    await this.#journalled({ op: 'removeTag', id, into, at: this.#library.world.now().toISOString() });
  }

  /** Carries an operation to its end that a crash cut off. */
  async finish(name: string, intent: TaxonomyIntent): Promise<void> {
    await this.#carryOut(name, intent);
  }

  async #journalled(intent: TaxonomyIntent): Promise<void> {
    await this.#library.assertWritable();
    if (intent.id === intent.into) throw new NewsroomError('input.invalid', { detail: 'into itself' });
    await this.#carryOut(this.#library.world.newId(), intent);
  }

  async #carryOut(name: string, intent: TaxonomyIntent): Promise<void> {
    await this.#library.journal.carryOut(name, intent, async () => {
      if (intent.op === 'removeSection') {
        await this.#rewrite('section', intent.id, (story) => ({ ...story, sectionId: intent.into }));
        await this.#change((taxonomy) => ({
          ...taxonomy,
          sections: taxonomy.sections.filter(({ id }) => id !== intent.id),
        }));
        return;
      }
      const { id, into } = intent;
      await this.#rewrite('tag', id, (story) => {
        const kept = story.tagIds.filter((tag) => tag !== id && tag !== into);
        return { ...story, tagIds: into === null ? kept : [...kept, into] };
      });
      await this.#change((taxonomy) => ({ ...taxonomy, tags: taxonomy.tags.filter((tag) => tag.id !== id) }));
    });
  }

  /** Changes every story that carries a mark, in batches; each batch is safe before the next begins. */
  async #rewrite(kind: MarkKind, key: string, change: (story: Story) => Story): Promise<void> {
    for (;;) {
      const rows = this.#library.index.marked(kind, key, batch);
      if (rows.length === 0) return;
      const states = await Promise.all(rows.map(({ id }) => this.#library.stories.read(id)));
      await this.#library.saveMany(states.map(({ story, sha256 }) => ({ story: change(story), expected: sha256 })));
    }
  }

  #newSection(name: string, colour: string, subject: SubjectCode | null, beside: readonly Section[] = []): Section {
    this.#assertFree('section', name, null);
    const taken = new Set([...this.#library.taxonomy.value.sections, ...beside].map((section) => section.slug));
    const stem = slug(name) || 'section';
    return {
      id: sectionId.parse(this.#library.world.newId()),
      name: name.trim(),
      slug: uniqueStem(stem, taken),
      colour,
      subject,
    };
  }

  #section(id: SectionId): Section {
    const section = this.#library.taxonomy.value.sections.find((each) => each.id === id);
    if (!section) throw new NewsroomError('taxonomy.not-found', { kind: 'section' });
    return section;
  }

  #assertFree(kind: 'section' | 'tag', name: string, own: string | null): void {
    const { sections, tags } = this.#library.taxonomy.value;
    const named: readonly { id: string; name: string }[] = kind === 'section' ? sections : tags;
    if (named.some((each) => each.id !== own && foldName(each.name) === foldName(name)))
      throw new NewsroomError('taxonomy.duplicate', { kind, name });
  }

  async #change(change: (taxonomy: Taxonomy) => Taxonomy): Promise<void> {
    await this.#library.assertWritable();
    await this.#library.taxonomy.change(change);
  }
}
