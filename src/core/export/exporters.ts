import { docxExporter } from './docx/docx-exporter.js';
import type { Exporter } from './exporter.js';
import { htmlExporter } from './html/html-exporter.js';
import { icmlExporter } from './icml/icml-exporter.js';
import { markdownExporter } from './markdown/markdown-exporter.js';
import { newsmlExporter } from './newsml/newsml-exporter.js';
import { ninjsExporter } from './ninjs/ninjs-exporter.js';
import { nitfExporter } from './nitf/nitf-exporter.js';
import { jsonExporter } from './story-json.js';
import { textExporter } from './text-exporter.js';

/** Every format that can be written; a new one is a new file and a line here (and one in `losses.ts`). Keys are those of `--format`. */
export const exporters = {
  html: htmlExporter,
  markdown: markdownExporter,
  text: textExporter,
  docx: docxExporter,
  ninjs: ninjsExporter,
  nitf: nitfExporter,
  'newsml-g2': newsmlExporter,
  icml: icmlExporter,
  json: jsonExporter,
} as const satisfies Record<string, Exporter>;
export type ExportFormat = keyof typeof exporters;
export const exportFormats = Object.keys(exporters) as readonly ExportFormat[];

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(exporters, name);
