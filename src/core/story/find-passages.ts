import type { DocumentNode, Mark, StoryDocument } from '../document/document.js';
import type { Story } from './story.js';

/** A place where words stand: a field, or a block of the text (`body:<blockId>`), and what stands around them. */
export interface Passage {
  readonly where: string;
  /** The words with at most 40 characters on each side, for a person who has to tell places apart. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Fields that readers see, in the order of the page. */
const fields = ['kicker', 'headline', 'dek', 'byline', 'bodyFooter'] as const;
/** Texts of blocks that stand in attributes. */
const attributeNames = ['title', 'caption', 'credit', 'alt', 'attribution'] as const;

/** Every place of a story where these very words stand, as readers meet them. */
export function findPassages(story: Story, words: string): readonly Passage[] {
  const found: Passage[] = [];
  replacePassages(story, words, (passage) => {
    found.push(passage);
    return null;
  });
  return found;
}

/** Says what is put in the place of a passage; null leaves it. */
type Replace = (passage: Passage) => string | null;

/** The story with words replaced wherever `replace` says so; marks of the first letter are kept. */
export function replacePassages(story: Story, words: string, replace: Replace): Story {
  if (words === '') return story;
  const line = (where: string, value: string): string => replaceIn(value, words, where, replace);
  const heads = Object.fromEntries(fields.map((name) => [name, line(name, story[name])]));
  const headlines = Object.fromEntries(
    Object.entries(story.headlines).map(([name, value]) => [name, line(`headlines.${name}`, value)]),
  );
  const { leadImage } = story;
  const lead = leadImage && {
    ...leadImage,
    caption: line('leadImage.caption', leadImage.caption),
    credit: line('leadImage.credit', leadImage.credit),
    alt: line('leadImage.alt', leadImage.alt),
  };
  const content = story.body.content?.map((node) => replaceInNode(node, words, 'body', replace));
  const body: StoryDocument = content ? { ...story.body, content } : story.body;
  return { ...story, ...heads, headlines: { ...story.headlines, ...headlines }, leadImage: lead, body };
}

const around = 40;
function passageAt(text: string, at: number, length: number, where: string): Passage {
  return {
    where,
    before: text.slice(Math.max(0, at - around), at),
    words: text.slice(at, at + length),
    after: text.slice(at + length, at + length + around),
  };
}

function replaceIn(text: string, words: string, where: string, replace: Replace): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, from)) {
    const right = replace(passageAt(text, at, words.length, where));
    out += text.slice(from, at) + (right ?? words);
    from = at + words.length;
  }
  return out + text.slice(from);
}

function replaceInNode(node: DocumentNode, words: string, outer: string, replace: Replace): DocumentNode {
  const id = node.attrs?.['blockId'];
  const where = typeof id === 'string' ? `body:${id}` : outer;
  const attrs = node.attrs && {
    ...node.attrs,
    ...Object.fromEntries(
      attributeNames.flatMap((name) => {
        const value = node.attrs?.[name];
        return typeof value === 'string' ? [[name, replaceIn(value, words, where, replace)]] : [];
      }),
    ),
  };
  const changed = attrs ? { ...node, attrs } : node;
  if (!node.content) return changed;
  const isText = node.content.some(({ type }) => type === 'text');
  const content = isText
    ? replaceInline(node.content, words, where, replace)
    : node.content.map((child) => replaceInNode(child, words, where, replace));
  return { ...changed, content };
}

/** One letter of running text, or something between the letters (a line break, a footnote), which no words cross. */
interface Unit {
  readonly text: string;
  readonly marks: readonly Mark[] | undefined;
  readonly node?: DocumentNode;
}

function replaceInline(
  content: readonly DocumentNode[],
  words: string,
  where: string,
  replace: Replace,
): readonly DocumentNode[] {
  const units = content.flatMap((node): readonly Unit[] =>
    node.type === 'text'
      ? Array.from({ length: (node.text ?? '').length }, (_, at) => ({
          text: (node.text ?? '').charAt(at),
          marks: node.marks,
        }))
      : [{ text: '\uFFFC', marks: node.marks, node: replaceInNode(node, words, where, replace) }],
  );
  const text = units.map((unit) => unit.text).join('');
  if (!text.includes(words)) return content.some(({ type }) => type === 'footnote') ? joined(units) : content;
  const out: Unit[] = [];
  let from = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, from)) {
    const right = replace(passageAt(text, at, words.length, where));
    out.push(...units.slice(from, at));
    from = at + words.length;
    if (right === null) out.push(...units.slice(at, from));
    else if (right !== '') out.push({ text: right, marks: units[at]?.marks });
  }
  return joined([...out, ...units.slice(from)]);
}

function joined(units: readonly Unit[]): readonly DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const { text, marks, node } of units) {
    const last = out.at(-1);
    if (node) out.push(node);
    else if (last?.type === 'text' && last.marks === marks)
      out[out.length - 1] = { ...last, text: (last.text ?? '') + text };
    else out.push({ type: 'text', text, ...(marks ? { marks } : {}) });
  }
  return out;
}
