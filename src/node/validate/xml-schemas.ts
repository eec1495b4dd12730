import { readFileSync } from 'node:fs';
import type { ErrorDetail, XmlInputProvider } from 'libxml2-wasm';
import type { SchemaName } from '../../core/export/exporter.js';
import { resource } from '../resources.js';

type XmlSchemaName = Extract<SchemaName, 'nitf-3.6' | 'newsml-g2-2.35'>;

const files: Readonly<Record<XmlSchemaName, readonly [folder: string, main: string, ...others: string[]]>> = {
  'nitf-3.6': ['nitf', 'nitf-3-6.xsd', 'nitf-3-6-ruby-include.xsd', 'xml.xsd'],
  'newsml-g2-2.35': ['newsml-g2', 'NewsML-G2_2.35-spec-All-Power.xsd', 'xml.xsd'],
};

export const isXmlSchema = (name: SchemaName): name is XmlSchemaName => Object.hasOwn(files, name);

type Validate = (xml: string) => readonly string[];
const ready = new Map<XmlSchemaName, Promise<Validate>>();

/**
 * What of an XML text does not keep an official schema, at most 20; empty = it keeps it. The checker is WebAssembly and is
 * loaded with the first text, since most runs need none; it reads the schema's own files and nothing else.
 */
export async function xmlFaults(name: XmlSchemaName, text: string): Promise<readonly string[]> {
  let validate = ready.get(name);
  if (!validate) ready.set(name, (validate = prepare(name)));
  return (await validate)(text);
}

async function prepare(name: XmlSchemaName): Promise<Validate> {
  const xml = await import('libxml2-wasm');
  const [folder, main, ...others] = files[name];
  const bytesOf = (file: string): Uint8Array => readFileSync(resource('schemas', folder, file));
  const urlOf = (file: string): string => `copydesk:///${folder}/${file}`;
  const buffers = new xml.XmlBufferInputProvider(
    Object.fromEntries(others.map((file) => [urlOf(file), bytesOf(file)])),
  );
  xml.xmlRegisterInputProvider(buffers satisfies XmlInputProvider);
  const source = xml.XmlDocument.fromBuffer(bytesOf(main), { url: urlOf(main) });
  const schema = xml.XsdValidator.fromDoc(source);
  return (text) => {
    let document;
    try {
      document = xml.XmlDocument.fromString(text);
      schema.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof xml.XmlLibError)) throw error;
      return error.details
        .slice(0, 20)
        .map(({ line, message }: ErrorDetail) => `line ${String(line)}: ${message.trim()}`);
    } finally {
      document?.dispose();
    }
  };
}
