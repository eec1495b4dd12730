import { MediaTopics, type MediaTopicsFile } from '../../core/taxonomy/media-topics.js';
import type { SubjectCode } from '../../core/ids.js';
import { resourceText } from '../resources.js';

let topics: MediaTopics | undefined;

/** The IPTC Media Topics, read once, when first asked for. */
export function mediaTopics(): MediaTopics {
  return (topics ??= new MediaTopics(
    JSON.parse(resourceText('taxonomies', 'iptc-mediatopics.json')) as MediaTopicsFile,
  ));
}

/** The name of a topic in a language, for a page. */
export const topicLabel = (code: SubjectCode, language: string): string => mediaTopics().label(code, language);
