import type { XmlElement } from '../office/xml-tree.js';

/** How the content controls of our own Word files are tagged: what Word has no structure for stands in one. */
export const ownTag = 'copydesk:';

export type OwnControl =
  | { readonly kind: 'box' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'item' }
  | { readonly kind: 'gallery' }
  | { readonly kind: 'embed' }
  | { readonly kind: 'list'; readonly start: number | null }
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'card'; readonly storyId: string };

/** What a content control of ours holds; undefined for those of other programs, which only hold text. */
export function ownControl(control: XmlElement): OwnControl | undefined {
  const tag = control.child('w:sdtPr')?.child('w:tag')?.attr('w:val') ?? '';
  if (!tag.startsWith(ownTag)) return undefined;
  const [kind = '', value = ''] = tag.slice(ownTag.length).split(/:(.*)/su);
  switch (kind) {
    case 'box':
    case 'gallery':
    case 'quote':
    case 'item':
    case 'embed':
      return { kind };
    case 'list': {
      const start = Number.parseInt(value, 10);
      return { kind, start: Number.isSafeInteger(start) ? start : null };
    }
    case 'code':
      return { kind, language: value };
    case 'card':
      return { kind, storyId: value };
    default:
      return undefined;
  }
}
