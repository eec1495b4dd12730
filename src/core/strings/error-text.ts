import type { Trouble } from '../contract/outcome.js';
import type { Strings } from './strings.js';

/** What an expected trouble says to a person, in the language of the window. */
export const errorText = (strings: Strings, { code, params }: Trouble): string => strings(`error.${code}`, params);
