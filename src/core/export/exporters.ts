import { docxExporter } from './docx/docx-exporter.js';
import type { Exporter } from './exporter.js';
import type { ExportFormat } from './format-names.js';
import { htmlExporter } from './html/html-exporter.js';
import { icmlExporter } from './icml/icml-exporter.js';
import { markdownExporter } from './markdown/markdown-exporter.js';
import { newsmlExporter } from './newsml/newsml-exporter.js';
import { ninjsExporter } from './ninjs/ninjs-exporter.js';
import { nitfExporter } from './nitf/nitf-exporter.js';
import { pdfExporter } from './pdf/pdf-exporter.js';
import { jsonExporter } from './story-json.js';
import { textExporter } from './text-exporter.js';

/** Every format that is written of one story; a new one is a new file, a line here, in `format-names.ts` and `losses.ts`. */
export const exporters = {
  html: htmlExporter,
  markdown: markdownExporter,
  text: textExporter,
  docx: docxExporter,
  pdf: pdfExporter,
  icml: icmlExporter,
  ninjs: ninjsExporter,
  nitf: nitfExporter,
  'newsml-g2': newsmlExporter,
  json: jsonExporter,
} as const satisfies Record<ExportFormat, Exporter>;
