import { LossList } from '../../loss.js';
import type { Exporter } from '../exporter.js';
import { MediaFiles } from './media-files.js';
import { pageFaults } from './page-check.js';
import { pageContext, textOfPage } from './page-context.js';
import { pageFonts } from './page-fonts.js';
import { pageHead } from './page-head.js';
import { readPageWords } from './page-words.js';
import { renderTemplate } from './theme-engine.js';

/** A page that can be put on the web as it is: one folder with `index.html`, its pictures and fonts. No script. */
export const htmlExporter: Exporter = {
  shape: 'folder',
  validate: (files) => ({ validator: 'copydesk-page', faults: pageFaults(files) }),
  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is a promise; a template without waiting is twice as fast
  async render(rendition, options) {
    const losses = new LossList();
    const media = new MediaFiles('media');
    const words = readPageWords(rendition.language, options.themeText);
    const context = pageContext(rendition, words, media, losses);
    const hasItalic = context.body.includes('<em>') || context.bodyFooter !== '';
    const fonts = pageFonts(textOfPage(rendition), hasItalic, options);
    const style = `\n${fonts.css}${options.themeText('page.css')}${options.themeText('own.css')}`;
    const head = pageHead(rendition, context.lead, style, options.sha256Base64);
    const page = renderTemplate(options.themeText, 'story', { ...context, head });
    return {
      files: [{ path: 'index.html', content: page.toWellFormed() }, ...media.files, ...fonts.files],
      losses: losses.list,
    };
  },
};
