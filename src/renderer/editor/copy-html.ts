import type { StoryDocument } from '../../core/document/document.js';
import { tidyBody, tidyInline } from '../../core/document/tidy-body.js';
import { bodyHtml } from '../../core/export/html/body-html.js';
import { InlineWriter } from '../../core/export/html/inline-html.js';
import { LossList } from '../../core/loss.js';

/** A copied piece as the HTML of our own pages: other programs read it clean. Pictures stay behind as their captions. */
export function copyHtml(piece: StoryDocument, isInline: boolean): string {
  const losses = new LossList();
  const context = { direction: 'ltr', storyLinks: {}, storyCards: {}, picture: () => null, losses } as const;
  if (!isInline) return bodyHtml(tidyBody(piece), context);
  const line = piece.content?.[0]?.content ?? [];
  // The blanks at the edges of a piece of a line are part of it.
  const text = line.map((node) => node.text ?? '').join('');
  const html = new InlineWriter(context, 'inline').inline({ type: 'paragraph', content: tidyInline(line) });
  return `${/^\s/u.test(text) ? ' ' : ''}${html}${/\s$/u.test(text) ? ' ' : ''}`;
}
