import { documentView } from '../document/document-view.js';
import { tidyBody } from '../document/tidy-body.js';
import { bodyHtml } from '../export/html/body-html.js';
import { LossList } from '../loss.js';
import type { MediaRecord } from '../media/media-record.js';
import type { Story } from '../story/story.js';
import { escapeHtml } from '../text/escape.js';
import { isRightToLeft } from '../text/direction.js';

/**
 * A story as a page that any browser shows, for whoever opens a package without Copydesk: the text as its suggestions
 * would make it, with the pictures of the package. No script, nothing from outside.
 */
export function readableCopy(story: Story, media: Readonly<Record<string, MediaRecord>>): string {
  const direction = isRightToLeft(story.language) ? 'rtl' : 'ltr';
  const body = bodyHtml(tidyBody(documentView(story.body, 'accepted')), {
    direction,
    storyLinks: {},
    storyCards: {},
    losses: new LossList(),
    picture: (name) => {
      const record = media[name];
      return record
        ? { path: `media/${name}`, width: record.width, height: record.height, srcset: '', webp: '' }
        : null;
    },
  });
  const line = (tag: string, text: string): string =>
    text.trim() === '' ? '' : `<${tag}>${escapeHtml(text)}</${tag}>\n`;
  return `<!doctype html>
<html lang="${escapeHtml(story.language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>${escapeHtml(story.headline)}</title>
<style>body{margin:2rem auto;max-width:42rem;padding:0 1rem;font:1.1rem/1.6 Georgia,serif}img{max-width:100%;height:auto}</style>
</head>
<body>
<article>
${line('h1', story.headline)}${line('p', story.dek)}${line('p', story.byline)}${body}
</article>
</body>
</html>
`;
}
