import type { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { Rendition } from '../rendition.js';
import type { WirePicture, WirePictures } from '../wire/wire-pictures.js';
import { element, inlineElement, joined, type Xml, type XmlContent } from '../xml/xml-writer.js';

/** InDesign's own style of a text without one. */
export const plainCharacter = '$ID/NormalCharacterStyle';
/** Points of a print column, which a picture or a table is as wide as. */
export const columnPoints = 240;

/** What an ICML file gathers while its text is written: the styles and links that it uses. */
export class IcmlParts {
  readonly rendition: Rendition;
  readonly pictures: WirePictures;
  readonly losses: LossList;
  /** Names in the order of their first use, so that the same story gives the same bytes. */
  readonly paragraphStyles = new Set<string>();
  readonly characterStyles = new Set<string>();
  hasTable = false;
  readonly #links: string[] = [];
  #last = 0;

  constructor(rendition: Rendition, pictures: WirePictures, losses: LossList) {
    this.rendition = rendition;
    this.pictures = pictures;
    this.losses = losses;
  }

  /** An id that is there once in the file. */
  id(kind: string): string {
    this.#last += 1;
    return `copydesk_${kind}_${String(this.#last)}`;
  }

  /** A whole paragraph; its end is a Br of its own, as InDesign writes it. */
  paragraph(style: string, ...runs: readonly XmlContent[]): Xml {
    this.paragraphStyles.add(style);
    const range = inlineElement('ParagraphStyleRange', { AppliedParagraphStyle: `ParagraphStyle/${style}` }, ...runs);
    return joined(range, { xml: '\n<Br/>' });
  }

  /** A line of plain text; null where there is none. */
  line(style: string, text: string): Xml | null {
    const words = oneLine(text);
    return words === '' ? null : this.paragraph(style, this.run('', words));
  }

  /** @param style '' = none */
  run(style: string, text: string): Xml {
    return this.range(style, inlineElement('Content', {}, text));
  }

  /** @param style '' = none */
  range(style: string, ...content: readonly XmlContent[]): Xml {
    if (style !== '') this.characterStyles.add(style);
    const name = style === '' ? plainCharacter : `CharacterStyle/${style}`;
    return inlineElement('CharacterStyleRange', { AppliedCharacterStyle: name }, ...content);
  }

  /** A text that leads to an address; where it leads stands after the story. */
  link(href: string, inner: Xml): Xml {
    this.#links.push(href);
    const number = String(this.#links.length);
    return inlineElement(
      'HyperlinkTextSource',
      { Self: `htss-${number}`, Name: `Link ${number}`, Hidden: 'false' },
      inner,
    );
  }

  /** A picture as a link to the file that comes along, then its caption and credit. */
  picture(file: WirePicture, words: Pick<WirePicture, 'caption' | 'credit'>): readonly (Xml | null)[] {
    const height = Math.round((columnPoints * file.height) / file.width);
    const [x, y] = [String(columnPoints / 2), String(height / 2)];
    const point = (left: string, top: string): Xml =>
      element('PathPointType', {
        Anchor: `${left} ${top}`,
        LeftDirection: `${left} ${top}`,
        RightDirection: `${left} ${top}`,
      });
    const scale = String(columnPoints / file.width);
    const frame = element(
      'Rectangle',
      { Self: this.id('frame'), StrokeWeight: '0', ItemTransform: `1 0 0 1 ${x} -${y}` },
      element(
        'Properties',
        {},
        element(
          'PathGeometry',
          {},
          element(
            'GeometryPathType',
            { PathOpen: 'false' },
            element('PathPointArray', {}, point(`-${x}`, `-${y}`), point(`-${x}`, y), point(x, y), point(x, `-${y}`)),
          ),
        ),
      ),
      element(
        'Image',
        { Self: this.id('image'), ItemTransform: `${scale} 0 0 ${scale} -${x} -${y}` },
        element('Link', { Self: this.id('link'), LinkResourceURI: `file:${encodeURI(file.path)}` }),
      ),
    );
    return [
      this.paragraph('Picture', this.range('', frame)),
      this.line('Caption', words.caption),
      this.line('Credit', words.credit),
    ];
  }

  /** Where the links of the text lead; `:` is not allowed in an id (as InDesign writes it). */
  links(): readonly Xml[] {
    return this.#links.flatMap((href, at) => {
      const number = String(at + 1);
      const target = `HyperlinkURLDestination/${number}`;
      return [
        element('HyperlinkURLDestination', {
          Self: target,
          Name: `Address ${number}`,
          DestinationURL: href,
          DestinationUniqueKey: number,
        }),
        element(
          'Hyperlink',
          {
            Self: `hyperlink-${number}`,
            Name: `Way ${number}`,
            Source: `htss-${number}`,
            Visible: 'false',
            DestinationUniqueKey: number,
          },
          element(
            'Properties',
            {},
            inlineElement('BorderColor', { type: 'enumeration' }, 'Black'),
            inlineElement('Destination', { type: 'object' }, target),
          ),
        ),
      ];
    });
  }
}
