import { Mark, markInputRule } from '@tiptap/core';

/** A few characters of code in a line; no typographic quotes are put into it. */
export const Code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', { dir: 'ltr' }, 0],
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^`])(`([^`\s](?:[^`]*[^`\s])?)`)$/u, type: this.type })];
  },
});
