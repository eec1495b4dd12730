import type { DocumentNode, Mark, StoryDocument } from '../../src/core/document/document.js';
import { deskId, type NewId } from '../../src/core/ids.js';
import { defaultSettings } from '../../src/core/publication/settings.js';
import { newStory, type Story } from '../../src/core/story/story.js';

/** The moment at which tests happen. */
export const testNow = new Date('2026-02-03T10:00:00.000Z');

/** The `number`-th test id of a kind: `00000000-0000-4000-8000-000000000007`. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A maker of ids that gives the same ones in every run. */
export function countingIds(start = 1): NewId {
  let number = start;
  return () => uuid(number++);
}

export const testDesk = deskId.parse(uuid(0xde5c));

/** A valid story; every field may be set, the desk's own (state, log …) too. */
export function story(fields: Partial<Story> = {}): Story {
  const made = newStory({ settings: defaultSettings, desk: testDesk, now: testNow, newId: countingIds() });
  return { ...made, headline: 'Ferry returns to the old harbour', body: doc(p('The ferry is back.')), ...fields };
}

export function doc(...content: readonly DocumentNode[]): StoryDocument {
  return { type: 'doc', content };
}

type Inline = string | DocumentNode;
const inline = (parts: readonly Inline[]): { content?: readonly DocumentNode[] } =>
  parts.length === 0 ? {} : { content: parts.map((part) => (typeof part === 'string' ? text(part) : part)) };

export function text(value: string, ...marks: readonly Mark[]): DocumentNode {
  return marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks };
}

export const p = (...parts: readonly Inline[]): DocumentNode => ({ type: 'paragraph', ...inline(parts) });
export const h = (level: number, ...parts: readonly Inline[]): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  ...inline(parts),
});
export const quote = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'blockquote', content });
export const li = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'listItem', content });
export const ul = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'bulletList', content });
export const ol = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'orderedList', content });
export const br = (): DocumentNode => ({ type: 'hardBreak' });
export const img = (attrs: Readonly<Record<string, unknown>> = {}): DocumentNode => ({ type: 'image', attrs });

/** A block with attributes that is no list, quote or picture. */
export const block = (
  type: string,
  attrs: Readonly<Record<string, unknown>> | null,
  ...content: readonly DocumentNode[]
): DocumentNode => ({ type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) });
export const td = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'tableCell', content });
export const th = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'tableHeader', content });
export const tr = (...content: readonly DocumentNode[]): DocumentNode => ({ type: 'tableRow', content });
export const note = (value: string): DocumentNode => ({ type: 'footnote', content: [text(value)] });

export const em = (value: string): DocumentNode => text(value, { type: 'italic' });
export const strong = (value: string): DocumentNode => text(value, { type: 'bold' });
export const link = (value: string, href: string): DocumentNode => text(value, { type: 'link', attrs: { href } });
export const storyLink = (value: string, storyId: string): DocumentNode =>
  text(value, { type: 'link', attrs: { storyId } });

/** A tracked change; `value` may hold the U+200B of a split or joined paragraph. */
export const inserted = (value: string, changeId = 'c1'): DocumentNode =>
  text(value, { type: 'insertion', attrs: { changeId } });
export const deleted = (value: string, changeId = 'c1'): DocumentNode =>
  text(value, { type: 'deletion', attrs: { changeId } });
export const annotated = (value: string, annotationId = 'a1'): DocumentNode =>
  text(value, { type: 'annotation', attrs: { annotationId } });

/** The same block as wholly inserted or deleted. */
export const marked = (node: DocumentNode, type: 'insertion' | 'deletion', changeId = 'c1'): DocumentNode => ({
  ...node,
  marks: [...(node.marks ?? []), { type, attrs: { changeId } }],
});
