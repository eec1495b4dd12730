/** A text of the window: plain, or one form per plural category of `{n}` (Intl.PluralRules of the language). */
export type Message = string | PluralMessage;
export type PluralMessage = { readonly other: string } & Partial<
  Readonly<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>>
>;
