import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The program's own data (themes, taxonomies, sample, icons): the one place that knows where it stands. In the checkout
 * and in a bundle it is the `resources` folder above this file; packaged, it lies beside the archive, since other
 * programs (and the fonts' users) must be able to read it.
 */
function findResources(): string {
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  if (packaged !== undefined && existsSync(join(packaged, 'resources', 'themes'))) return join(packaged, 'resources');
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'resources', 'themes'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the resources folder is missing from this installation');
    folder = above;
  }
  return join(folder, 'resources');
}

let found: string | undefined;

/** The path of a resource, by its parts. */
export function resource(...parts: readonly string[]): string {
  return join((found ??= findResources()), ...parts);
}

const texts = new Map<string, string>();

/** A resource as text, read once. */
export function resourceText(...parts: readonly string[]): string {
  const path = resource(...parts);
  let text = texts.get(path);
  if (text === undefined) texts.set(path, (text = readFileSync(path, 'utf8')));
  return text;
}

export function resourceBytes(...parts: readonly string[]): Uint8Array {
  return readFileSync(resource(...parts));
}
