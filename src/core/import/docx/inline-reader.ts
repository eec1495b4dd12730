import type { DocumentNode, Mark } from '../../document/document.js';
import { isLanguageTag } from '../../document/attribute-rules.js';
import { tidyInline } from '../../document/tidy-body.js';
import type { XmlElement } from '../office/xml-tree.js';
import type { DocxNote, DocxParts } from './docx-parts.js';
import { altOf } from './docx-pictures.js';
import { FieldCodes, fieldAddress, linkTo } from './field-codes.js';
import type { Relationships } from './relationships.js';
import { isHidden, runMarks } from './run-marks.js';
import { symbolSign } from './symbol-fonts.js';

/** Something that stands in a line of Word and is a block of a story: a picture, the text of a box. */
export type LiftedBlock = { readonly image: DocumentNode } | { readonly box: XmlElement };

/** A paragraph as it was read: its line, and the blocks that were anchored in it. */
export interface ReadLine {
  readonly inline: readonly DocumentNode[];
  /** Anchored before the first word. */
  readonly before: readonly LiftedBlock[];
  readonly after: readonly LiftedBlock[];
}

interface Around {
  readonly link: Mark | undefined;
  readonly change: Mark | undefined;
}

/** Elements that only hold others. */
const transparent = new Set([
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'mc:Choice',
  'mc:Fallback',
  'w:rubyBase',
  'w:ruby',
  'm:oMathPara',
]);

/** Reads the lines of one part: runs, links, fields, notes, comments, changes. Fields and comments go on over lines. */
export class InlineReader {
  readonly #parts: DocxParts;
  readonly #relationships: Relationships;
  readonly #fields = new FieldCodes();
  /** Threads whose passage is open. */
  readonly #threads = new Set<string>();
  /** Threads that a passage carries already. */
  readonly #ranged = new Set<string>();
  #inline: DocumentNode[] = [];
  #before: LiftedBlock[] = [];
  #after: LiftedBlock[] = [];
  readonly #isNote: boolean;

  constructor(parts: DocxParts, relationships: Relationships, isNote = false) {
    this.#parts = parts;
    this.#relationships = relationships;
    this.#isNote = isNote;
  }

  read(paragraph: XmlElement): ReadLine {
    this.#inline = [];
    this.#before = [];
    this.#after = [];
    this.#inside(paragraph, { link: undefined, change: undefined });
    return { inline: this.#inline, before: this.#before, after: this.#after };
  }

  /** A mark of a comment that stands between paragraphs. */
  commentMark(element: XmlElement): void {
    const thread = this.#parts.comments.threadOf(element.attr('w:id') ?? '');
    if (thread === undefined) return;
    if (element.name === 'w:commentRangeStart') this.#threads.add(thread);
    else this.#threads.delete(thread);
  }

  #inside(element: XmlElement, around: Around): void {
    for (const node of element.children) if (typeof node !== 'string') this.#enter(node, around);
  }

