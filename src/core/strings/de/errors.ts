/** Erwartete Schwierigkeiten, nach dem Code; und die Namen der mitgelieferten Vorlagen. */
export const deErrors = {
  'error.input.invalid':
    'Diese Eingabe passt nicht: {detail}. Nichts wurde geändert. Das genannte Feld berichtigen und noch einmal versuchen.',
  'error.input.too-large': '{detail}. Nichts wurde geändert. Teilen oder verkleinern und noch einmal versuchen.',
  'error.story.not-found':
    'Einen Text „{id}“ gibt es in dieser Bibliothek nicht. Nichts wurde geändert. Die Kennung in der Liste prüfen.',
  'error.story.ambiguous':
    'Mehr als ein Text beginnt mit „{id}“. Nichts wurde geändert. Mehr Zeichen der Kennung angeben.',
  'error.story.changed-elsewhere':
    'Dieser Text wurde anderswo gespeichert, seit er geöffnet wurde. Beide Fassungen sind sicher. Vergleichen und wählen.',
  'error.story.frozen':
    'Ein Text im Status {state} wird nicht an Ort und Stelle geändert. Seine veröffentlichte Ausgabe ist sicher. Einen veröffentlichten berichtigen; von einem zurückgenommenen eine Kopie machen.',
  'error.workflow.not-allowed':
    'Ein Text kann nicht von {from} nach {to} wechseln. Er bleibt, wie er war. Erlaubt ist jetzt: {allowed}.',
  'error.workflow.note-missing':
    'Bitte begründen: {detail}. Der Text bleibt, wie er war. Den Grund angeben und noch einmal versuchen.',
  'error.workflow.gate-closed':
    'Nicht geschehen: {detail} Der Text bleibt, wie er war. Beheben, was die Prüfung nennt, oder es dort mit Begründung durchlassen, dann erneut versuchen.',
  'error.workflow.not-waivable':
    'Das lässt sich nicht durchlassen: {detail} Der Text bleibt, wie er war. Es im Text oder in den Notizen beheben.',
  'error.workflow.no-finding':
    'Die Prüfung findet „{finding}“ in diesem Text nicht. Nichts wurde geändert. Noch einmal prüfen.',
  'error.workflow.nothing-to-undo':
    'Es gibt keinen Schritt, der sich zurücknehmen lässt. Der Text bleibt, wie er ist. Eine Korrektur wird durch eine weitere Korrektur zurückgenommen.',
  'error.workflow.exported':
    'Dieser Schritt wurde nicht zurückgenommen: Der Text wurde seither exportiert, {at}. Er bleibt, wie er ist. Stattdessen berichtigen, vom Netz nehmen oder zurückziehen.',
  'error.folder.gone':
    'Der gemeinsame Ordner ist nicht erreichbar ({detail}). Hier wurde nichts geändert. Datenträger oder Netz wieder verbinden oder einen anderen Ordner wählen.',
  'error.folder.own':
    '„{name}“ hat dieses Pult in den Ordner gelegt; es wartet auf ein anderes. Nichts wurde geändert. Um es zurückzunehmen, die Datei entfernen.',
  'error.folder.no-file':
    '„{name}“ liegt nicht mehr im gemeinsamen Ordner. Nichts wurde geändert. Die Liste noch einmal ansehen.',
  'error.folder.claimed':
    '{name} arbeitet seit {at} an diesem Text. Nichts wurde geändert. Dort nachfragen oder warten, bis der Anspruch aufgegeben oder zwölf Stunden alt ist.',
  'error.correction.not-found':
    '„{wrong}“ steht nicht im veröffentlichten Text. Nichts wurde geändert. Die Wörter genau so angeben, wie sie hinausgingen.',
  'error.correction.ambiguous':
    '„{wrong}“ steht an {count} Stellen. Nichts wurde geändert. Angeben, welche gemeint ist: {places}.',
  'error.correction.nothing':
    'Berichtigt würde nichts. Der Text bleibt, wie er ist. Andere Wörter oder einen Hinweis angeben.',
  'error.store.damaged':
    'Die Datei dieses Textes ist beschädigt ({detail}). Die beschädigte Datei liegt in Quarantäne; andere Texte sind nicht betroffen. Eine frühere Fassung aus dem Verlauf zurückholen.',
  'error.store.not-a-library':
    'Dieser Ordner ist keine Copydesk-Bibliothek. Nichts darin wurde geändert. Einen Bibliotheksordner wählen oder eine neue Bibliothek anlegen.',
  'error.store.exists': 'Dieser Ordner enthält schon Dateien. Nichts darin wurde geändert. Einen leeren Ordner wählen.',
  'error.store.newer':
    'Diese Bibliothek stammt von einem neueren Copydesk (Schema {found}, dieses kennt {known}). Sie wurde nur zum Lesen geöffnet. Copydesk aktualisieren, um darin zu schreiben.',
  'error.store.locked':
    'Die Bibliothek wird von einem anderen Copydesk benutzt ({owner}). Nichts wurde geändert. Dort schließen oder hier nur zum Lesen öffnen.',
  'error.store.read-only': 'Die Bibliothek ist nur zum Lesen geöffnet ({detail}). Nichts wurde geändert.',
  'error.store.write-failed':
    'Nicht gespeichert: {detail}. Der Text ist noch hier, die letzte gespeicherte Fassung unberührt. Platz schaffen oder den Datenträger prüfen; Copydesk versucht es selbst noch einmal.',
  'error.import.not-readable':
    'Diese Datei ließ sich nicht lesen: {detail}. Nichts daraus wurde importiert. Die Datei prüfen.',
  'error.import.no-story': 'Dieser Eintrag ist kein Artikel: {detail}. Daraus wurde nichts gemacht.',
  'error.import.not-returned':
    '„{name}“ ist kein Word-Dokument, das von hier übergeben wurde. Nichts wurde geändert. Um einen neuen Text daraus zu machen, importieren.',
  'error.import.hand-over':
    'Das ist ein Artikel, den ein anderes Desk übergeben hat ({detail}). Nichts daraus wurde importiert. Nehmen Sie ihn an mit „Übergaben annehmen…“ oder `copydesk merge`.',
  'error.import.unknown-format': 'Diese Art von Datei kennt Copydesk nicht ({detail}). Nichts daraus wurde importiert.',
  'error.import.encrypted':
    'Diese Datei ist durch ein Passwort geschützt und nicht lesbar. Nichts daraus wurde importiert. Das Passwort im Programm, aus dem sie stammt, entfernen und sie noch einmal importieren.',
  'error.import.old-word':
    'Diese Datei ist von einer alten Office-Art (.doc), die Copydesk nicht liest. Nichts daraus wurde importiert. Als .docx oder .rtf speichern und das importieren.',
  'error.media.not-an-image':
    '„{name}“ ist kein Bild, das Copydesk verwenden kann ({detail}). Nichts wurde hinzugefügt. JPEG, PNG, GIF, WebP oder AVIF verwenden.',
  'error.media.clean-unsure':
    'Eine frühere Fassung ({detail}) ließ sich nicht lesen; welche Bilder sie braucht, ist nicht bekannt. Nichts wurde entfernt. Zuerst die Bibliothek prüfen und reparieren (Befehl verify).',
  'error.media.not-found':
    'Das Bild {id} ist nicht in dieser Bibliothek. Der Text ist sicher. Das Bild noch einmal einfügen.',
  'error.export.withheld': 'Dieser Text ist im Status {state} und darf nicht hinaus. Nichts wurde geschrieben.',
  'error.export.embargoed': 'Dieser Text hat eine Sperrfrist bis {at} ({tz}). Nichts wurde geschrieben.',
  'error.export.no-printer':
    'Es ließ sich kein PDF machen: {detail}. Der Text ist sicher, andere Formate werden geschrieben. PDFs macht die App selbst.',
  'error.site.theme': 'Das Thema hat einen Fehler in {file}, Zeile {line}: {detail}. Nichts wurde geschrieben.',
  'error.site.no-theme':
    'Ein Thema „{theme}“ gibt es nicht. Vorhanden sind {known}; eigene liegen im Ordner „themes“ der Bibliothek.',
  'error.site.busy': 'Diesen Ordner schreibt gerade ein anderer Lauf: {owner}. Nichts wurde geschrieben.',
  'error.export.folder':
    'Der Ordner ließ sich nicht beschreiben: {detail}. In der Bibliothek hat sich nichts geändert. Einen anderen Ordner wählen.',
  'error.taxonomy.not-found': 'Das gibt es nicht mehr ({kind}). Nichts wurde geändert.',
  'error.taxonomy.duplicate':
    'Es gibt schon etwas mit dem Namen „{name}“ ({kind}). Nichts wurde geändert. Die beiden stattdessen zusammenführen.',
  'error.taxonomy.in-use': '{count} Texte verwenden das ({kind}). Nichts wurde geändert. Angeben, wohin sie kommen.',
  'error.settings.invalid': 'Die Einstellung {field} ist nicht gültig: {detail}. Der alte Wert bleibt.',
  'error.call.refused': 'Die Anfrage wurde abgelehnt ({detail}). Nichts wurde geändert.',
  'error.job.cancelled': 'Abgebrochen. {detail}',
  'template.news': 'Nachricht',
  'template.brief': 'Meldung',
  'template.feature': 'Reportage',
  'template.opinion': 'Meinung',
  'template.live-notes': 'Live-Notizen',
  'template.obituary': 'Nachruf',
} as const;
