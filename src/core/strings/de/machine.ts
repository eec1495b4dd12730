import type { enMachine } from '../en/machine.js';
import type { Message } from '../message.js';

export const deMachine = {
  'machine.language': 'Sprache des Fensters',
  'machine.languageSystem': 'Wie das System',
  'machine.zoom': 'Schriftgröße des Fensters',
  'machine.zoomValue': '{n} %',
  'command.zoomIn': 'Größer',
  'command.zoomOut': 'Kleiner',
  'command.zoomReset': 'Übliche Größe',
  'menu.cut': 'Ausschneiden',
  'menu.copy': 'Kopieren',
  'menu.paste': 'Einfügen',
  'menu.selectAll': 'Alles auswählen',
  'menu.quit': 'Beenden',
} as const satisfies Record<keyof typeof enMachine, Message>;