  #enter(element: XmlElement, around: Around): void {
    switch (element.name) {
      case 'w:r':
        this.#run(element, around);
        return;
      case 'w:hyperlink':
        this.#inside(element, { ...around, link: this.#linkOf(element) ?? around.link });
        return;
      case 'w:fldSimple': {
        const address = fieldAddress(element.attr('w:instr') ?? '');
        const link = address === undefined ? undefined : linkTo(address);
        this.#inside(element, { ...around, link: link ?? around.link });
        return;
      }
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        this.#changed(element, around);
        return;
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        this.commentMark(element);
        return;
      case 'mc:AlternateContent':
        this.#alternate(element, around);
        return;
      case 'm:oMath':
        this.#parts.losses.add('formula', 'Formulas became plain text');
        this.#text(formulaText(element), [], around);
        return;
      default:
        if (transparent.has(element.name)) this.#inside(element, around);
    }
  }

  /** What somebody put in and somebody else took out again is in no reading of the text. */
  #changed(element: XmlElement, around: Around): void {
    const change = this.#parts.changes.markOf(element);
    if (around.change?.type === 'insertion' && change?.type === 'deletion') {
      this.#parts.losses.add('change', 'Text that was put in and taken out again as two suggestions was left out');
      return;
    }
    this.#inside(element, { ...around, change: change ?? around.change });
  }

  #alternate(element: XmlElement, around: Around): void {
    // Everything that a Choice of Word's own may hold is read; a Fallback says the same for old programs.
    const choice = element.child('mc:Choice') ?? element.child('mc:Fallback');
    if (choice) this.#inside(choice, around);
  }

  #linkOf(element: XmlElement): Mark | undefined {
    const relationship = this.#relationships.get(element.attr('r:id') ?? '');
    const anchor = element.attr('w:anchor');
    if (!relationship?.isExternal) {
      if (anchor !== undefined) this.#parts.losses.add('anchorLink', 'Links to places inside the file became text');
      return undefined;
    }
    const link = linkTo(relationship.target + (anchor === undefined || anchor === '' ? '' : `#${anchor}`));
    if (!link)
      this.#parts.losses.add('otherLink', 'A link that is neither web nor mail was dropped; its text was kept');
    return link;
  }

  #run(run: XmlElement, around: Around): void {
    const properties = run.child('w:rPr');
    const { losses } = this.#parts;
    let marks: Mark[] | undefined;
    const looks = (): Mark[] => (marks ??= this.#looks(properties));
    for (const node of run.children) {
      if (typeof node === 'string') continue;
      switch (node.name) {
        case 'w:t':
        case 'w:delText':
          if (isHidden(properties) && !this.#fields.isCode)
            losses.add('hiddenText', 'Hidden text came in as ordinary text: look at it before the story goes out');
          this.#text(node.ownText, looks(), around);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.#text('\t', looks(), around);
          break;
        case 'w:br':
          if ((node.attr('w:type') ?? 'textWrapping') === 'textWrapping') this.#break(around);
          break;
        case 'w:cr':
          this.#break(around);
          break;
        case 'w:noBreakHyphen':
          this.#text('\u2011', looks(), around);
          break;
        case 'w:sym': {
          const sign = symbolSign(node.attr('w:font') ?? '', Number.parseInt(node.attr('w:char') ?? '', 16) || 0);
          if (sign === undefined) losses.add('symbol', 'Signs of a symbol font that no other font has were left out');
          else this.#text(sign, looks(), around);
          break;
        }
        case 'w:fldChar':
          this.#field(node);
          break;
        case 'w:instrText':
        case 'w:delInstrText':
          this.#fields.code(node.ownText);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          if (around.change?.type !== 'deletion') this.#note(node);
          break;
        case 'w:commentReference':
          this.#commentPoint(node);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          if (around.change?.type !== 'deletion') this.#drawing(node, altOf(node));
          break;
        case 'mc:AlternateContent': {
          const choice = node.child('mc:Choice') ?? node.child('mc:Fallback');
          if (choice) this.#drawing(choice, altOf(choice));
          break;
        }
        case 'w:ruby': {
          const base = node.child('w:rubyBase');
          losses.add('ruby', 'Readings over the text (ruby) were left out');
          if (base) this.#inside(base, around);
          break;
        }
      }
    }
  }

  #looks(properties: XmlElement | undefined): Mark[] {
    const { styles, isOwn, changes } = this.#parts;
    const marks = [...runMarks(properties, styles)];
    if (!properties) return marks;
    if (isOwn) {
      const lang = properties.child('w:lang')?.attr('w:val');
      if (lang !== undefined && isLanguageTag(lang)) marks.push({ type: 'language', attrs: { lang } });
    }
    const before = properties.child('w:rPrChange');
    if (!before) return marks;
    const was = runMarks(before.child('w:rPr'), styles);
    // Fonts and colours are tracked too; a story has none.
    if (JSON.stringify(was) === JSON.stringify(marks)) return marks;
    const attrs = { changeId: changes.idOf(before), attrName: 'marks', previousValue: was, newValue: [...marks] };
    return [...marks, { type: 'modification', attrs }];
  }

  #text(text: string, looks: readonly Mark[], { link, change }: Around): void {
    if (text === '' || this.#fields.isCode) return;
    if (!change) {
      if (!looks.some(({ type }) => type === 'modification')) this.#parts.changes.interrupt();
    }
    const target = link ?? this.#fields.link;
    const marks: Mark[] = [...looks];
    if (target) marks.push(target);
    if (change) {
      marks.push(change);
      // Text that is new says nothing of how it looked before.
      if (marks.some(({ type }) => type === 'modification'))
        marks.splice(
          marks.findIndex(({ type }) => type === 'modification'),
          1,
        );
    }
    for (const thread of this.#threads) {
      this.#ranged.add(thread);
      this.#parts.comments.use(thread);
      marks.push(annotation(thread));
    }
    this.#inline.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
  }

  #break({ change }: Around): void {
    if (!this.#fields.isCode && change?.type !== 'deletion') this.#inline.push({ type: 'hardBreak' });
  }

  #field(element: XmlElement): void {
    const type = element.attr('w:fldCharType');
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#fields.end();
  }

  #note(element: XmlElement): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const note = this.#parts.notes.get(`${kind} ${element.attr('w:id') ?? ''}`);
    if (!note || this.#isNote) return;
    const content = noteLine(note, this.#parts);
    if (content.length > 0) this.#inline.push({ type: 'footnote', content });
  }

  /** A comment without a passage, as old programs write: the text before it in the line is what it speaks of. */
  #commentPoint(element: XmlElement): void {
    const thread = this.#parts.comments.threadOf(element.attr('w:id') ?? '');
    if (thread === undefined || this.#ranged.has(thread) || this.#threads.has(thread)) return;
    const at = this.#inline.findLastIndex(({ type }) => type === 'text');
    const text = this.#inline[at];
    if (!text) return;
    this.#ranged.add(thread);
    this.#parts.comments.use(thread);
    this.#inline[at] = { ...text, marks: [...(text.marks ?? []), annotation(thread)] };
  }

  /** A picture, a shape, a group of them: their pictures and their texts, in order. */
  #drawing(element: XmlElement, alt: string): void {
    for (const node of element.elements()) {
      switch (node.name) {
        case 'a:blip':
          this.#picture(node.attr('r:embed') ?? node.attr('r:link'), alt);
          break;
        case 'v:imagedata':
          this.#picture(node.attr('r:id') ?? node.attr('r:href'), alt);
          break;
        case 'w:txbxContent':
          this.#lift({ box: node });
          break;
        case 'c:chart':
        case 'dgm:relIds':
          this.#parts.losses.add('drawing', 'Charts and drawings were left out');
          break;
        case 'mc:AlternateContent': {
          const choice = node.child('mc:Choice') ?? node.child('mc:Fallback');
          if (choice) this.#drawing(choice, altOf(choice) || alt);
          break;
        }
        case 'v:shape':
        case 'v:rect':
          if (node.attr('o:hr') !== undefined) this.#lift({ image: { type: 'horizontalRule' } });
          else this.#drawing(node, node.attr('alt') ?? alt);
          break;
        case 'pic:pic':
          this.#drawing(node, alt || altOf(node));
          break;
        default:
          this.#drawing(node, alt);
      }
    }
  }

  #picture(id: string | undefined, alt: string): void {
    const image = this.#parts.pictures.image(id, this.#relationships, alt);
    if (image) this.#lift({ image });
  }

  /** A sentence is never cut in two: what stands in its middle comes after its paragraph. */
  #lift(block: LiftedBlock): void {
    const hasText = this.#inline.some((node) => node.type !== 'text' || (node.text ?? '').trim() !== '');
    (hasText ? this.#after : this.#before).push(block);
  }
}

const annotation = (annotationId: string): Mark => ({ type: 'annotation', attrs: { annotationId } });

/** A note is one line: its paragraphs are parted by blanks. */
function noteLine({ element, relationships }: DocxNote, parts: DocxParts): readonly DocumentNode[] {
  const reader = new InlineReader(parts, relationships, true);
  const lines = element.elements('w:p').map((paragraph) => reader.read(paragraph).inline);
  const texts = lines.flatMap((line, at): readonly DocumentNode[] =>
    at === 0 ? line : [{ type: 'text', text: ' ' }, ...line],
  );
  return tidyInline(texts.map((node) => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node))).filter(
    ({ type }) => type === 'text',
  );
}

function formulaText(element: XmlElement): string {
  if (element.name === 'm:t') return element.ownText;
  return element.elements().map(formulaText).join('');
}
