import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoryDocument } from '../../../src/core/document/document.js';
import { blockText, plainText, textBlocks } from '../../../src/core/document/plain-text.js';
import { tidyBody } from '../../../src/core/document/tidy-body.js';
import { collections } from '../../../src/core/export/collections.js';
import type { ExportOptions } from '../../../src/core/export/exporter.js';
import { exporters } from '../../../src/core/export/exporters.js';
import type { Importer } from '../../../src/core/import/importer.js';
import { importers } from '../../../src/core/import/importers.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { anyBody, anyCards } from '../../builders/any-body.js';
import { asPublished } from '../../builders/as-published.js';
import { readOne } from '../../builders/import-context.js';
import { exportOptions, fileText, picture, rendition } from '../../builders/rendition.js';

const fields = { storyCards: anyCards, media: { [picture(1)]: { width: 10, height: 10 } } };
type Writer = (body: StoryDocument) => Promise<string>;

const alone =
  (format: 'ninjs' | 'nitf' | 'newsml-g2', options: Partial<ExportOptions> = {}): Writer =>
  async (body) => {
    const { files } = await exporters[format].render(rendition({ ...fields, body }), exportOptions(options));
    return fileText(files, files[0]?.path ?? '');
  };
const wordPress: Writer = (body) => {
  const { themeText } = exportOptions();
  const { files } = collections.wxr.render([rendition({ ...fields, body })], { settings: defaultSettings, themeText });
  return Promise.resolve(fileText(files, 'wordpress.xml'));
};

const formats: readonly (readonly [string, Writer, Importer])[] = [
  ['ninjs 2.2', alone('ninjs'), importers.ninjs],
  ['ninjs 3.1', alone('ninjs', { ninjs: '3.1' }), importers.ninjs],
  ['NewsML-G2', alone('newsml-g2'), importers['newsml-g2']],
  ['NITF', alone('nitf'), importers.nitf],
  ['WXR', wordPress, importers.wxr],
];

const spaceless = (text: string): string => text.replaceAll(/\s/gu, '');

/** Whether all signs of `part` stand in `whole` in their order, whatever stands between them. */
function holds(whole: string, part: string): boolean {
  let at = 0;
  for (const sign of part) {
    at = whole.indexOf(sign, at) + sign.length;
    if (at < sign.length) return false;
  }
  return true;
}

// Captions, cards, a dateline and numbers of notes may come back as words of the text: more is no harm, less is.
test.each(formats)(
  'no word of a block is lost when it leaves and comes back: %s',
  async (_name, write, importer) => {
    await fc.assert(
      fc.asyncProperty(anyBody(), async (body) => {
        const back = spaceless(plainText((await readOne(importer, await write(body))).story.body));
        const sent = textBlocks(asPublished(tidyBody(body), 'images')).map((block) => spaceless(blockText(block)));
        expect(sent.filter((text) => !holds(back, text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
  60_000,
);
