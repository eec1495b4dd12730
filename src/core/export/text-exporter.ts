import { numberAttr, textAttr, type DocumentNode } from '../document/document.js';
import { documentView } from '../document/document-view.js';
import type { NodeName } from '../document/document-rules.js';
import { tidyBody } from '../document/tidy-body.js';
import { assertNever } from '../errors.js';
import { LossList } from '../loss.js';
import { oneLine } from '../text/spaces.js';
import type { Exporter } from './exporter.js';
import type { Rendition } from './rendition.js';

/** Plain text in the order of the page: section, headline, dek, byline, text, corrections. UTF-8, LF, no line is wrapped. */
export const textExporter: Exporter = {
  label: 'Plain text',
  shape: 'file',
  render(rendition, { stem }) {
    const losses = new LossList();
    const body = tidyBody(documentView(rendition.body, 'accepted'));
    const parts = [
      oneLine(rendition.section?.name ?? ''),
      oneLine(rendition.headline),
      rendition.hasOwnDek ? oneLine(rendition.dek) : '',
      [oneLine(rendition.byline), oneLine(rendition.dateline)].filter((part) => part !== '').join(', '),
      ...corrections(rendition, 'top'),
      ...(body.content ?? []).map((node) => blockText(node, losses)),
      oneLine(rendition.bodyFooter),
      ...corrections(rendition, 'end'),
    ];
    if (rendition.leadImage) losses.add('picture', 'Pictures were left out; captions in the text were kept');
    if (rendition.related.length > 0) losses.add('related', 'Related cards were left out', rendition.related.length);
    const text = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
    return Promise.resolve({ files: [{ path: `${stem}.txt`, content: text.toWellFormed() }], losses: losses.list });
  },
};

function corrections(rendition: Rendition, place: 'top' | 'end'): readonly string[] {
  return rendition.corrections.filter((entry) => entry.place === place).map((entry) => oneLine(entry.text));
}

function blockText(node: DocumentNode, losses: LossList): string {
  const name = node.type as NodeName;
  const inside = (between: string): string =>
    (node.content ?? []).map((child) => blockText(child, losses)).join(between);
  countMarks(node, losses);
  switch (name) {
    case 'paragraph':
      return inside('');
    case 'heading':
      losses.add('heading', 'Headings became paragraphs');
      return inside('');
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'blockquote':
      losses.add('blockquote', 'Quoted passages became paragraphs');
      return inside('\n\n');
    case 'bulletList':
      return listText(node, () => '- ', losses);
    case 'orderedList':
      return listText(node, (at) => `${String(numberAttr(node, 'start', 1) + at)}. `, losses);
    case 'listItem':
    case 'doc':
      return inside('\n\n');
    case 'image':
      losses.add('picture', 'Pictures were left out; captions in the text were kept');
      return [textAttr(node, 'caption'), textAttr(node, 'credit')].filter((part) => part !== '').join(' ');
    default:
      return assertNever(name);
  }
}

function listText(list: DocumentNode, marker: (at: number) => string, losses: LossList): string {
  const items = (list.content ?? []).map((item, at) => {
    const first = marker(at);
    const [line = '', ...rest] = blockText(item, losses).replaceAll('\n\n', '\n').split('\n');
    return [first + line, ...rest.map((other) => ' '.repeat(first.length) + other)].join('\n');
  });
  return items.join('\n');
}

function countMarks(node: DocumentNode, losses: LossList): void {
  for (const mark of node.marks ?? []) {
    if (mark.type === 'link') losses.add('link', 'Addresses of links were left out; their text was kept');
    else losses.add('marks', 'Bold, italic, underline and strikethrough were left out');
  }
}
