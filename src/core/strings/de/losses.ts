/** Was beim Einfügen oder Importieren nicht mitkam, nach dem Code des Verlusts. */
export const deLosses = {
  'loss.depth': 'Zu tief verschachtelte Listen oder Zitate wurden abgeflacht',
  'loss.script': 'Skripte wurden entfernt',
  'loss.embed': 'Eingebettete Medien ohne Adresse (Video, Ton, Rahmen) wurden entfernt',
  'loss.drawing': 'Zeichnungen in der Seite wurden entfernt',
  'loss.formField': 'Formularfelder und Schaltflächen wurden entfernt',
  'loss.hidden': 'Text, den die Seite verbirgt, wurde entfernt',
  'loss.editorNote': 'Kommentare der Textverarbeitung wurden entfernt',
  'loss.pageMargin': 'Kopf- und Fußzeilen der Textverarbeitung wurden entfernt',
  'loss.trackingPixel': 'Ein unsichtbares Bild, das Leser meldet, wurde entfernt',
  'loss.remoteImage':
    'Ein Bild auf einem anderen Rechner wurde nicht geholt; seine Bildunterschrift blieb als Absatz. Das Bild von Hand hinzufügen',
  'loss.image':
    'Ein Bild, das nicht mitkommen kann, wurde entfernt: ohne lesbare Adresse oder von einer Art, die nicht angenommen wird',
  'loss.handler': 'Skriptaufrufe an Elementen wurden entfernt',
  'loss.styling': 'Schriften, Größen und Farben wurden entfernt',
  'loss.unsafeLink': 'Ein Link mit einer Skript- oder Datenadresse wurde entfernt; sein Text blieb',
  'loss.relativeLink': 'Ein Link neben die Seite wurde entfernt, weil die Seite ihre eigene Adresse nicht nennt',
  'loss.anchorLink': 'Ein Link innerhalb der Seite wurde entfernt; sein Text blieb',
  'loss.otherLink': 'Ein Link, der weder ins Netz noch zu einer Mail führt, wurde entfernt; sein Text blieb',
  'loss.share': 'Teilen-Wörter der Seite wurden weggelassen',
  'loss.commentForm': 'Das Kommentarformular der Seite wurde weggelassen',
  'loss.navigation': 'Menüs, Kopf und Fuß der Seite wurden weggelassen',
  'loss.sidebar': 'Nebenstehendes der Seite wurde weggelassen',
  'loss.pictureMissing': 'Ein Bild lag nicht bei der Datei; seine Bildunterschrift blieb',
} as const;
