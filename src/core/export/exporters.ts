import type { Exporter } from './exporter.js';
import { htmlExporter } from './html/html-exporter.js';
export const exporters = { html: htmlExporter } as const satisfies Record<string, Exporter>;
export type ExportFormat = keyof typeof exporters;
