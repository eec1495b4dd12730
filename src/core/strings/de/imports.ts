import type { PartialCatalogue } from '../strings.js';

/** Wie `en/imports.ts`. */
export const deImports = {
  'import.preview':
    '{total} gelesen: {imported} würden übernommen, {duplicates} schon vorhanden, {refused} abgelehnt. {withLosses} würden etwas verlieren. Noch ist nichts geschrieben.',
  'import.report':
    '{total} gelesen: {imported} übernommen, {duplicates} schon vorhanden, {refused} abgelehnt. {withLosses} haben etwas verloren.',
  'import.cancelled': 'Abgebrochen; was bis dahin übernommen wurde, bleibt und lässt sich zurücknehmen.',
  'import.wouldCome': 'Würde übernommen',
  'import.busy.look': 'Dateien werden angesehen…',
  'import.busy.run': 'Wird importiert…',
  'import.busy.undo': 'Import wird zurückgenommen…',
  'import.names': 'Ressorts und Schlagwörter dieser Artikel',
  'import.nameThere': 'In den Dateien',
  'import.nameAs': 'Wird',
  'import.nameHere': 'Name hier',
  'import.nameStories': { one: '{n} Artikel', other: '{n} Artikel' },
  'import.nameKnown': 'hier bekannt',
  'import.nameNew': 'neu',
  'import.as.section': 'Ressort',
  'import.as.tag': 'Schlagwort',
  'import.as.none': 'Weglassen',
  'import.asFor': 'Was „{name}“ wird',
  'import.hereFor': 'Name von „{name}“ hier',
  'import.moreNames': { one: '{n} weiterer Name kommt wie er ist', other: '{n} weitere Namen kommen wie sie sind' },
  'import.moreRows': { one: '{n} weiterer wird nicht gezeigt', other: '{n} weitere werden nicht gezeigt' },
  'import.past': 'Frühere Importe',
  'import.undo': 'Diesen Import zurücknehmen',
  'import.wasUndone': 'Zurückgenommen',
  'import.undone': 'Entfernt: {removed}. Geblieben: {kept}.',
  'import.kept.changed': 'seit dem Import geändert, bleibt',
  'import.kept.linked': 'ein anderer Artikel verweist darauf, bleibt',
} satisfies PartialCatalogue;
