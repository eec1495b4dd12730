/** Sources of a story, and where a person is named. */
export const enSources = {
  'sources.title': 'Sources',
  'sources.hint': 'People spoken to for this story: private, never leaves',
  'sources.find': 'Add a source',
  'sources.create': 'Add {name} to the people as a source',
  'sources.note': 'Note on {name}',
  'sources.notePlaceholder': 'What was said, when, on or off the record',
  'people.uses': 'Used in: {name}',
  'people.usesNone': 'No story names this person.',
  'people.usesAs.author': 'As author',
  'people.usesAs.source': 'As source',
  'history.field.sources': 'Sources',
} as const;
