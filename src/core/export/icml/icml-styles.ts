import { element, inlineElement, type Xml } from '../xml/xml-writer.js';
import { plainCharacter, type IcmlParts } from './icml-parts.js';

/** How a character style looks until a template says otherwise, by the words of its name. */
const looks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Bold: { FontStyle: 'Bold' },
  Italic: { FontStyle: 'Italic' },
  Underline: { Underline: 'true' },
  Strikethrough: { StrikeThru: 'true' },
  Subscript: { Position: 'Subscript' },
  Superscript: { Position: 'Superscript' },
};

/** The styles that the text uses; a template that has styles of these names keeps its own looks. */
export function icmlStyles(parts: IcmlParts): readonly Xml[] {
  const paragraph = (name: string): Xml =>
    element(
      'ParagraphStyle',
      { Self: `ParagraphStyle/${name}`, Name: name },
      element('Properties', {}, inlineElement('BasedOn', { type: 'object' }, '$ID/NormalParagraphStyle')),
    );
  return [
    element(
      'RootCharacterStyleGroup',
      { Self: 'copydesk_character_styles' },
      element('CharacterStyle', { Self: plainCharacter, Name: 'Default' }),
      ...[...parts.characterStyles].map((name) =>
        element(
          'CharacterStyle',
          { Self: `CharacterStyle/${name}`, Name: name, ...lookOf(name) },
          element('Properties', {}, inlineElement('BasedOn', { type: 'object' }, plainCharacter)),
        ),
      ),
    ),
    element(
      'RootParagraphStyleGroup',
      { Self: 'copydesk_paragraph_styles' },
      element('ParagraphStyle', { Self: '$ID/NormalParagraphStyle', Name: '$ID/NormalParagraphStyle' }),
      ...[...parts.paragraphStyles].map(paragraph),
    ),
    ...(parts.hasTable
      ? [
          element(
            'RootTableStyleGroup',
            { Self: 'copydesk_table_styles' },
            element('TableStyle', { Self: 'TableStyle/Table', Name: 'Table' }),
          ),
          element(
            'RootCellStyleGroup',
            { Self: 'copydesk_cell_styles' },
            element('CellStyle', { Self: 'CellStyle/Cell', Name: 'Cell' }),
          ),
        ]
      : []),
  ];
}

function lookOf(name: string): Readonly<Record<string, string>> {
  const words = name.split(' ');
  const style = { ...Object.assign({}, ...words.map((word) => looks[word] ?? {})) } as Record<string, string>;
  return words.includes('Bold') && words.includes('Italic') ? { ...style, FontStyle: 'Bold Italic' } : style;
}
