import { shippedTemplates } from '../story/shipped-templates.js';
import type { Template } from '../story/template.js';
import { en } from './en.js';
import type { StringKey, Strings } from './strings.js';

const isKey = (key: string): key is StringKey => Object.hasOwn(en, key);

/** A template's name as the window says it: a shipped one in its language, unless a newsroom gave it a name of its own. */
export function templateName(strings: Strings, { id, name }: Pick<Template, 'id' | 'name'>): string {
  const key = `template.${id}`;
  const shipped = shippedTemplates.find((template) => template.id === id);
  return shipped?.name === name && isKey(key) ? strings(key) : name;
}
