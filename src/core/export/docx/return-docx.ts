import { walk, type StoryDocument } from '../../document/document.js';
import { LossList, type Loss } from '../../loss.js';
import type { Story } from '../../story/story.js';
import { oneLine } from '../../text/spaces.js';
import type { ExportOptions } from '../exporter.js';
import type { Rendition } from '../rendition.js';
import { blocksXml } from './docx-body.js';
import { docxPackage } from './docx-package.js';
import { DocxPartsOut } from './docx-parts-out.js';
import { DocxReviewOut } from './docx-review-out.js';
import { paragraphXml, runXml } from './docx-xml.js';

/** The custom properties by which a document that comes back names the state that it was made of. */
export const returnProperties = { story: 'CopydeskStory', state: 'CopydeskState' } as const;

/** Fields of a story that a colleague may change in the document, and the style that each has in it. */
export const returnedFields = {
  kicker: 'Kicker',
  headline: 'Title',
  dek: 'Subtitle',
  byline: 'Byline',
  bodyFooter: 'AuthorNote',
} as const satisfies Partial<Record<keyof Story, string>>;
export type ReturnedField = keyof typeof returnedFields;

/**
 * A story as a Word document that is to come back: open suggestions as tracked changes, threads as comments, each line
 * marked. What is private stays behind: notes, sources, source notes, legal flags, planning, the log.
 * @param state hash that names the saved state of the story
 */
export async function returnDocx(
  story: Story,
  rendition: Rendition,
  state: string,
  pictureBytes: ExportOptions['pictureBytes'],
): Promise<{ readonly bytes: Uint8Array; readonly losses: readonly Loss[] }> {
  const losses = new LossList();
  // Each node once, so that its place can be told by it.
  const body = structuredClone<StoryDocument>(story.body);
  const review = new DocxReviewOut(story, body);
  const parts = new DocxPartsOut({ ...rendition, leadImage: null }, pictureBytes, losses, review);
  const field = (name: ReturnedField): string => {
    const text = oneLine(story[name]);
    const isAlways = name === 'headline' || name === 'dek';
    if (text === '' && !isAlways) return '';
    return paragraphXml(returnedFields[name], review.field(name) + (text === '' ? '' : runXml(text)));
  };
  const xml = [
    field('kicker'),
    field('headline'),
    field('dek'),
    field('byline'),
    await blocksXml(body.content ?? [], parts),
    field('bodyFooter'),
  ].join('');
  const properties = { [returnProperties.story]: story.id, [returnProperties.state]: state };
  return { bytes: docxPackage(xml, parts, properties), losses: losses.list };
}

/** The nodes of a body in the order by which a returned line names them. */
export const nodesInPlace = (body: StoryDocument) => [...walk(body)].map(({ node }) => node);
