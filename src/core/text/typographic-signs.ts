/** How a language sets quotations and breaks; what is null is left as it was typed. */
export interface TypographicSigns {
  /** Opening and closing mark of a quotation, with the space inside where the language has one. */
  readonly double: readonly [open: string, close: string] | null;
  /** Marks of a quotation inside a quotation; null = a typed ' is always an apostrophe. */
  readonly single: readonly [open: string, close: string] | null;
  /** Marks of a quotation inside a quotation where the key of the outer one types both; null = it does not. */
  readonly inner: readonly [open: string, close: string] | null;
  /** What `--` becomes: the dash that parts a thought in running text. */
  readonly dash: string;
  /** A narrow space that stands before ; ! ? and an ordinary no-break space before a colon. */
  readonly spacedSigns: boolean;
}

const narrow = '\u202f';
const enDash = '\u2013';
const emDash = '\u2014';
const signs = (
  double: TypographicSigns['double'],
  single: TypographicSigns['single'],
  dash = enDash,
  spacedSigns = false,
  inner: TypographicSigns['inner'] = null,
): TypographicSigns => ({ double, single, dash, spacedSigns, inner });

const english = signs(['“', '”'], ['‘', '’']);
const lowHigh = signs(['„', '“'], ['‚', '‘']);
const swiss = signs(['«', '»'], ['‹', '›']);
const twice = signs(['”', '”'], ['’', '’']);
const none = signs(null, null);

/**
 * Marks by language tag, the longest tag that fits. Marks: Unicode CLDR 46, delimiters of each language (quotationStart,
 * alternateQuotationStart), except where the trade differs: French spaces and inner marks after the Lexique of the
 * Imprimerie nationale (French guillemets take a narrow no-break space, inner quotations “ ”, in Switzerland ‹ ›); Danish as in the
 * newspapers (»…«); Arabic «…» as the agencies set it. Dashes: Chicago 6.85 (em dash, closed up) for en-US; New
 * Hart's Rules 4.11.2 (spaced en dash) for other English; Duden D 60 (spaced en dash) for German; RAE, Ortografía
 * 3.4.2.2 (raya, em dash) for Spanish. Japanese types its own 「」, Hebrew writes gershayim with the straight marks'
 * keys: both are left as typed.
 */
const byTag: Readonly<Record<string, TypographicSigns>> = {
  en: english,
  'en-US': signs(['“', '”'], ['‘', '’'], emDash),
  'en-CA': signs(['“', '”'], ['‘', '’'], emDash),
  de: lowHigh,
  'de-CH': swiss,
  'de-LI': swiss,
  fr: signs([`«${narrow}`, `${narrow}»`], null, enDash, true, ['“', '”']),
  'fr-CH': signs([`«${narrow}`, `${narrow}»`], null, enDash, true, [`‹${narrow}`, `${narrow}›`]),
  es: signs(['«', '»'], ['‘', '’'], emDash),
  ca: signs(['«', '»'], null, enDash),
  it: signs(['«', '»'], null),
  'it-CH': signs(['«', '»'], null),
  pt: english,
  'pt-PT': signs(['«', '»'], ['‘', '’']),
  nl: english,
  sv: twice,
  fi: twice,
  da: signs(['»', '«'], ['›', '‹']),
  no: signs(['«', '»'], ['‘', '’']),
  nb: signs(['«', '»'], ['‘', '’']),
  nn: signs(['«', '»'], ['‘', '’']),
  pl: signs(['„', '”'], ['«', '»']),
  cs: lowHigh,
  sk: lowHigh,
  sl: lowHigh,
  bg: signs(['„', '“'], ['’', '’']),
  hr: signs(['„', '”'], ['‚', '’']),
  hu: signs(['„', '”'], null),
  ro: signs(['„', '”'], null),
  ru: signs(['«', '»'], null, emDash),
  uk: signs(['«', '»'], null, emDash),
  el: signs(['«', '»'], ['‘', '’']),
  tr: english,
  ar: signs(['«', '»'], null),
  fa: signs(['«', '»'], null),
  he: none,
  ja: none,
  'zh-Hant': none,
  zh: signs(['“', '”'], ['‘', '’'], emDash.repeat(2)),
  ko: english,
};

/** The signs of a language, by its BCP 47 tag; those of English where the language is not in the table. */
export function signsOf(language: string): TypographicSigns {
  const parts = language.split('-');
  for (let size = parts.length; size > 0; size -= 1) {
    const found = byTag[parts.slice(0, size).join('-')];
    if (found) return found;
  }
  return english;
}
