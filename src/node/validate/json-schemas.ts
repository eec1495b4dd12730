import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { SchemaName } from '../../core/export/exporter.js';
import { resourceText } from '../resources.js';

type JsonSchemaName = Extract<SchemaName, `ninjs-${string}` | `json-feed-${string}`>;
type Schema = Readonly<Record<string, unknown>>;

const read = (...parts: readonly string[]): Schema => JSON.parse(resourceText('schemas', ...parts)) as Schema;

/** The schema without the marks of its draft: it is marked draft-04, whose words it does not use (ajv reads 2020-12). */
function undated(schema: Schema, id: string): Schema {
  const rest = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
  return { ...rest, $id: id };
}

const sources: Readonly<Record<JsonSchemaName, () => { schema: Schema; others: readonly Schema[] }>> = {
  'ninjs-2.2': () => ({ schema: read('ninjs', 'ninjs-schema_2.2.json'), others: [geoJson()] }),
  'ninjs-3.1': () => ({ schema: read('ninjs', 'ninjs-schema_3.1.json'), others: [geoJson()] }),
  'json-feed-1.1': () => ({
    schema: undated(read('jsonfeed', 'feed.json'), 'https://json.schemastore.org/feed'),
    others: [undated(read('jsonfeed', 'feed-1.json'), 'https://json.schemastore.org/feed-1')],
  }),
};
const geoJson = (): Schema => undated(read('geojson', 'GeoJSON.json'), 'https://geojson.org/schema/GeoJSON.json');

const compiled = new Map<JsonSchemaName, ValidateFunction>();

export const isJsonSchema = (name: SchemaName): name is JsonSchemaName => Object.hasOwn(sources, name);

/** What of a JSON text does not keep an official schema, at most 20; empty = it keeps it. Compiled once a process. */
export function jsonFaults(name: JsonSchemaName, text: string): readonly string[] {
  let validate = compiled.get(name);
  if (!validate) {
    const { schema, others } = sources[name]();
    const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: [...others] });
    addFormats(ajv);
    validate = ajv.compile(schema);
    compiled.set(name, validate);
  }
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? [])
    .slice(0, 20)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}
