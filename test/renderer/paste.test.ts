import { describe, expect, test, vi } from 'vitest';
import type { StoryDocument } from '../../src/core/document/document.js';
import { loadStrings } from '../../src/core/strings/languages.js';
import { lossText } from '../../src/core/strings/loss-text.js';
import { adoptChanges } from '../../src/renderer/editor/adopt-changes.js';
import { cleanHtml } from '../../src/renderer/editor/clean-html.js';
import { readPaste } from '../../src/renderer/editor/paste.js';
import { App } from '../../src/renderer/state/app.svelte.js';
import { FakeBridge } from '../builders/fake-bridge.js';

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Reads a paste and waits until its blocks have arrived. */
function paste(html: string): Promise<{ blocks: StoryDocument; app: App; bridge: FakeBridge }> {
  const bridge = new FakeBridge();
  const app = new App(bridge, 'en-GB');
  return new Promise((resolve) => {
    readPaste(app, { html, plain: '', rtf: '' }, (blocks) => {
      resolve({ blocks, app, bridge });
      return null;
    });
  });
}

describe('a paste from elsewhere', () => {
  test('keeps text and structure and loses script, and bold that is none', async () => {
    const { blocks } = await paste(
      '<b style="font-weight:normal"><p>One <i>two</i></p></b><script>alert(1)</script><ul><li>item</li></ul>',
    );
    expect(blocks.content?.map(({ type }) => type)).toEqual(['paragraph', 'bulletList']);
    expect(JSON.stringify(blocks)).not.toMatch(/bold|alert/);
  });

  test('puts a picture that came inside it into the library and names it by its id', async () => {
    const { blocks, bridge } = await paste(`<p>Text</p><img alt="dot" src="data:image/png;base64,${dot}"><p>More</p>`);
    expect(bridge.names('media.add')).toHaveLength(1);
    expect(blocks.content?.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph']);
    expect(blocks.content?.[1]?.attrs?.['media']).toMatch(/^a{64}\.png$/);
  });

  test('never fetches a picture of another computer, and puts none in its place', async () => {
    const { blocks, app, bridge } = await paste(
      '<p>Text</p><img src="https://example.org/x.png"><img src="files/y.png">',
    );
    expect(JSON.stringify(blocks)).not.toContain('image');
    expect(bridge.names('media.add')).toEqual([]);
    expect(app.toasts.shown).toEqual([]);
  });

  test('is left to others where nothing in it can be read', () => {
    const app = new App(new FakeBridge(), 'en-GB');
    expect(readPaste(app, { html: '<img src="https://example.org/x.png">', plain: '', rtf: '' }, () => null)).toBe(
      false,
    );
  });
});

describe('a paste into an open story', () => {
  test('keeps the changes that Word tracked and the page that it came from, as the story’s own', async () => {
    const bridge = new FakeBridge({ clipboardSource: 'https://example.org/page' });
    const app = new App(bridge, 'en-GB');
    await app.start();
    await vi.waitFor(() => {
      expect(app.newsroom?.open).toBeTruthy();
    });
    const blocks = await new Promise<StoryDocument>((resolve) => {
      const html = '<p>It was <del cite="mailto:Mo" datetime="2026-02-03T09:00">late</del>.</p>';
      readPaste(app, { html, plain: '', rtf: '' }, (body) => {
        resolve(body);
        return null;
      });
    });
    const story = app.newsroom?.open?.story;
    const [changeId] = Object.keys(story?.changes ?? {});
    const [annotationId] = Object.keys(story?.annotations ?? {});
    expect(story?.changes[changeId ?? '']).toMatchObject({ kind: 'deletion', personName: 'Mo' });
    expect(story?.annotations[annotationId ?? '']).toMatchObject({
      kind: 'source',
      thread: [{ text: 'Pasted from https://example.org/page' }],
    });
    expect(blocks.content?.[0]?.content?.[1]?.marks).toEqual([
      { type: 'deletion', attrs: { changeId } },
      { type: 'annotation', attrs: { annotationId } },
    ]);
  });
});

describe('HTML that claims to be our own copy', () => {
  test('is cleaned all the same', () => {
    const dirty =
      '<p data-pm-slice="0 0 []" onclick="x()">a<img src=x onerror=alert(1)><a href="javascript:x">b</a></p>';
    expect(cleanHtml(dirty)).toBe('<p data-pm-slice="0 0 []">a<a>b</a></p>');
  });
});

test('suggestions of another story keep who made them and when; an invented one is left out', async () => {
  const app = new App(new FakeBridge(), 'en-GB');
  await app.start();
  await vi.waitFor(() => {
    expect(app.newsroom?.open).toBeTruthy();
  });
  const at = '2026-02-03T10:00:00.000Z';
  const stranger = '00000000-0000-4000-8000-00000000abcd';
  const copied = { kind: 'insertion', personId: stranger, personName: 'Maren Holt', at };
  const ids = adoptChanges(app, { a: copied, b: { kind: 'insertion', personName: 'x' }, c: 7 });
  expect([...ids.keys()]).toEqual(['a']);
  const changes = app.newsroom?.open?.story.changes ?? {};
  expect(changes[ids.get('a') ?? '']).toEqual({ ...copied, personId: null });
  expect(adoptChanges(app, { [ids.get('a') ?? '']: copied }).size).toBe(0);
  expect(adoptChanges(app, 'nonsense').size).toBe(0);
});

test('what a paste lost is told in the language of the window', async () => {
  const german = await loadStrings('de');
  expect(lossText(german, { what: 'script', detail: 'Scripts were dropped' })).toBe('Skripte wurden entfernt');
  expect(lossText(german, { what: 'unheardOf', detail: 'Something' })).toBe('Something');
});
