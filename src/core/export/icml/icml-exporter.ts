import { documentView } from '../../document/document-view.js';
import { tidyBody } from '../../document/tidy-body.js';
import { LossList } from '../../loss.js';
import { oneLine } from '../../text/spaces.js';
import type { ExportedFile, Exporter } from '../exporter.js';
import type { Rendition } from '../rendition.js';
import { wirePictures } from '../wire/wire-pictures.js';
import { element, type Xml } from '../xml/xml-writer.js';
import { readXml } from '../xml/xml-check.js';
import { icmlBlocks } from './icml-body.js';
import { IcmlParts } from './icml-parts.js';
import { icmlStyles } from './icml-styles.js';

/** What InDesign reads before the first element: the version of the format, and that it is one text. */
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>
<?aid SnippetType="InCopyInterchange"?>
`;

/** A text for InDesign and InCopy by the names of its styles, which are the contract with the print template. */
export const icmlExporter: Exporter = {
  shape: 'file',
  validate: (files) => ({ validator: 'copydesk-icml', faults: icmlFaults(files) }),
  render(rendition, { stem }) {
    const losses = new LossList();
    const pictures = wirePictures(rendition, `${stem}-icml`);
    const parts = new IcmlParts(rendition, pictures, losses);
    const body = tidyBody(documentView(rendition.body, 'accepted'));
    const lead = pictures.pictures.find(({ isLead }) => isLead);
    const lines = [
      parts.line('Kicker', rendition.kicker),
      parts.line('Headline', rendition.headlines.print || rendition.headline),
      rendition.hasOwnDek ? parts.line('Deck', rendition.dek) : null,
      parts.line('Byline', rendition.byline),
      parts.line('Dateline', rendition.dateline),
      ...(lead ? parts.picture(lead, lead) : []),
      ...corrections(rendition, 'top', parts),
      ...icmlBlocks(body.content ?? [], parts),
      ...corrections(rendition, 'end', parts),
      parts.line('Author note', rendition.bodyFooter),
    ].filter((line) => line !== null);
    if (rendition.related.length > 0) losses.add('related', 'Related cards were left out', rendition.related.length);
    const story = element(
      'Story',
      {
        Self: 'copydesk_story',
        TrackChanges: 'false',
        StoryTitle: oneLine(rendition.slugline || rendition.headline),
        AppliedTOCStyle: 'n',
        AppliedNamedGrid: 'n',
      },
      element('StoryPreference', { OpticalMarginAlignment: 'false', OpticalMarginSize: '12' }),
      ...lines,
    );
    const document = element(
      'Document',
      { DOMVersion: '8.0', Self: 'copydesk_document' },
      ...icmlStyles(parts),
      story,
      ...parts.links(),
    );
    return Promise.resolve({
      files: [{ path: `${stem}.icml`, content: `${head}${document.xml}\n` }, ...pictures.files],
      losses: losses.list,
    });
  },
};

const corrections = (rendition: Rendition, place: 'top' | 'end', parts: IcmlParts): readonly (Xml | null)[] =>
  rendition.corrections
    .filter((entry) => entry.place === place)
    .map(({ text }) => {
      parts.losses.add('correction', 'Corrections became paragraphs, without their date and kind');
      return parts.line('Correction', text);
    });

/** The maker's schema is not open: every style that is used is there, every link leads somewhere, text stands in Content. */
function icmlFaults(files: readonly ExportedFile[]): readonly string[] {
  const text = files[0]?.content;
  if (typeof text !== 'string') return ['the file is missing'];
  const known = new Set<string>();
  const used = new Set<string>();
  const faults: string[] = [];
  const wellFormed = readXml(text, ({ name, attributes, text: inner }) => {
    if (attributes['Self'] !== undefined) {
      if (known.has(attributes['Self'])) faults.push(`"${attributes['Self']}" is there twice`);
      known.add(attributes['Self']);
    }
    for (const key of [
      'AppliedParagraphStyle',
      'AppliedCharacterStyle',
      'AppliedTableStyle',
      'AppliedCellStyle',
      'Source',
    ])
      if (attributes[key] !== undefined) used.add(attributes[key]);
    if (name === 'Destination' && inner !== '') used.add(inner);
    if (inner.trim() !== '' && !['Content', 'BasedOn', 'Destination', 'BorderColor'].includes(name))
      faults.push(`text outside Content, in ${name}`);
  });
  for (const name of used) if (!known.has(name)) faults.push(`"${name}" is used and not there`);
  return [...wellFormed, ...faults];
}
