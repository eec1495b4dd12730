/** What XML 1.0 has no place for (2.2), also written as a number. */
// eslint-disable-next-line no-control-regex -- controls are what this line is for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or the value of an attribute; characters that XML cannot hold are left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"]/gu, (sign) => signs[sign] ?? '');

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
export const runXml = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

/** A content control that nobody sees: it keeps together what Word has no structure for (`own-controls.ts` reads it). */
export const controlXml = (tag: string, content: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="copydesk:${xmlText(tag)}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
