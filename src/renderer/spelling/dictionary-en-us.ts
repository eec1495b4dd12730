// The word list as the package carries it (SCOWL; licence in `resources/dictionaries`), read as text into a part of its own.
import aff from '../../../node_modules/dictionary-en/index.aff?raw';
import dic from '../../../node_modules/dictionary-en/index.dic?raw';

export const dictionary = { aff, dic } as const;
