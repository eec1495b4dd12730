import { Mark } from '@tiptap/core';
import { isLanguageTag } from '../../core/document/attribute-rules.js';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    language: {
      /** Says that the selection is in another language (BCP 47); refused for what is no tag. */
      setLanguage: (lang: string) => ReturnType;
      unsetLanguage: () => ReturnType;
    };
  }
}

/** Words in another language: read aloud, spelled and hyphenated as such. */
export const Language = Mark.create({
  name: 'language',
  addAttributes: () => ({
    lang: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('lang') ?? '' },
  }),
  parseHTML: () => [
    {
      tag: 'span[lang]',
      consuming: false,
      getAttrs: (element) => (isLanguageTag(element.getAttribute('lang') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ mark }) => ['span', { lang: String(mark.attrs['lang']) }, 0],
  addCommands() {
    return {
      setLanguage:
        (lang) =>
        ({ commands }) =>
          isLanguageTag(lang) && commands.setMark(this.name, { lang }),
      unsetLanguage:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
});
