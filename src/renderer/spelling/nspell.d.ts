declare module 'nspell' {
  export interface Spell {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  export default function nspell(aff: string, dic: string): Spell;
}

declare module '*?raw' {
  const text: string;
  export default text;
}
