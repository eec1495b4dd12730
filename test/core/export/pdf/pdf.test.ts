import { describe, expect, test } from 'vitest';
import { paperFor } from '../../../../src/core/export/pdf/paper.js';
import { pdfFaults } from '../../../../src/core/export/pdf/pdf-check.js';
import { pdfExporter } from '../../../../src/core/export/pdf/pdf-exporter.js';
import { exportOptions, rendition } from '../../../builders/rendition.js';

const whole = '%PDF-1.4\n<</Type /Page>> <</MarkInfo 1 /StructTreeRoot 2 0 R /Lang (en)>>\n%%EOF\n';
const faults = (text: string) => pdfFaults([{ path: 'a.pdf', content: new TextEncoder().encode(text) }]);

describe('a PDF', () => {
  test('is checked for what every one of ours must show', () => {
    expect(faults(whole)).toEqual([]);
    expect(faults(whole.replace('/MarkInfo', ''))).toEqual(['it is not tagged']);
    expect(faults(whole.replace('%%EOF', ''))).toEqual(['the end of the file is missing']);
    expect(faults(whole.replace('/Type /Page>', '/Type /Pages>'))).toEqual(['it has no page']);
    expect(pdfFaults([])).toEqual(['there is no file']);
  });

  test.each([
    ['en-US', 'Letter'],
    ['es-Latn-MX', 'Letter'],
    ['en-GB', 'A4'],
    ['en', 'A4'],
    ['ar', 'A4'],
  ])('of a story in %s stands on %s', (language, paper) => {
    expect(paperFor(language)).toBe(paper);
  });

  test('is refused where nothing can lay a page out', async () => {
    const made = pdfExporter.render(rendition(), exportOptions({ printPage: null }));
    await expect(made).rejects.toMatchObject({ code: 'export.no-printer' });
  });
});
