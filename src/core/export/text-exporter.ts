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
  shape: 'file',
  carriesNotices: true,
  render(rendition, { stem }) {
    const losses = new LossList();
    const body = tidyBody(documentView(rendition.body, 'accepted'));
    const writer = new TextWriter(losses, rendition.storyCards);
    const parts = [
      oneLine(rendition.section?.name ?? ''),
      oneLine(rendition.headline),
      rendition.hasOwnDek ? oneLine(rendition.dek) : '',
      [oneLine(rendition.byline), oneLine(rendition.dateline)].filter((part) => part !== '').join(', '),
      ...corrections(rendition, 'top'),
      ...(body.content ?? []).map((node) => writer.write(node)),
      // Written after the text has been, which numbers them.
      ...numbered(writer.notes),
      oneLine(rendition.bodyFooter),
      ...corrections(rendition, 'end'),
    ];
    if (rendition.leadImage) losses.add('picture', 'Pictures were left out; captions in the text were kept');
    if (rendition.related.length > 0) losses.add('related', 'Related cards were left out', rendition.related.length);
    const text = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
    return Promise.resolve({ files: [{ path: `${stem}.txt`, content: text.toWellFormed() }], losses: losses.list });
  },
};

const numbered = (notes: readonly string[]): readonly string[] =>
  notes.map((note, at) => `[${String(at + 1)}] ${note}`);

function corrections(rendition: Rendition, place: 'top' | 'end'): readonly string[] {
  return rendition.corrections.filter((entry) => entry.place === place).map((entry) => oneLine(entry.text));
}

/** Writes blocks as text; footnotes are numbered through the story and come after it. */
class TextWriter {
  readonly #losses: LossList;
  readonly #cards: Rendition['storyCards'];
  readonly notes: string[] = [];

  constructor(losses: LossList, cards: Rendition['storyCards']) {
    this.#losses = losses;
    this.#cards = cards;
  }

  write(node: DocumentNode): string {
    const name = node.type as NodeName;
    const losses = this.#losses;
    countMarks(node, losses);
    switch (name) {
      case 'paragraph':
      case 'codeBlock':
        return this.#inside(node, '');
      case 'heading':
        losses.add('heading', 'Headings became paragraphs');
        return this.#inside(node, '');
      case 'text':
        return node.text ?? '';
      case 'hardBreak':
        return '\n';
      case 'footnote':
        this.notes.push(this.#inside(node, ''));
        return `[${String(this.notes.length)}]`;
      case 'blockquote':
        losses.add('blockquote', 'Quoted passages became paragraphs');
        return this.#withLine(this.#inside(node, '\n\n'), textAttr(node, 'attribution'));
      case 'pullQuote':
        losses.add('blockquote', 'Quoted passages became paragraphs');
        return this.#withLine(this.#inside(node, ''), textAttr(node, 'credit'));
      case 'factbox':
        losses.add('box', 'Boxes and galleries became paragraphs');
        return [textAttr(node, 'title'), this.#inside(node, '\n\n')].filter((part) => part !== '').join('\n\n');
      case 'gallery':
        losses.add('box', 'Boxes and galleries became paragraphs');
        return [this.#inside(node, '\n\n'), textAttr(node, 'caption')].filter((part) => part !== '').join('\n\n');
      case 'table':
        losses.add('table', 'Tables became lines, with " | " between the cells');
        return [textAttr(node, 'caption'), this.#inside(node, '\n')].filter((part) => part !== '').join('\n');
      case 'tableRow':
        return this.#inside(node, ' | ');
      case 'tableCell':
      case 'tableHeader':
        return this.#inside(node, ' ').replace(/\s*\n\s*/gu, ' ');
      case 'bulletList':
        return this.#list(node, () => '- ');
      case 'orderedList':
        return this.#list(node, (at) => `${String(numberAttr(node, 'start', 1) + at)}. `);
      case 'listItem':
      case 'doc':
        return this.#inside(node, '\n\n');
      case 'image':
        losses.add('picture', 'Pictures were left out; captions in the text were kept');
        return [textAttr(node, 'caption'), textAttr(node, 'credit')].filter((part) => part !== '').join(' ');
      case 'horizontalRule':
        return '* * *';
      case 'storyCard':
        losses.add('storyCard', 'Cards of other stories became their headlines');
        return oneLine(this.#cards[textAttr(node, 'storyId')]?.headline ?? '');
      case 'embed':
        return [textAttr(node, 'title'), textAttr(node, 'url')].filter((part) => part !== '').join('\n');
      default:
        return assertNever(name);
    }
  }

  #inside(node: DocumentNode, between: string): string {
    const parts = (node.content ?? []).map((child) => this.write(child));
    return (between === '' || between === ' | ' ? parts : parts.filter((part) => part !== '')).join(between);
  }

  #withLine(text: string, source: string): string {
    return source === '' ? text : `${text}\n\u2014 ${source}`;
  }

  #list(list: DocumentNode, marker: (at: number) => string): string {
    const items = (list.content ?? []).map((item, at) => {
      const first = marker(at);
      const [line = '', ...rest] = this.write(item).replaceAll('\n\n', '\n').split('\n');
      return [first + line, ...rest.map((other) => ' '.repeat(first.length) + other)].join('\n');
    });
    return items.join('\n');
  }
}

function countMarks(node: DocumentNode, losses: LossList): void {
  for (const mark of node.marks ?? []) {
    if (mark.type === 'link') losses.add('link', 'Addresses of links were left out; their text was kept');
    else losses.add('marks', 'Bold, italic and other marks were left out');
  }
}
