import type { ValidateFunction } from 'ajv/dist/2020.js';
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

const compiled = new Map<JsonSchemaName, Promise<ValidateFunction>>();

export const isJsonSchema = (name: SchemaName): name is JsonSchemaName => Object.hasOwn(sources, name);

/** The compiler is fetched with the first schema: most starts of the program never need it. */
async function compile(name: JsonSchemaName): Promise<ValidateFunction> {
  const [{ Ajv2020 }, { default: addFormats }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  const { schema, others } = sources[name]();
  const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: [...others] });
  addFormats(ajv);
  return ajv.compile(schema);
}

/** What of a JSON text does not keep an official schema, at most 20; empty = it keeps it. Compiled once a process. */
export async function jsonFaults(name: JsonSchemaName, text: string): Promise<readonly string[]> {
  const pending = compiled.get(name) ?? compile(name);
  compiled.set(name, pending);
  const validate = await pending;
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? [])
    .slice(0, 20)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
}
