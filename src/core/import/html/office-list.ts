import { childrenOf, elementsOf, isElement, styleOf, textOf, type HtmlElement, type HtmlNode } from './html-tree.js';

/** A paragraph that Word shows as an entry of a list. */
export interface OfficeItem {
  /** 1 for the outermost list. */
  readonly level: number;
  readonly ordered: boolean;
  /** The nodes that hold the bullet or number and are no text. */
  readonly marker: readonly HtmlNode[];
  /** Safari drops the marker's own elements: the marker is the first text then, and is cut by pattern. */
  readonly cutsText: boolean;
}

/** "·  ", "o ", "1. ", "(a) ", "iv) " at the start of an entry, with the blanks that Word pads it with. */
export const officeMarker = /^[\s\u00a0]*(?:[·•▪§■o-]|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)])[\s\u00a0]+/iu;

/** `mso-list:l0 level2 lfo1` → an entry of level 2; undefined for any other paragraph, and for an entry of a real list. */
export function officeItem(element: HtmlElement): OfficeItem | undefined {
  if (element.tagName === 'li') return undefined;
  const list = styleOf(element).get('mso-list');
  const level = /\blevel(\d+)\b/u.exec(list ?? '')?.[1];
  if (level === undefined) return undefined;
  const marker = markerNodes(element);
  const text = (marker.length > 0 ? marker.map((node) => textOf(node)).join(' ') : firstText(element)).trim();
  const ordered = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]/iu.test(text);
  return { level: Math.min(Math.max(Number(level), 1), 9), ordered, marker, cutsText: marker.length === 0 };
}

/** A marker stands at the start of its entry: elements looked at, so that a hostile page costs no more than it is long. */
const looked = 12;

/** The first text in an entry that is not blank. */
function firstText(element: HtmlElement): string {
  let node: HtmlNode | undefined = element;
  for (let step = 0; node && step < looked; step += 1) {
    const child: HtmlNode | undefined = childrenOf(node).find(
      (candidate) => isElement(candidate) || ('value' in candidate && candidate.value.trim() !== ''),
    );
    if (child && 'value' in child) return child.value;
    node = child;
  }
  return '';
}

function markerNodes(element: HtmlElement): readonly HtmlNode[] {
  let count = 0;
  for (const inner of elementsOf(element)) {
    if (styleOf(inner).get('mso-list') === 'ignore') return [inner];
    if ((count += 1) >= looked) break;
  }
  for (const parent of [element, ...childrenOf(element).filter(isElement)]) {
    const children = childrenOf(parent);
    const start = children.findIndex((node) => isComment(node, /^\[if !supportLists\]/u));
    const end = children.findIndex((node, at) => at > start && isComment(node, /^\[endif\]/u));
    if (start >= 0 && end > start) return children.slice(start + 1, end);
  }
  return [];
}

function isComment(node: HtmlNode, pattern: RegExp): boolean {
  return node.nodeName === '#comment' && 'data' in node && pattern.test(node.data);
}
