/** Der Ordner, den mehrere Pulte teilen. */
export const deFolder = {
  'command.folder': 'Gemeinsamer Ordner',
  'folder.title': 'Gemeinsamer Ordner',
  'folder.files': 'Dateien im gemeinsamen Ordner',
  'folder.lead':
    'Ein Ordner auf einem Netzlaufwerk, einem Stick oder einer, den ein Abgleich trägt. Was ein Pult dort ablegt, nehmen die anderen auf; was zurückkommt, wird zusammengeführt.',
  'folder.choose': 'Ordner wählen…',
  'folder.chooseOther': 'Anderen Ordner wählen…',
  'folder.forget': 'Keinen Ordner benutzen',
  'folder.empty': 'Im Ordner liegt nichts.',
  'folder.more': {
    one: '{n} weitere Datei wurde nicht angesehen.',
    other: '{n} weitere Dateien wurden nicht angesehen.',
  },
  'folder.vanished': {
    one: '{n} Artikel, der im gemeinsamen Ordner wartete, ist fort: {headlines}. Hier wurde nichts geändert. Bei dem nachfragen, der ihn abgelegt hat.',
    other:
      '{n} Artikel, die im gemeinsamen Ordner warteten, sind fort: {headlines}. Hier wurde nichts geändert. Bei denen nachfragen, die sie abgelegt haben.',
  },
  'folder.new': 'Neu hier',
  'folder.newer': 'Geändert',
  'folder.mine': 'Von diesem Pult abgelegt',
  'folder.taken': 'Schon aufgenommen',
  'folder.older': 'Älter: Ein späterer Stand liegt daneben',
  'folder.copy': 'Eine zweite Kopie',
  'folder.partial': 'Nicht ganz, oder noch nicht',
  'folder.refused': 'Nicht gelesen: keine Datei von uns',
  'folder.from': 'von {name}',
  'folder.to': 'für {name}',
  'folder.claimedHere': 'Ihrer seit {time}',
  'folder.claimedBy': '{name} arbeitet seit {time} daran',
  'folder.take': 'Aufnehmen',
  'folder.claim': 'Beanspruchen',
  'folder.release': 'Freigeben',
  'folder.place': 'In den gemeinsamen Ordner legen',
} as const;
