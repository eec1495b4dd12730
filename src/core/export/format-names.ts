/** Formats of one story a file, by what people call them; the keys are those of `--format`. Light, for the page. */
const storyFormatNames = {
  html: 'Web page',
  markdown: 'Markdown',
  text: 'Plain text',
  docx: 'Word document',
  pdf: 'PDF proof',
  icml: 'InDesign (ICML)',
  ninjs: 'ninjs',
  nitf: 'NITF',
  'newsml-g2': 'NewsML-G2',
  json: 'Copydesk JSON',
} as const;
/** Formats of many stories in one file. */
const collectionFormatNames = {
  rss: 'RSS',
  atom: 'Atom',
  jsonfeed: 'JSON Feed',
  wxr: 'WordPress (WXR)',
} as const;

export type ExportFormat = keyof typeof storyFormatNames;
export type CollectionFormat = keyof typeof collectionFormatNames;
/** Every name that `--format` takes. */
export type AnyFormat = ExportFormat | CollectionFormat;

const names: Readonly<Record<AnyFormat, string>> = { ...storyFormatNames, ...collectionFormatNames };
export const exportFormats = Object.keys(storyFormatNames) as readonly ExportFormat[];
export const collectionFormats = Object.keys(collectionFormatNames) as readonly CollectionFormat[];
export const allFormats: readonly AnyFormat[] = [...exportFormats, ...collectionFormats];

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(storyFormatNames, name);
export const isCollectionFormat = (name: string): name is CollectionFormat =>
  Object.hasOwn(collectionFormatNames, name);
export const isFormat = (name: string): name is AnyFormat => Object.hasOwn(names, name);

/** What people call a format. */
export const formatLabel = (format: AnyFormat): string => names[format];
