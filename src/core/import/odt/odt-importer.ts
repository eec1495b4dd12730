import { blockText } from '../../document/plain-text.js';
import { NewsroomError } from '../../errors.js';
import { LossList } from '../../loss.js';
import { readInstant } from '../../text/read-instant.js';
import { oneLine } from '../../text/spaces.js';
import { emptyStory } from '../empty-story.js';
import type { ImportContext, Importer, ImportResult } from '../importer.js';
import { foldMarked } from '../office/fold-marked.js';
import { ZipPackage } from '../office/zip-package.js';
import { bylineNames } from '../page-words.js';
import { OdtBlocks, topHeadings } from './odt-blocks.js';
import type { OdtParts } from './odt-inline.js';
import { odtNamespaces } from './odt-names.js';
import { OdtReview } from './odt-review.js';
import { OdtStyles } from './odt-styles.js';

/** Reads an OpenDocument text; macros, headers and footers stand in other parts and are not read. */
function readOdt(bytes: Uint8Array, decode: ImportContext['decode']): ImportResult {
  const zip = new ZipPackage(bytes, decode);
  if ((zip.text('META-INF/manifest.xml') ?? '').includes('encryption-data'))
    throw new NewsroomError('import.encrypted');
  const content = zip.xml('content.xml', odtNamespaces);
  const text = content?.child('office:body')?.child('office:text');
  if (!text) throw new NewsroomError('import.not-readable', { detail: 'it holds no text document' });
  const losses = new LossList();
  const parts: OdtParts = {
    zip,
    losses,
    styles: new OdtStyles([zip.xml('styles.xml', odtNamespaces), content]),
    review: new OdtReview(text.child('text:tracked-changes')),
    media: new Map(),
  };
  const reader = new OdtBlocks(parts);
  reader.column(text);
  const all = reader.builder.finish().content ?? [];
  const [first] = all;
  const takesFirst =
    reader.headline === '' && first?.type === 'heading' && first.attrs?.['level'] === 1 && topHeadings(all) === 1;
  const shift = takesFirst || topHeadings(all) === 0 ? 0 : 1;
  const blocks = foldMarked(takesFirst ? all.slice(1) : all, (level) => Math.min(Math.max(level + shift, 2), 4));
  const meta = zip.xml('meta.xml', odtNamespaces)?.child('office:meta');
  const author = oneLine((meta?.child('meta:initial-creator') ?? meta?.child('dc:creator'))?.text ?? '').slice(0, 200);
  const created = readInstant(meta?.child('meta:creation-date')?.text.replace(/(\.\d{3})\d+/u, '$1') ?? '');
  const headline =
    reader.headline || (takesFirst ? oneLine(blockText(first)) : oneLine(meta?.child('dc:title')?.text ?? ''));
  const fields = { headline: headline.slice(0, 2_000), dek: reader.dek, byline: reader.byline };
  const authors = bylineNames(reader.byline);
  return {
    story: {
      ...emptyStory,
      content: {
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
        ...(created === null ? {} : { createdAt: created }),
      },
      authorNames: authors.length > 0 ? authors : author === '' ? [] : [author],
      body: { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] },
      changes: parts.review.changes,
      annotations: parts.review.annotations,
    },
    media: [...parts.media.values()],
    losses: losses.list,
  };
}

export const odtImporter: Importer = {
  label: 'OpenDocument text',
  extensions: ['odt', 'ott'],
  // A zip says what it is in its parts: `office-format.ts` looks inside.
  recognises: () => 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a stream; one document needs no waiting
  async *read(source, context) {
    try {
      yield readOdt(source.bytes, context.decode);
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error;
      yield { refused: { code: error.code, params: error.params } };
    }
  },
};
