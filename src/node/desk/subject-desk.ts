import type { Subject } from '../../core/contract/calls.js';
import type { SubjectCode } from '../../core/ids.js';
import type { MediaTopic } from '../../core/taxonomy/media-topics.js';
import type { Library } from '../library/library.js';
import { mediaTopics } from './topics.js';

/** The topics of the trade, in the publication's language, with how many stories of this library carry each. */
export class SubjectDesk {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  search(text: string): Subject[] {
    const counts = this.#library.index.counters('subject');
    const about = { language: this.#language, inUse: new Set(Object.keys(counts)), limit: 12 };
    return mediaTopics()
      .search(text, about)
      .map((topic) => this.#counted(topic));
  }

  children(parent: SubjectCode | null): Subject[] {
    return mediaTopics()
      .children(parent, { language: this.#language })
      .map((topic) => this.#counted(topic));
  }

  /** Topics by code, in their order; unknown codes stand for themselves. */
  named(codes: readonly SubjectCode[]): Subject[] {
    return codes.map((code) => {
      const unknown = { code, label: code, path: [], definition: '', hasChildren: false, retired: true };
      return this.#counted(mediaTopics().topic(code, this.#language) ?? unknown);
    });
  }

  get #language(): string {
    return this.#library.settings.value.language;
  }

  #counted(topic: MediaTopic): Subject {
    return { ...topic, path: [...topic.path], count: this.#library.index.count('subject', topic.code) };
  }
}
