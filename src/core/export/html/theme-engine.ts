import { Liquid, LiquidError } from 'liquidjs';
import { NewsroomError } from '../../errors.js';
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
function themeEngine(themeText: (name: string) => string): Liquid {
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

/**
 * A page of a theme, by its template's name.
 * @throws NewsroomError `site.theme` naming the file and the line of a mistake in the theme
 */
export function renderTemplate(themeText: (name: string) => string, name: string, context: object): string {
  try {
    return String(themeEngine(themeText).renderFileSync(name, context));
  } catch (error) {
    throw themeFault(error, name);
  }
}

function themeFault(error: unknown, name: string): unknown {
  if (!LiquidError.is(error)) return error;
  const cause: unknown = (error as { originalError?: unknown }).originalError;
  if (cause instanceof NewsroomError) return cause;
  const { file = `${name}.liquid` } = error.token;
  const [line = 0] = error.token.getPosition();
  // "undefined variable: x, file:story.liquid, line:3, col:1": the place is said by itself.
  const detail = error.message.replace(/, (?:file:|line:).*$/su, '');
  return new NewsroomError('site.theme', { file, line, detail }, { cause: error });
}
