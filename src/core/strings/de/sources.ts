/** Quellen eines Textes, und wo eine Person genannt ist. */
export const deSources = {
  'sources.title': 'Quellen',
  'sources.hint': 'Personen, mit denen für diesen Text gesprochen wurde: vertraulich, verlässt das Haus nie',
  'sources.find': 'Quelle hinzufügen',
  'sources.create': '{name} als Quelle zu den Personen aufnehmen',
  'sources.note': 'Notiz zu {name}',
  'sources.notePlaceholder': 'Was gesagt wurde, wann, zitierfähig oder im Hintergrund',
  'people.uses': 'Verwendet in: {name}',
  'people.usesNone': 'Kein Text nennt diese Person.',
  'people.usesAs.author': 'Als Autor',
  'people.usesAs.source': 'Als Quelle',
  'history.field.sources': 'Quellen',
} as const;
