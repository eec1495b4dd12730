import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Story } from '../../src/core/story/story.js';
import { openWindow } from './simulated-window.js';

// Each of these opens the whole page, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const press = (key: string, more: object = {}): Promise<boolean> => fireEvent.keyDown(window, { key, ...more });

async function openDesk(options = {}) {
  const bridge = openWindow(options);
  await screen.findByRole('textbox', { name: 'Headline' });
  return bridge;
}

describe('the first run', () => {
  test('makes a library with what was filled in', async () => {
    const bridge = openWindow({ firstRun: true });
    await screen.findByRole('heading', { name: 'Welcome to Copydesk' });
    await fireEvent.input(field('Publication'), { target: { value: 'The Harbour Post' } });
    await fireEvent.input(field('Your name'), { target: { value: 'Anna Lindqvist' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(bridge.names('library.create')).toMatchObject([
      {
        folder: null,
        publicationName: 'The Harbour Post',
        personName: 'Anna Lindqvist',
        role: 'journalist',
        sample: false,
      },
    ]);
    expect(await screen.findByText('No stories yet')).toBeTruthy();
  });

  test('opens the sample newsroom', async () => {
    const bridge = openWindow({ firstRun: true });
    await fireEvent.click(await screen.findByRole('button', { name: 'Open the sample newsroom' }));
    expect(bridge.names('library.create')).toMatchObject([{ sample: true }]);
    await screen.findByRole('textbox', { name: 'Headline' });
  });
});

describe('the canvas', () => {
  test('goes from headline to dek to body with Enter, and never puts a line break into a headline', async () => {
    await openDesk();
    const headline = field('Headline') as HTMLTextAreaElement;
    headline.focus();
    await fireEvent.keyDown(headline, { key: 'Enter' });
    expect(document.activeElement).toBe(field('Dek'));
    await fireEvent.input(headline, { target: { value: 'Two\nlines' } });
    expect(headline.value).toBe('Two lines');
  });

  test('saves the fields before it opens another story', async () => {
    const bridge = await openDesk();
    await fireEvent.input(field('Headline'), { target: { value: 'Changed' } });
    const grid = screen.getByRole('grid', { name: 'Stories' });
    await fireEvent.click(within(grid).getByText(/Mexico to send food aid/));
    await waitFor(() => expect((field('Headline') as HTMLTextAreaElement).value).toMatch(/^Mexico/));
    const saved = bridge.names('story.save') as { story: Story; expectedSha256: string }[];
    expect(saved.map(({ story }) => story.headline)).toEqual(['Changed']);
    expect(saved[0]?.story.body.content?.length).toBe(6);
  });

  test('is for reading only where the story has gone out', async () => {
    await openDesk();
    await fireEvent.click(screen.getByText(/European leaders warn/));
    await screen.findByText(/Its text has gone out/);
    expect(field('Headline').hasAttribute('readonly')).toBe(true);
    expect(field('Body').getAttribute('contenteditable')).toBe('false');
  });

  test('offers both texts after a crash and compares them by words', async () => {
    const recovery = {
      savedAt: '2026-11-24T12:00:00Z',
      savedWords: 2,
      draftWords: 2,
      saved: ['Old text'],
      draft: ['New text'],
    };
    const bridge = await openDesk({ recovery });
    await fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
    expect(screen.getByRole('group', { name: 'Saved story and draft compared' }).textContent).toMatch(
      /Old.*New.*text/s,
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Keep the draft' }));
    expect(bridge.names('story.recover')).toMatchObject([{ choice: 'draft' }]);
  });
});

describe('the moves of the desk', () => {
  test('offer the next one as the button, and ask for the reason where one is due', async () => {
    const bridge = await openDesk();
    await press('P', { ctrlKey: true, shiftKey: true });
    const box = screen.getByRole('combobox', { name: 'Find a story or a command' });
    await fireEvent.input(box, { target: { value: '>send back' } });
    await fireEvent.keyDown(box, { key: 'Enter' });
    const dialog = await screen.findByRole('dialog', { name: 'Send back to the reporter' });
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Send back' }));
    expect(bridge.names('story.move')).toEqual([]);
    await fireEvent.input(within(dialog).getByRole('textbox'), { target: { value: 'Who said that?' } });
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Send back' }));
    await waitFor(() =>
      expect(bridge.names('story.move')).toMatchObject([{ move: 'sendBack', note: 'Who said that?' }]),
    );
    expect(await screen.findByRole('button', { name: 'Submit' })).toBeTruthy();
  });

  test('take a spike back by the Undo of its message', async () => {
    const bridge = await openDesk();
    await press('P', { ctrlKey: true, shiftKey: true });
    const box = screen.getByRole('combobox', { name: 'Find a story or a command' });
    await fireEvent.input(box, { target: { value: '>spike' } });
    await fireEvent.keyDown(box, { key: 'Enter' });
    const messages = screen.getByRole('region', { name: 'Messages' });
    await fireEvent.click(await within(messages).findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(bridge.names('story.undoMove')).toHaveLength(1));
    expect(bridge.names('story.move')).toMatchObject([{ move: 'spike' }]);
  });
});

describe('the related tab', () => {
  test('adds a suggestion, orders with Alt and the arrows, and offers to link back', async () => {
    const bridge = await openDesk();
    await press('2', { code: 'Digit2', ctrlKey: true });
    const add = await screen.findByRole('button', { name: 'Link Exchange of 200 prisoners agreed in Istanbul' });
    await fireEvent.click(add);
    const cards = (): string[] =>
      within(screen.getByRole('list', { name: 'Linked, in this order' }))
        .getAllByRole('listitem')
        .map((card) => card.getAttribute('aria-label') ?? '');
    await waitFor(() => expect(cards()).toHaveLength(4));
    const last = screen.getByRole('listitem', { name: /Exchange of 200/ });
    await fireEvent.keyDown(last, { key: 'ArrowUp', altKey: true });
    expect(cards()[2]).toMatch(/^Exchange/);
    await fireEvent.click(screen.getByRole('button', { name: /^Link back from Exchange/ }));
    await waitFor(() => expect(bridge.names('related.linkBack')).toHaveLength(1));
    const saved = bridge.names('story.save') as { story: Story }[];
    expect(saved.at(-1)?.story.related).toHaveLength(4);
  });

  test('marks a link to a killed story', async () => {
    await openDesk();
    await press('2', { code: 'Digit2', ctrlKey: true });
    expect(await screen.findByText('Killed: unlink or replace')).toBeTruthy();
  });
});

describe('closing', () => {
  test('saves first and then says that the window may go', async () => {
    const bridge = await openDesk();
    await fireEvent.input(field('Dek'), { target: { value: 'Last words' } });
    bridge.tell('app.closing', null);
    await waitFor(() => expect(bridge.isReadyToClose).toBe(true));
    expect(bridge.names('story.save')).toMatchObject([{ story: { dek: 'Last words' } }]);
  });

  test('is not allowed while the text is neither saved nor kept', async () => {
    const bridge = await openDesk();
    const full = { ok: false, code: 'store.write-failed', params: { detail: 'disk full' } } as const;
    bridge.failing.set('story.save', full).set('story.keepDraft', full);
    await fireEvent.input(field('Dek'), { target: { value: 'Last words' } });
    bridge.tell('app.closing', null);
    await waitFor(() => expect(screen.getByTestId('save-status').textContent).toContain('NOT saved'));
    expect(bridge.isReadyToClose).toBe(false);
  });
});
