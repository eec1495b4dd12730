import type { XmlElement } from '../office/xml-tree.js';

/** One level of a list as the file sets it. */
export interface ListLevel {
  /** False for bullets and for levels without a mark. */
  readonly isOrdered: boolean;
  /** Which counter it moves: several lists may share one (`abstractNumId`). */
  readonly counter: string;
  readonly start: number;
  /** The number with which this very list starts again; null = it goes on where the counter stands. */
  readonly restart: number | null;
}

/** The lists of a document (`numbering.xml`). */
export class DocxNumbering {
  readonly #nums = new Map<string, XmlElement>();
  readonly #abstracts = new Map<string, XmlElement>();

  constructor(root: XmlElement | undefined) {
    for (const element of root?.elements('w:num') ?? []) this.#nums.set(element.attr('w:numId') ?? '', element);
    for (const element of root?.elements('w:abstractNum') ?? [])
      this.#abstracts.set(element.attr('w:abstractNumId') ?? '', element);
  }

  /** A level of a list; undefined where the number stands for "no list". */
  level(numId: string, level: number): ListLevel | undefined {
    if (numId === '0') return undefined;
    const num = this.#nums.get(numId);
    const counter = num?.child('w:abstractNumId')?.attr('w:val') ?? '';
    const isLevel = (element: XmlElement): boolean => element.attr('w:ilvl') === String(level);
    const override = num?.elements('w:lvlOverride').find(isLevel);
    const definition = override?.child('w:lvl') ?? this.#abstracts.get(counter)?.elements('w:lvl').find(isLevel);
    const format = definition?.child('w:numFmt')?.attr('w:val') ?? (num ? 'decimal' : 'bullet');
    const restart = numberOf(override?.child('w:startOverride'));
    return {
      isOrdered: format !== 'bullet' && format !== 'none',
      counter,
      start: numberOf(definition?.child('w:start')) ?? 1,
      restart,
    };
  }
}

function numberOf(element: XmlElement | undefined): number | null {
  const value = Number.parseInt(element?.attr('w:val') ?? '', 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}
