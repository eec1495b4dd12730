import { NewsroomError } from '../../errors.js';
import { decodeText } from '../decode-text.js';
import type { ImportContext, ImportResult, ImportSource } from '../importer.js';
import { parseXml, type XmlElement } from '../office/xml-tree.js';
import { withXmlEntities } from './loose-entities.js';

/** Their names do not clash, so that each stands in our tables bare; agencies send NITF with and without its namespace. */
const namespaces = new Map([
  ['http://iptc.org/std/nar/2006-10-01/', ''],
  ['http://iptc.org/std/NITF/2006-10-18/', ''],
  ['http://www.w3.org/1999/xhtml', ''],
]);

/**
 * Reads an XML file of a wire and hands its root on; what is no XML, declares entities or is too deep is one refusal.
 * Nothing that the file names (a DTD, a catalogue, a schema) is ever fetched.
 */
export function readWireXml(
  source: ImportSource,
  context: ImportContext,
  read: (root: XmlElement) => readonly ImportResult[],
): readonly ImportResult[] {
  const head = String.fromCharCode(...source.bytes.subarray(0, 200));
  const label = /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/iu.exec(head)?.[1] ?? '';
  try {
    const { text } = decodeText(source.bytes, context.decode, label);
    return read(parseXml(withXmlEntities(text.trimStart()), namespaces));
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error;
    return [{ refused: { code: error.code, params: error.params } }];
  }
}
