import type { Mark } from '../../document/document.js';

/** Where the text of a group goes. */
export type Destination =
  'text' | 'skip' | 'fonts' | 'info' | 'title' | 'author' | 'note' | 'fieldCode' | 'picture' | 'lists' | 'overrides';

/** What a group inherits from the one around it and forgets at its end. */
export interface RtfState {
  destination: Destination;
  /** Looks by the name of their mark. */
  looks: ReadonlySet<string>;
  font: number;
  /** Characters that follow each `\u` for old programs. */
  fallback: number;
  link: Mark | undefined;
  isHidden: boolean;
}

const toggles: Readonly<Record<string, string>> = {
  b: 'bold',
  i: 'italic',
  ul: 'underline',
  uld: 'underline',
  uldb: 'underline',
  ulw: 'underline',
  strike: 'strike',
  striked: 'strike',
  super: 'superscript',
  sub: 'subscript',
  highlight: 'highlight',
};
const offs: Readonly<Record<string, readonly string[]>> = {
  ulnone: ['underline'],
  nosupersub: ['superscript', 'subscript'],
};

/** Takes in a word that changes how text looks; false for any other. */
export function takeLook(state: RtfState, word: string, value: number | null): boolean {
  const looks = new Set(state.looks);
  if (word === 'plain') looks.clear();
  else if (offs[word] && Object.hasOwn(offs, word)) for (const name of offs[word]) looks.delete(name);
  else {
    const name = Object.hasOwn(toggles, word) ? toggles[word] : undefined;
    if (name === undefined) return false;
    if (value === 0) looks.delete(name);
    else looks.add(name);
  }
  state.looks = looks;
  return true;
}

export function marksOf({ looks, link }: RtfState): readonly Mark[] {
  const marks: Mark[] = [...looks].map((type) => ({ type }));
  return link ? [...marks, link] : marks;
}
