import { namespaces, xmlHead } from './docx-xml.js';

const bullets = ['\u2022', '\u25e6', '\u25aa'];

/** The lists of one document: each has a number of its own, so that two that follow each other stay two. */
export class NumberingPart {
  readonly #nums: string[] = [];

  /** The number of a new list. @param start of its first entry; null = bullets */
  add(level: number, start: number | null): string {
    const id = String(this.#nums.length + 1);
    const override =
      start === null
        ? ''
        : `<w:lvlOverride w:ilvl="${String(level)}"><w:startOverride w:val="${String(start)}"/></w:lvlOverride>`;
    this.#nums.push(
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${start === null ? '0' : '1'}"/>${override}</w:num>`,
    );
    return id;
  }

  get xml(): string {
    const levels = (isOrdered: boolean): string =>
      Array.from({ length: 9 }, (_, level) => {
        const format = isOrdered ? 'decimal' : 'bullet';
        const text = isOrdered ? `%${String(level + 1)}.` : (bullets[level % 3] ?? '');
        const indent = `<w:pPr><w:ind w:left="${String((level + 1) * 720)}" w:hanging="360"/></w:pPr>`;
        return (
          `<w:lvl w:ilvl="${String(level)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
          `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`
        );
      }).join('');
    const abstract = (id: string, isOrdered: boolean): string =>
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels(isOrdered)}</w:abstractNum>`;
    return `${xmlHead}<w:numbering ${namespaces}>${abstract('0', false)}${abstract('1', true)}${this.#nums.join('')}</w:numbering>`;
  }
}
