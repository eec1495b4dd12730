/** مصادر المادة، وأين يُذكر الشخص. */
export const arSources = {
  'sources.title': 'المصادر',
  'sources.hint': 'أشخاص تحدثنا إليهم من أجل هذه المادة: سرّي ولا يغادر أبدًا',
  'sources.find': 'إضافة مصدر',
  'sources.create': 'إضافة {name} إلى الأشخاص مصدرًا',
  'sources.note': 'ملاحظة عن {name}',
  'sources.notePlaceholder': 'ما قيل ومتى، وهل هو للنشر أم لا',
  'people.uses': 'يرد في: {name}',
  'people.usesNone': 'لا مادة تذكر هذا الشخص.',
  'people.usesAs.author': 'كاتبًا',
  'people.usesAs.source': 'مصدرًا',
  'history.field.sources': 'المصادر',
} as const;
