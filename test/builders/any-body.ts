import fc from 'fast-check';
import type { DocumentNode, Mark, StoryDocument } from '../../src/core/document/document.js';
import { picture } from './rendition.js';

/** Text that tries to be something else: mark-up, Markdown, templates, addresses, odd spaces, half pairs. */
const spiteful = fc.constantFrom(
  '<script>alert(1)</script>',
  '</style>',
  '<!--',
  '-->',
  ']]>',
  '<b>',
  '&amp;',
  '&#60;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '`',
  '```',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '#',
  '## ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '|',
  '---',
  '===',
  ':-',
  '[a](b)',
  '![x](y)',
  '[',
  ']',
  '(',
  ')',
  '{{ x }}',
  '{% y %}',
  '{{< z >}}',
  '\\',
  '\\*',
  'http://a.b/c',
  'https://x.org',
  'a@b.c',
  '  ',
  '\u00a0',
  ' \u00a0',
  '\t',
  '\n',
  '\u2028',
  '\ud800',
  '\u200b',
  '\u0000',
  '\u0007',
  'é',
  'e\u0301',
  '中文',
  'عربي',
  '👩‍🚀',
  '.',
  '!',
  '?',
  '/',
  ' ',
  'javascript:alert(1)',
  '\u3000',
  ':smile:',
  '---\n',
  '+++',
  '$x$',
  '^',
  '=',
  '“q”',
);
const words = fc.constantFrom('On', 'Monday', 'the', 'ferry', 'came', 'back', '17', 'a', 'B');
export const anyLine = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: words },
      { weight: 2, arbitrary: spiteful },
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')));

const href = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_b*c?d=1&e=2&copy;#f',
  'http://example.org/(x)',
  'mailto:desk@example.org',
  'https://example.org/ü <x>"',
);
const marks: fc.Arbitrary<readonly Mark[]> = fc
  .tuple(fc.subarray(['bold', 'italic', 'underline', 'strike']), fc.option(href, { freq: 4 }))
  .map(([names, address]) => [
    ...names.map((type) => ({ type })),
    ...(address === null ? [] : [{ type: 'link', attrs: { href: address } }]),
  ]);
const text = fc
  .tuple(anyLine, fc.oneof({ weight: 2, arbitrary: fc.constant<readonly Mark[]>([]) }, marks))
  .map(([value, own]): DocumentNode =>
    own.length > 0 ? { type: 'text', text: value, marks: own } : { type: 'text', text: value },
  );
const inline = fc.array(fc.oneof({ weight: 5, arbitrary: text }, fc.constant<DocumentNode>({ type: 'hardBreak' })), {
  minLength: 1,
  maxLength: 5,
});
const image = fc
  .record({ alt: anyLine, caption: anyLine, credit: fc.oneof(fc.constant(''), anyLine) })
  .map((attrs): DocumentNode => ({ type: 'image', attrs: { media: picture(1), ...attrs } }));
const leaf: fc.Arbitrary<DocumentNode> = fc.oneof(
  { weight: 5, arbitrary: inline.map((content): DocumentNode => ({ type: 'paragraph', content })) },
  fc
    .tuple(fc.constantFrom(2, 3, 4), inline)
    .map(([level, content]): DocumentNode => ({ type: 'heading', attrs: { level }, content })),
  image,
);
const { block } = fc.letrec<{ block: DocumentNode; item: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.constantFrom(1, 1, 3, 12), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
  ),
  item: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'listItem', content })),
}));

/** A body that holds every node and mark that can be published, with text that tries to break out of any format. */
export function anyBody(): fc.Arbitrary<StoryDocument> {
  return fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => ({ type: 'doc', content }));
}
