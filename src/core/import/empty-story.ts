import { emptyDocument } from '../document/document.js';
import type { ImportedStory } from './importer.js';

/** A story about which a source has said nothing yet: importers fill in what they found. */
export const emptyStory: ImportedStory = {
  content: {},
  body: emptyDocument,
  sectionName: '',
  tagNames: [],
  authorNames: [],
  related: [],
  leadImage: null,
};
