import { NewsroomError } from '../../errors.js';
import { decodeText } from '../decode-text.js';
import type { ImportContext, Importer, ImportResult } from '../importer.js';
import { readLooseXml } from './loose-xml.js';
import { WxrChannel } from './wxr-channel.js';
import { wxrPieces } from './wxr-items.js';
import { readWxrItem } from './wxr-story.js';

async function* readWxr(text: AsyncIterable<string>, { language }: ImportContext): AsyncIterable<ImportResult> {
  const channel = new WxrChannel();
  try {
    let isEmpty = true;
    for await (const { kind, xml, line } of wxrPieces(text)) {
      const elements = readLooseXml(xml);
      if (kind === 'channel') {
        channel.take(elements);
        continue;
      }
      isEmpty = false;
      yield readItem(() => readWxrItem(elements, channel, language), line);
    }
    if (isEmpty) yield { refused: { code: 'import.not-readable', params: { detail: 'it holds no entries' } } };
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    yield { refused: { code: error.code, params: error.params } };
  }
}

/** One entry that cannot be read costs no other. */
function readItem(read: () => ImportResult, line: number): ImportResult {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    const detail = `the entry on line ${String(line)}: ${String(error.params['detail'] ?? error.code)}`;
    return { refused: { code: error.code, params: { ...error.params, detail } } };
  }
}

export const wxrImporter: Importer = {
  label: 'WordPress export (WXR)',
  extensions: ['xml', 'wxr'],
  recognises: (head) => (/<rss[\s>]/u.test(head) && /wordpress\.org\/export\/|<wp:wxr_version>/u.test(head) ? 1 : 0),
  read: (source, context) => readWxr(once(decodeText(source.bytes, context.decode).text), context),
  readStream: ({ text }, context) => readWxr(text, context),
};

// eslint-disable-next-line @typescript-eslint/require-await -- a text that is here already, as a stream
async function* once(text: string): AsyncIterable<string> {
  yield text;
}
