import { flushSync } from 'svelte';
import type { Finding } from '../../../core/contract/calls.js';
import { focusDrawn } from '../../parts/focus.js';
import type { App } from '../../state/app.svelte.js';
import type { Newsroom } from '../../state/newsroom.svelte.js';

/** Goes to the field or block that a finding names: `headline`, `body:<blockId>`, `related:2`, `notes`. */
export function goToFinding(app: App, newsroom: Newsroom, { where }: Pick<Finding, 'where'>): void {
  const [place, detail = ''] = where.split(':');
  newsroom.showing = 'text';
  flushSync();
  if (place === 'body') {
    if (!app.writing.goToBlock(detail)) document.getElementById('story-body')?.focus();
    return;
  }
  if (place === 'headline' || place === 'dek') {
    document.getElementById(`story-${place}`)?.focus();
    return;
  }
  app.layout.showTab(place === 'related' || place === 'notes' ? place : 'story');
  const selector = place === 'related' ? `[data-card]:nth-of-type(${String(Number(detail) + 1)})` : '[role=tabpanel]';
  focusDrawn(() => document.querySelector<HTMLElement>(selector));
}
