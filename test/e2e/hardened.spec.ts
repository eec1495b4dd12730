import { expect, test } from './desk-app.js';

test('the window is closed to scripts, navigation, other windows, permissions and the network', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');

  const preferences = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        window.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    }),
  );
  expect(preferences).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false }]);

  const address = page.url();
  const reached = await page.evaluate<Record<string, unknown>>(`(async () => {
    const violations = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.pwned = 1';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.pwned = 2');
    image.src = 'https://tracker.example.org/x.png';
    document.body.append(image);
    location.href = 'https://example.org/';
    await new Promise((resolve) => setTimeout(resolve, 300));
    const fetched = await fetch('https://example.org/').then(() => 'fetched', () => 'refused');
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true }).then(() => 'given', () => 'refused');
    return { pwned: window.pwned ?? null, opened: window.open('https://example.org/') !== null, fetched, camera,
      violations: [...new Set(violations)].sort(), node: typeof require, electron: Object.keys(window.copydesk).sort() };
  })()`);
  expect(reached['pwned']).toBeNull();
  expect(reached['opened']).toBe(false);
  expect(reached['fetched']).toBe('refused');
  expect(reached['camera']).not.toBe('given');
  expect(reached['node']).toBe('undefined');
  expect(reached['electron']).toEqual(['call', 'on', 'ready', 'readyToClose', 'takeFiles']);
  expect(reached['violations']).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'img-src']));
  expect(page.url()).toBe(address);
});

test('hostile calls are refused with a reason and reach nothing outside the library', async ({ desk }) => {
  const library = desk.makeSample();
  const page = await desk.start(library);
  await desk.open('The Lantern Theatre opens its doors again');
  const answers = await page.evaluate<unknown[]>(`(async () => {
    const inputs = [null, undefined, 1, 'x', [], {}, { id: '../../etc/passwd' }, { id: 'x'.repeat(100000) }, { __proto__: { id: 1 } },
      { folder: '/etc' }, { folder: 'path-00000000-0000-4000-8000-000000000000' }, { url: 'file:///etc/passwd' }, { url: 'javascript:alert(1)' }];
    const names = ['story.open', 'story.save', 'story.keepDraft', 'story.move', 'library.open', 'library.create', 'export.run', 'import.run',
      'media.add', 'link.open', 'export.show', 'related.describe', 'section.remove', 'no.such.call', '__proto__', 'constructor'];
    const bad = [];
    for (const name of names) for (const input of inputs) {
      const outcome = await window.copydesk.call(name, input);
      if (outcome.ok !== false || typeof outcome.code !== 'string') bad.push([name, JSON.stringify(input)?.slice(0, 80)]);
    }
    return bad;
  })()`);
  expect(answers).toEqual([]);
  await expect(desk.body).toBeVisible();
});
