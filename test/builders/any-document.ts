import fc from 'fast-check';
import type { DocumentNode, Mark, StoryDocument } from '../../src/core/document/document.js';

const plainMarks: readonly Mark[] = [{ type: 'bold' }, { type: 'italic' }, { type: 'underline' }, { type: 'strike' }];
const changeMark = fc.constantFrom<readonly Mark[]>(
  [],
  [],
  [{ type: 'insertion', attrs: { changeId: 'c1' } }],
  [{ type: 'deletion', attrs: { changeId: 'c2' } }],
);
const note = fc.constantFrom<readonly Mark[]>([], [], [{ type: 'annotation', attrs: { annotationId: 'a1' } }]);

const anyText: fc.Arbitrary<DocumentNode> = fc
  .record({
    text: fc.string({ unit: 'grapheme', minLength: 1 }),
    marks: fc.subarray([...plainMarks]),
    change: changeMark,
    note,
  })
  .map(({ text, marks, change, note: annotation }) => {
    const all = [...marks, ...change, ...annotation];
    return all.length > 0 ? { type: 'text', text, marks: all } : { type: 'text', text };
  });

const footnote = fc
  .array(anyText, { maxLength: 2 })
  .map((content): DocumentNode => (content.length > 0 ? { type: 'footnote', content } : { type: 'footnote' }));
const inline = fc.array(
  fc.oneof({ weight: 6, arbitrary: anyText }, fc.constant<DocumentNode>({ type: 'hardBreak' }), footnote),
  {
    maxLength: 5,
  },
);
const filled = (node: DocumentNode, content: readonly DocumentNode[]): DocumentNode =>
  content.length > 0 ? { ...node, content } : node;

const leaf: fc.Arbitrary<DocumentNode> = fc.oneof(
  { weight: 5, arbitrary: inline.map((content) => filled({ type: 'paragraph' }, content)) },
  fc
    .tuple(fc.constantFrom(2, 3, 4), inline)
    .map(([level, content]) => filled({ type: 'heading', attrs: { level } }, content)),
  fc.string().map((alt) => ({ type: 'image', attrs: { alt } })),
  inline.map((content) => filled({ type: 'pullQuote', attrs: { credit: 'Mo' } }, content)),
  fc.constant<DocumentNode>({ type: 'horizontalRule' }),
  fc.string().map((title) => ({ type: 'embed', attrs: { provider: '', url: 'https://example.org/', title } })),
);

const { block } = fc.letrec<{ block: DocumentNode; item: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote', content })),
    fc
      .tuple(fc.string(), fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
      .map(([title, content]) => ({ type: 'factbox', attrs: { title }, content })),
    fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 2 }).map((cells) => ({
      type: 'table',
      content: [{ type: 'tableRow', content: cells.map((content) => ({ type: 'tableCell', content })) }],
    })),
    fc
      .tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([type, content]) => ({ type, content })),
  ),
  item: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'listItem', content })),
}));

/** Any document that the rules allow, with tracked changes and annotations on its texts. */
export function anyDocument(): fc.Arbitrary<StoryDocument> {
  return fc.array(block, { minLength: 1, maxLength: 6 }).map((content) => ({ type: 'doc', content }));
}
