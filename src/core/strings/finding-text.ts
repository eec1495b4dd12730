import { en } from './en.js';
import { createStrings, type StringKey, type StringParams, type Strings } from './strings.js';

/** What a rule found, said by a text of the catalogue; its parameters are words of the desk (a state, a field) or values. */
export interface Says {
  readonly key: StringKey;
  readonly params: StringParams;
}

const isKey = (key: string): key is StringKey => Object.hasOwn(en, key);

/** Parameters that name something of the desk, and where the catalogue has its word. */
const words: Readonly<Record<string, string>> = {
  state: 'state',
  field: 'required',
  weekday: 'weekday',
  slot: 'finding.slot',
  picture: 'finding.picture',
};

/** The text of a finding; undefined for a key that this version does not have. */
export function findingText(strings: Strings, key: string, params: StringParams): string | undefined {
  if (!isKey(key)) return undefined;
  const said = Object.entries(params).map(([name, value]) => {
    const word = `${words[name] ?? ''}.${String(value)}`;
    return [name, Object.hasOwn(words, name) && isKey(word) ? strings(word) : value] as const;
  });
  return strings(key, Object.fromEntries(said));
}

const english = createStrings('en');

/** The same in English, for the command line. */
export const englishFinding = ({ key, params }: Says): string => findingText(english, key, params) ?? key;
