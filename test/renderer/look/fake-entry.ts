import '../../../src/renderer/no-eval.js';
import { FakeBridge } from '../../builders/fake-bridge.js';
import type { FakeOptions } from '../../builders/fake-desk.js';
import { newStory } from '../../../src/core/story/story.js';
import { countingIds, sampleNewsroom } from '../../builders/sample-newsroom.js';

declare global {
  interface Window {
    /** Which newsroom the look wants, set before the page's own script runs. */
    readonly lookOptions?: { readonly kind?: string; readonly theme?: 'light' | 'dark'; readonly rows?: number };
  }
}

const { kind = 'desk', theme = 'light', rows } = window.lookOptions ?? {};
const newsroom = sampleNewsroom(new Date());
const [lead, ...rest] = newsroom.stories;
if (!lead) throw new Error('the sample has no lead story');
const long = `${lead.headline} while Überlieferungsgeschichte and ${'Donaudampfschifffahrts'.repeat(4)} wait, `.repeat(
  3,
);
const shapes: Readonly<Record<string, FakeOptions>> = {
  desk: {},
  firstRun: { firstRun: true },
  empty: { newsroom: { ...newsroom, stories: [], taxonomy: { sections: [], tags: [] } } },
  long: { newsroom: { ...newsroom, stories: [{ ...lead, headline: long }, ...rest] } },
  frozen: { newsroom: { ...newsroom, stories: [{ ...lead, state: 'published', pubStatus: 'usable' }, ...rest] } },
  readOnly: { readOnly: true },
  fresh: {
    newsroom: {
      ...newsroom,
      stories: [newStory({ settings: newsroom.settings, desk: lead.deskId, now: new Date(), newId: countingIds() })],
    },
  },
  damaged: { damaged: true },
  recovery: {
    recovery: {
      savedAt: new Date().toISOString(),
      savedWords: 12,
      draftWords: 15,
      saved: ['The talks began on Monday.', 'Nobody spoke to the press.'],
      draft: ['The talks began on Tuesday in Abu Dhabi.', 'Nobody spoke to the press.'],
    },
  },
};
const options = { ...shapes[kind], theme, ...(rows === undefined ? {} : { rows }) };
Object.assign(window, { copydesk: new FakeBridge(options) });
