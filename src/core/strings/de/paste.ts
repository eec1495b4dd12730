import type { enPaste } from '../en/paste.js';
import type { Message } from '../message.js';

export const dePaste = {
  'paste.title': 'Was sich beim Einfügen geändert hat',
  'paste.whatChanged': 'Was hat sich geändert?',
  'paste.removed': {
    one: '{n} Sache aus dem eingefügten Text konnte nicht so mitkommen, wie sie war.',
    other: '{n} Sachen aus dem eingefügten Text konnten nicht so mitkommen, wie sie waren.',
  },
  'paste.quoteLost': {
    one: 'Ein Zitat des eingefügten Textes kam nicht Wort für Wort an.',
    other: '{n} Zitate des eingefügten Textes kamen nicht Wort für Wort an.',
  },
  'paste.changesCame': {
    one: 'Der eingefügte Text brachte eine nachverfolgte Änderung mit. Sie bleibt als Vorschlag.',
    other: 'Der eingefügte Text brachte {n} nachverfolgte Änderungen mit. Sie bleiben als Vorschläge.',
  },
  'paste.quotesChanged': 'Zitate, die nicht Wort für Wort ankamen',
  'paste.quotesKept': {
    one: 'Ein zitiertes Wort kam an, wie es war.',
    other: '{n} zitierte Wörter kamen Wort für Wort an.',
  },
  'paste.changesKept': {
    one: 'Eine nachverfolgte Änderung bleibt als Vorschlag: weder angenommen noch abgelehnt.',
    other: '{n} nachverfolgte Änderungen bleiben als Vorschläge: weder angenommen noch abgelehnt.',
  },
  'paste.what': 'Weggelassen oder geändert',
  'paste.howOften': 'Wie oft',
  'paste.remote': 'Bilder auf anderen Computern, nicht geholt',
  'paste.missingPictures': 'Ein Bild, das nicht Teil der Kopie war, wurde weggelassen. Bitte von Hand hinzufügen',
  'paste.sourceKept': 'Kopiert von {url}: als vertraulicher Quellenvermerk an der Passage behalten.',
  'paste.sourceNote': 'Eingefügt von {url}',
  'paste.showMe': 'Zeigen',
  'paste.asText': 'Stattdessen als Text einfügen',
  'command.pasteText': 'Als Text einfügen',
} as const satisfies Record<keyof typeof enPaste, Message>;
