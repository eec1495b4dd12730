import { attr, childrenOf, elementsOf, isElement, textOf, type HtmlElement, type HtmlNode } from './html-tree.js';

/** The notes of a page: which link stands for which, and what is not read where it stands. */
export interface Footnotes {
  /** The link in the text → the element that holds the note. */
  readonly notes: ReadonlyMap<HtmlNode, HtmlElement>;
  /** Links back, and rules over the notes. */
  readonly skip: ReadonlySet<HtmlNode>;
  /** The elements that hold notes: read at their number, not where they stand. */
  readonly blocks: ReadonlySet<HtmlNode>;
}

/** "[1]", "12", "*", "†", "iv" and arrows: what the link of a note or its way back says. */
const marker = /^[[(]?(?:\d{1,4}|[*\u2020\u2021\u00a7]{1,3}|[ivxlc]{1,6}|[a-z])[\])]?$|^[\^\u2191\u21a9]\ufe0e?$/iu;

interface Anchor {
  readonly element: HtmlElement;
  /** What it leads to, without "#". */
  readonly to: string;
  /** Names by which it can be led to: its own and those of the elements around it that hold nothing else. */
  readonly names: readonly string[];
}

const namesOf = (element: HtmlElement): readonly string[] =>
  [attr(element, 'id'), attr(element, 'name')].filter((name) => name !== '');

function anchorOf(element: HtmlElement): Anchor | undefined {
  const href = attr(element, 'href');
  const hash = href.lastIndexOf('#');
  if (element.tagName !== 'a' || hash < 0 || !marker.test(textOf(element).trim())) return undefined;
  const around = element.parentNode && isElement(element.parentNode) ? namesOf(element.parentNode) : [];
  return { element, to: href.slice(hash + 1), names: [...namesOf(element), ...around] };
}

const noteTags = new Set(['li', 'div', 'p', 'dd', 'td', 'aside']);

/** The block that a link back stands in and that holds the note; the one with the name, where that is the link's target. */
function noteBlock(back: HtmlElement, target: string): HtmlElement | undefined {
  let found: HtmlElement | undefined;
  for (let node: HtmlNode | null = back.parentNode; node && isElement(node); node = node.parentNode) {
    if (!noteTags.has(node.tagName)) continue;
    found ??= node;
    if (namesOf(node).includes(target)) return node;
    if (node.tagName === 'li') return node;
  }
  return found;
}

/**
 * Finds footnotes by what all writers of them share (Word, Google Docs, LibreOffice, Markdown, Wikipedia, our own
 * pages): a link whose text is a number and that leads to a place which leads back to it. Of the two the first is the
 * mark in the text. Takes time in proportion to the number of links.
 */
export function findFootnotes(root: HtmlNode): Footnotes {
  const anchors: Anchor[] = [];
  for (const element of elementsOf(root)) {
    const anchor = anchorOf(element);
    if (anchor) anchors.push(anchor);
  }
  const notes = new Map<HtmlNode, HtmlElement>();
  const skip = new Set<HtmlNode>();
  const blocks = new Set<HtmlNode>();
  const byTarget = new Map<string, Anchor>();
  // A way back leads to a name of the mark, and stands after it.
  for (const anchor of [...anchors].reverse()) byTarget.set(anchor.to, anchor);
  for (const mark of anchors) {
    if (skip.has(mark.element)) continue;
    const back = mark.names.map((name) => byTarget.get(name)).find((candidate) => candidate && candidate !== mark);
    const block = back && noteBlock(back.element, mark.to);
    const leadsThere =
      back?.names.includes(mark.to) === true || (block !== undefined && namesOf(block).includes(mark.to));
    if (!back || !block || !leadsThere || blocks.has(block) || isInside(mark.element, block)) continue;
    notes.set(mark.element, block);
    skip.add(back.element);
    blocks.add(block);
  }
  for (const rule of rulesOver(blocks)) skip.add(rule);
  return { notes, skip, blocks };
}

function isInside(node: HtmlNode, block: HtmlElement): boolean {
  for (let up: HtmlNode | null = node; up && 'parentNode' in up; up = up.parentNode) if (up === block) return true;
  return false;
}

/** Our own pages and Markdown put no line over their notes: one that stands there is the story's. */
const isOurs = (element: HtmlElement): boolean => attr(element, 'role') === 'doc-endnotes';

/** `<hr>` and line breaks that part the notes from the text. */
function rulesOver(blocks: ReadonlySet<HtmlNode>): readonly HtmlNode[] {
  const rules: HtmlNode[] = [];
  const seen = new Set<HtmlNode>();
  for (const block of blocks) {
    for (let up: HtmlNode | null = block; up && isElement(up); up = up.parentNode) {
      const parent: HtmlNode | null = up.parentNode;
      if (!parent || seen.has(parent)) break;
      seen.add(parent);
      const siblings: readonly HtmlElement[] = childrenOf(parent).filter(isElement);
      const before = siblings[siblings.indexOf(up) - 1];
      if (before?.tagName === 'hr' && !isOurs(up)) rules.push(before);
      // A parent with other text is no list of notes.
      if (siblings.some((sibling) => !blocks.has(sibling) && sibling !== up && textOf(sibling) !== '')) break;
    }
  }
  return rules;
}
