import { Liquid } from 'liquidjs';
import { escapeHtml } from '../../text/escape.js';

/** A page's data is text and numbers; anything else in a template's output is a mistake of the template. */
function escapeOutput(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`a template prints a value that is no text: ${JSON.stringify(value)}`);
}

const engines = new WeakMap<(name: string) => string, Liquid>();

/**
 * The engine of a theme's templates (decision 8). Everything that is printed is escaped unless the template says `raw`;
 * a name that the context does not have is an error, so that a gap is seen in a test and not by a reader. Templates are
 * read through `themeText` and parsed once for each.
 */
export function themeEngine(themeText: (name: string) => string): Liquid {
  const known = engines.get(themeText);
  if (known) return known;
  const read = (name: string): string => themeText(name);
  const engine = new Liquid({
    outputEscape: escapeOutput,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    cache: true,
    extname: '.liquid',
    relativeReference: false,
    fs: {
      readFileSync: read,
      readFile: (name) => Promise.resolve(read(name)),
      existsSync: () => true,
      exists: () => Promise.resolve(true),
      contains: () => Promise.resolve(true),
      containsSync: () => true,
      resolve: (_root, name, extension) => (name.endsWith(extension) ? name : name + extension),
      sep: '/',
      dirname: () => '',
    },
  });
  engines.set(themeText, engine);
  return engine;
}
