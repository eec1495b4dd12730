import type { ExportedFile, ExportOutcome, SchemaName } from '../../core/export/exporter.js';
import { isJsonSchema, jsonFaults } from './json-schemas.js';
import { isXmlSchema, xmlFaults } from './xml-schemas.js';

/** How an export was checked before it was placed. */
export interface CheckedExport {
  /** `official`: by the format's own schema; `structural`: by a check of ours, where there is no schema that runs here. */
  readonly check: 'official' | 'structural';
  readonly validator: string;
  /** Empty = nothing was found. */
  readonly faults: readonly string[];
}

/** Checks the main file by its official schema, else by the exporter's own check; null where there is neither. */
export async function checkExport(
  { files, schema }: ExportOutcome,
  validate: ((files: readonly ExportedFile[]) => { validator: string; faults: readonly string[] }) | undefined,
): Promise<CheckedExport | null> {
  const main = files[0]?.content;
  if (schema !== undefined && typeof main === 'string')
    return { check: 'official', validator: schema, faults: await schemaFaults(schema, main) };
  return validate ? { check: 'structural', ...validate(files) } : null;
}

async function schemaFaults(schema: SchemaName, text: string): Promise<readonly string[]> {
  if (isJsonSchema(schema)) return jsonFaults(schema, text);
  if (isXmlSchema(schema)) return xmlFaults(schema, text);
  throw new TypeError(`no reader for the schema ${String(schema)}`);
}
