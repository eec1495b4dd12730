import { z } from 'zod';
import type { ExportedFile, ExportOptions } from '../exporter.js';

const fontSchema = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+\.woff2$/),
  family: z.string().regex(/^[A-Za-z ]+$/),
  style: z.enum(['normal', 'italic']),
  weight: z.string().regex(/^\d+ \d+$/),
  unicodeRange: z.string().regex(/^[U+0-9A-F,-]+$/i),
  /** Which pages take the file along: all, those with italic text, those with letters beyond Western European ones. */
  when: z.enum(['always', 'italic', 'latinExtended']),
});

const latinExtended = /[\u0100-\u024f\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]/u;

export interface PageFonts {
  readonly css: string;
  readonly files: readonly ExportedFile[];
}

/** The fonts that a page needs, by the theme's `fonts/fonts.json`: their `@font-face` rules and their files. */
export function pageFonts(
  text: string,
  hasItalic: boolean,
  options: Pick<ExportOptions, 'themeText' | 'themeBytes'>,
): PageFonts {
  const fonts = z.array(fontSchema).parse(JSON.parse(options.themeText('fonts/fonts.json')));
  const isExtended = latinExtended.test(text);
  const used = fonts.filter(({ when }) => when === 'always' || (when === 'italic' ? hasItalic : isExtended));
  const css = used.map(faceRule);
  const files = used.map(({ file }) => ({ path: `fonts/${file}`, content: options.themeBytes(`fonts/${file}`) }));
  return { css: css.join(''), files };
}

/** Every font of a theme, for a style sheet that stands beside the folder `fonts`: a browser loads what it needs. */
export function allFonts(themeText: (name: string) => string): {
  readonly css: string;
  readonly files: readonly string[];
} {
  const fonts = z.array(fontSchema).parse(JSON.parse(themeText('fonts/fonts.json')));
  return { css: fonts.map(faceRule).join(''), files: fonts.map(({ file }) => file) };
}

const faceRule = ({ file, family, style, weight, unicodeRange }: z.infer<typeof fontSchema>): string =>
  `@font-face { font-family: '${family}'; font-style: ${style}; font-weight: ${weight}; font-display: swap; src: url('fonts/${file}') format('woff2'); unicode-range: ${unicodeRange}; }\n`;
