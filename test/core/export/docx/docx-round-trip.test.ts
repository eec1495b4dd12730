import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentView } from '../../../../src/core/document/document-view.js';
import { tidyBody } from '../../../../src/core/document/tidy-body.js';
import type { DocumentNode, StoryDocument } from '../../../../src/core/document/document.js';
import { exporters } from '../../../../src/core/export/exporters.js';
import type { Rendition } from '../../../../src/core/export/rendition.js';
import { importers } from '../../../../src/core/import/importers.js';
import { anyBody, anyCards } from '../../../builders/any-body.js';
import { asPublished } from '../../../builders/as-published.js';
import { readOne } from '../../../builders/import-context.js';
import { exportOptions, picture, rendition, renditionImage } from '../../../builders/rendition.js';
import { doc, h, p } from '../../../builders/story.js';

async function write(given: Rendition): Promise<Uint8Array> {
  const { files } = await exporters.docx.render(given, exportOptions());
  const content = files[0]?.content;
  if (!(content instanceof Uint8Array)) throw new Error('no file');
  return content;
}

/** A body as a Word file can hold it: every picture is one of the file's own, no sign that XML has no place for. */
function asCarried(node: DocumentNode): DocumentNode {
  const text = (value: string): string => value.replace(/[\ufffe\uffff]/gu, '');
  const attrs = node.attrs
    ? Object.fromEntries(
        Object.entries(node.attrs).map(([name, value]) => [name, typeof value === 'string' ? text(value) : value]),
      )
    : undefined;
  return {
    ...node,
    ...(attrs ? { attrs: node.type === 'image' ? { ...attrs, media: 'x' } : attrs } : {}),
    ...(node.text === undefined ? {} : { text: text(node.text) }),
    ...(node.content ? { content: node.content.map(asCarried) } : {}),
  };
}

test('any body comes back from a Word file the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyBody(), async (body) => {
      const media = { [picture(1)]: { width: 800, height: 600 } };
      const bytes = await write(rendition({ storyCards: anyCards, body, media, leadImage: null }));
      const { story } = await readOne(importers.docx, bytes);
      const carried = (given: StoryDocument): DocumentNode => asCarried(tidyBody(documentView(given, 'accepted')));
      expect(tidyBody(carried(story.body) as StoryDocument)).toEqual(
        tidyBody(carried(asPublished(tidyBody(body), 'images')) as StoryDocument),
      );
    }),
    { numRuns: 300 },
  );
});

test('the fields of a story come back from a Word file', async () => {
  const given = rendition({
    kicker: 'Harbour',
    headline: 'Ferry returns',
    dek: 'After a year.',
    hasOwnDek: true,
    byline: 'Anna Lindqvist',
    leadImage: renditionImage({ alt: 'A ferry', caption: 'The ferry', credit: 'Photo: B' }),
    body: doc(p('It came.'), h(3, 'Later')),
    bodyFooter: 'Anna writes.',
  });
  const { story } = await readOne(importers.docx, await write(given));
  expect(story).toMatchObject({
    content: {
      kicker: 'Harbour',
      headline: 'Ferry returns',
      dek: 'After a year.',
      byline: 'Anna Lindqvist',
      bodyFooter: 'Anna writes.',
    },
    leadImage: { alt: 'A ferry', caption: 'The ferry', credit: 'Photo: B' },
    body: doc(p('It came.'), h(3, 'Later')),
    tagNames: given.tags,
  });
});
