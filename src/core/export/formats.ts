import { collectionFormats, collections, isCollectionFormat, type CollectionFormat } from './collections.js';
import { exportFormats, exporters, isExportFormat, type ExportFormat } from './exporters.js';

/** Every name that `--format` takes, of one story a file or of many. */
export type AnyFormat = ExportFormat | CollectionFormat;
export const allFormats: readonly AnyFormat[] = [...exportFormats, ...collectionFormats];

export const isFormat = (name: string): name is AnyFormat => isExportFormat(name) || isCollectionFormat(name);

/** What people call a format. */
export const formatLabel = (format: AnyFormat): string =>
  isCollectionFormat(format) ? collections[format].label : exporters[format].label;
