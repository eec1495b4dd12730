import type { enMachine } from '../en/machine.js';
import type { Message } from '../message.js';

export const arMachine = {
  'machine.language': 'لغة النافذة',
  'machine.languageSystem': 'كما في النظام',
  'machine.zoom': 'حجم نص النافذة',
  'machine.zoomValue': '{n} ٪',
  'command.zoomIn': 'أكبر',
  'command.zoomOut': 'أصغر',
  'command.zoomReset': 'الحجم المعتاد',
  'menu.cut': 'قص',
  'menu.copy': 'نسخ',
  'menu.paste': 'لصق',
  'menu.selectAll': 'تحديد الكل',
  'menu.quit': 'إنهاء',
} as const satisfies Record<keyof typeof enMachine, Message>;
