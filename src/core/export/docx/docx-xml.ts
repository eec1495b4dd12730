import { escapeXml } from '../xml/xml-writer.js';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

/** A paragraph: `properties` is what stands in `w:pPr` after the style. */
export const paragraphXml = (style: string, content: string, properties = ''): string => {
  const inside = (style === '' ? '' : `<w:pStyle w:val="${style}"/>`) + properties;
  return `<w:p>${inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`}${content}</w:p>`;
};

/** A piece of text with its run properties. */
export const runXml = (text: string, properties = '', tag = 'w:t'): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<${tag} xml:space="preserve">${escapeXml(text)}</${tag}></w:r>`;

/** A content control that nobody sees: it keeps together what Word has no structure for (`own-controls.ts` reads it). */
export const controlXml = (tag: string, content: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="copydesk:${escapeXml(tag)}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
