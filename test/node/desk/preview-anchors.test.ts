import { describe, expect, test } from 'vitest';
import { anchorsInPage, markBlocks } from '../../../src/node/desk/preview-anchors.js';
import { doc, li, p, ul, uuid } from '../../builders/story.js';

describe('the anchors of a preview', () => {
  test('stand at the start of each block of text, in lists too', () => {
    const named = (node: ReturnType<typeof p>, id: number): ReturnType<typeof p> => ({
      ...node,
      attrs: { blockId: uuid(id) },
    });
    const { document, ids } = markBlocks(
      doc(named(p('One'), 1), ul(li(named(p('Two'), 2))), p('Without an id'), named(p(), 3)),
    );
    expect(ids).toEqual([uuid(1), uuid(2)]);
    const marked = document.content?.[0]?.content?.[0]?.text ?? '';
    expect(anchorsInPage(`<body><p>${marked}One</p></body>`)).toBe(
      `<body><p><span id="at-${uuid(1)}"></span>One</p></body>`,
    );
  });

  test('are nowhere but in the text: not in the head, a tag or a script', () => {
    const mark =
      markBlocks(doc({ ...p('x'), attrs: { blockId: 'b1' } })).document.content?.[0]?.content?.[0]?.text ?? '';
    const page = `<head><title>${mark}T</title></head><body><script>"${mark}"</script><a title="${mark}t">${mark}L</a></body>`;
    expect(anchorsInPage(page)).toBe(
      '<head><title>T</title></head><body><script>""</script><a title="t"><span id="at-b1"></span>L</a></body>',
    );
  });
});
