import { z } from 'zod';
import { personId } from '../ids.js';

export const personSchema = z.looseObject({
  id: personId,
  name: z.string().min(1).max(200),
  /** Two or three letters that stand for the person in a list. */
  initials: z.string().max(4),
  /** `#rrggbb`, the colour of the person's suggestions and notes. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  role: z.enum(['journalist', 'editor']),
});
export type Person = Readonly<z.infer<typeof personSchema>>;

export const peopleSchema = z.looseObject({ people: z.array(personSchema) });
export type People = Readonly<z.infer<typeof peopleSchema>>;

/** First letters of the first and last word of a name, "Anna Lindqvist" → "AL". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}
