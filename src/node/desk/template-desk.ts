import { NewsroomError } from '../../core/errors.js';
import type { StoryId } from '../../core/ids.js';
import { allTemplates, isShipped } from '../../core/story/shipped-templates.js';
import { suggestSluglines, type SluglineOffer } from '../../core/story/slugline.js';
import type { Story, StoryContent } from '../../core/story/story.js';
import type { Template } from '../../core/story/template.js';
import { foldName } from '../../core/text/fold.js';
import { twoDigits, wallTime } from '../../core/text/instant.js';
import { withBlockIds } from '../../core/document/block-ids.js';
import { sluglinesBetween } from '../index/list-stories.js';
import type { Library } from '../library/library.js';
import { sectionOf } from './named.js';

const day = 24 * 60 * 60_000;

/** The templates of a library: the shipped ones, as this newsroom changed them, and its own. */
export class TemplateDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  all(): Template[] {
    return [...allTemplates(this.#library.templates.value.templates)];
  }

  /** The template of a story; undefined where there is none or it is gone. */
  of(id: string | null): Template | undefined {
    return id === null ? undefined : this.all().find((template) => template.id === id);
  }

  /** What a story of this template starts with. @throws NewsroomError `taxonomy.not-found` */
  contentOf(id: string): Partial<StoryContent> {
    const template = this.of(id);
    if (!template) throw new NewsroomError('taxonomy.not-found', { kind: 'template' });
    const { taxonomy, world } = this.#library;
    const section = sectionOf(taxonomy.value, template.sectionId);
    return {
      templateId: template.id,
      genre: template.genre,
      body: withBlockIds(template.body, world.newId),
      ...(template.language === null ? {} : { language: template.language }),
      ...(section ? { sectionId: section.id } : {}),
    };
  }

  /** @throws NewsroomError `taxonomy.duplicate` for a second template of a name */
  async save(template: Template): Promise<Template[]> {
    await this.#library.assertWritable();
    const { id, name } = template;
    if (this.all().some((other) => other.id !== id && foldName(other.name) === foldName(name)))
      throw new NewsroomError('taxonomy.duplicate', { kind: 'template', name });
    await this.#library.templates.change((before) => ({
      ...before,
      templates: [...before.templates.filter((other) => other.id !== id), template],
    }));
    return this.all();
  }

  /** Stories of an own template that goes keep their words and are held to nothing any more. */
  async remove(id: string): Promise<Template[]> {
    await this.#library.assertWritable();
    if (!isShipped(id) && !this.of(id)) throw new NewsroomError('taxonomy.not-found', { kind: 'template' });
    await this.#library.templates.change((before) => ({
      ...before,
      templates: before.templates.filter((other) => other.id !== id),
    }));
    return this.all();
  }

  /** Names for a story from its headline, the pattern of its kind and the stories of the same day. */
  sluglines(story: Pick<Story, 'headline' | 'sectionId' | 'templateId'> & { readonly id: StoryId }): SluglineOffer[] {
    const { world, settings, taxonomy, index } = this.#library;
    const now = world.now();
    const wall = wallTime(now.toISOString(), settings.value.timeZone);
    const midnight = now.getTime() - (wall.hour * 60 + wall.minute) * 60_000;
    const [from, to] = [midnight, midnight + day].map((at) => new Date(at).toISOString().slice(0, 16));
    return [
      ...suggestSluglines({
        headline: story.headline,
        pattern: this.of(story.templateId)?.sluglinePattern || settings.value.sluglinePattern,
        section: sectionOf(taxonomy.value, story.sectionId)?.name ?? '',
        date: `${String(wall.year)}-${twoDigits(wall.month)}-${twoDigits(wall.day)}`,
        sameDay: sluglinesBetween(index, from ?? '', to ?? '', story.id),
      }),
    ];
  }
}
