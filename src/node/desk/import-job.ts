import type { SectionId } from '../../core/ids.js';
import type { ImportFormat } from '../../core/import/importers.js';
import type { NameRule } from '../../core/import/name-mapping.js';
import type { Person } from '../../core/people/person.js';
import type { StoryState } from '../../core/story/states.js';

/** What a person asks of an import. */
export interface ImportJob {
  readonly paths: readonly string[];
  /** undefined = told by each file's name and content. */
  readonly format?: ImportFormat | undefined;
  /** The section of every story, whatever its file says. */
  readonly section?: SectionId | undefined;
  /** The section of stories that name none. */
  readonly fallbackSection?: SectionId | undefined;
  /** What becomes of the names of sections and tags; none = they stay as the files have them. */
  readonly rules?: readonly NameRule[];
  /** undefined = draft, or published for a format that says when a story was published. */
  readonly state?: StoryState | undefined;
  readonly person: Person | null;
  readonly dryRun?: boolean;
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (done: number) => void;
}
