import fc from 'fast-check';
import type { DocumentNode, Mark, StoryDocument } from '../../src/core/document/document.js';
import { picture } from './rendition.js';
import { uuid } from './story.js';

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
  .tuple(
    fc.subarray(['bold', 'italic', 'underline', 'strike', 'subscript', 'highlight']),
    fc.option(href, { freq: 4 }),
    fc.subarray(['language', 'code'], { maxLength: 1 }),
  )
  .map(([names, address, last]) => [
    ...names.map((type) => ({ type })),
    ...(last[0] === 'language' ? [{ type: 'language', attrs: { lang: 'fr-CA' } }] : []),
    ...(address === null ? [] : [{ type: 'link', attrs: { href: address } }]),
    ...(last[0] === 'code' ? [{ type: 'code' }] : []),
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
const code = fc
  .tuple(fc.constantFrom('', 'sh', 'c++'), fc.array(anyLine, { minLength: 1, maxLength: 3 }))
  .map(([language, lines]): DocumentNode => ({
    type: 'codeBlock',
    attrs: { language },
    content: [{ type: 'text', text: lines.join('\n\n') }],
  }));
/** The stories whose cards stand in bodies, for the exporters. */
export const anyCards = {
  [uuid(70)]: {
    href: 'https://example.org/70/',
    section: 'Sport',
    headline: 'A card',
    excerpt: 'Its words',
    image: null,
  },
};
const embed = anyLine.map((title): DocumentNode => ({
  type: 'embed',
  attrs: { provider: 'YouTube', url: 'https://youtube.com/embed/x', title },
}));
const pullQuote = fc
  .tuple(anyLine, inline)
  .map(([credit, content]): DocumentNode => ({ type: 'pullQuote', attrs: { credit }, content }));
const gallery = fc
  .tuple(anyLine, fc.array(image, { minLength: 1, maxLength: 3 }))
  .map(([caption, content]): DocumentNode => ({ type: 'gallery', attrs: { caption }, content }));
const leaf: fc.Arbitrary<DocumentNode> = fc.oneof(
  { weight: 8, arbitrary: inline.map((content): DocumentNode => ({ type: 'paragraph', content })) },
  fc
    .tuple(fc.constantFrom(2, 3, 4), inline)
    .map(([level, content]): DocumentNode => ({ type: 'heading', attrs: { level }, content })),
  image,
  code,
  embed,
  pullQuote,
  gallery,
  fc.constant<DocumentNode>({ type: 'horizontalRule' }),
  fc.constant<DocumentNode>({ type: 'storyCard', attrs: { storyId: uuid(70) } }),
);
/** The words that a block keeps in an attribute, often none. */
const own = fc.oneof(fc.constant(''), anyLine);
const { block } = fc.letrec<{ block: DocumentNode; item: DocumentNode; table: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    fc
      .tuple(own, fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
      .map(([attribution, content]) => ({ type: 'blockquote', attrs: { attribution }, content })),
    fc
      .tuple(own, fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
      .map(([title, content]) => ({ type: 'factbox', attrs: { title }, content })),
    tie('table'),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.constantFrom(1, 1, 3, 12), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]) => ({ type: 'orderedList', attrs: { start }, content })),
  ),
  item: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'listItem', content })),
  table: fc
    .tuple(
      own,
      fc.integer({ min: 2, max: 3 }),
      fc.array(fc.array(tie('block'), { maxLength: 2 }), { minLength: 9, maxLength: 9 }),
      fc.boolean(),
    )
    .map(([caption, columns, cells, isPlain]) => ({
      type: 'table',
      attrs: { caption: isPlain ? '' : caption },
      content: Array.from({ length: Math.floor(cells.length / columns) }, (_, row) => ({
        type: 'tableRow',
        content: cells.slice(row * columns, (row + 1) * columns).map((content): DocumentNode => ({
          type: row === 0 ? 'tableHeader' : 'tableCell',
          content: content.length > 0 ? content : [{ type: 'paragraph' }],
        })),
      })),
    })),
}));

/** A body that holds every node and mark that can be published, with text that tries to break out of any format. */
export function anyBody(): fc.Arbitrary<StoryDocument> {
  const footnote = anyLine.map((value): DocumentNode => ({
    type: 'footnote',
    content: [{ type: 'text', text: value }],
  }));
  // Notes inside boxes are told apart by some formats only (`footnote` among the losses), so they stand in paragraphs.
  const noted = fc
    .tuple(inline, footnote, inline)
    .map(([before, note, after]): DocumentNode => ({ type: 'paragraph', content: [...before, note, ...after] }));
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: block }, noted), { minLength: 1, maxLength: 5 })
    .map((content) => ({ type: 'doc', content }));
}
