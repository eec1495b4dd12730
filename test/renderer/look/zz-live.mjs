import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright';
import { buildLook } from './build.mjs';
const out = '/tmp/looks';
await buildLook(out);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const server = createServer((q, r) => { const n = new URL(q.url, 'http://l').pathname; const p = join(out, 'page', n === '/' ? 'index.html' : n); readFile(p).then((b) => r.writeHead(200, { 'content-type': types[extname(p)] ?? 'x' }).end(b), () => r.writeHead(204).end()); });
await new Promise((d) => server.listen(0, d));
const fake = await readFile(join(out, 'fake/fake.js'), 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
const p = await ctx.newPage();
p.on('pageerror', (e) => console.log('ERR', e.message, e.stack?.slice(0, 400)));
p.on('console', (m) => m.type() === 'error' && !/copydesk-/.test(m.text()) && console.log('CON', m.text()));
await p.addInitScript(`window.lookOptions = { kind: 'fresh', theme: 'light' };`); await p.addInitScript(fake);
await p.goto(`http://127.0.0.1:${server.address().port}/`);
await p.getByLabel('Headline').first().waitFor();
const body = () => p.locator('.story-body');
await p.getByRole('textbox', { name: 'Headline' }).fill('Test');
await p.keyboard.press('Enter'); await p.keyboard.type('The dek'); await p.keyboard.press('Enter');
await p.keyboard.type('First para'); await p.keyboard.press('Enter'); await p.keyboard.type('Second');
console.log('body', await body().innerHTML());
await p.keyboard.press('Control+b'); await p.keyboard.type(' bold'); await p.keyboard.press('Control+b');
await p.keyboard.press('Enter'); await p.keyboard.press('Control+Shift+8'); await p.keyboard.type('item one'); await p.keyboard.press('Enter'); await p.keyboard.type('item two'); await p.keyboard.press('Enter'); await p.keyboard.press('Enter');
await p.keyboard.press('Alt+Shift+2'); await p.keyboard.type('Heading'); await p.keyboard.press('Enter');
console.log('body', await body().innerHTML());
// paste foreign html
await p.evaluate(() => { const dt = new DataTransfer(); dt.setData('text/html', '<b style="font-weight:normal"><p>Pasted <i>one</i> <a href="https://example.org">link</a> <a href="javascript:1">bad</a></p><p>Two<script>1</script><img src="https://x.example/y.png"></p></b>'); dt.setData('text/plain', 'x'); document.querySelector('.story-body').dispatchEvent(new ClipboardEvent('paste', { clipboardData: dt, bubbles: true, cancelable: true })); });
console.log('after paste', await body().innerHTML());
// link dialog
await p.keyboard.press('Control+k'); await p.keyboard.type('example.org/page'); await p.keyboard.press('Enter');
console.log('link', (await body().innerHTML()).includes('https://example.org/page'), await p.evaluate(() => document.activeElement.className));
// picture
await p.setInputFiles('[data-testid=picture-file]', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x') });
await p.locator('.picture-block textarea').fill('A caption here');
console.log('status', await p.getByTestId('save-status').textContent(), await p.locator('footer').first().innerText());
await p.waitForTimeout(800);
console.log('status', await p.getByTestId('save-status').textContent());
console.log(await p.evaluate(() => { const d = copydesk.asked.filter((c) => c.name === 'story.keepDraft').at(-1).input.story; return JSON.stringify(d.body).slice(-400); }));
// backspace at start goes to dek
await body().click({ position: { x: 5, y: 5 } }); await p.keyboard.press('Control+Home'); await p.keyboard.press('Backspace');
console.log('focus', await p.evaluate(() => document.activeElement.id));
await p.keyboard.press('Control+s'); await p.waitForTimeout(100);
console.log('status', await p.getByTestId('save-status').textContent());
// undo floor
await body().click(); for (let i = 0; i < 40; i++) await p.keyboard.press('Control+z');
console.log('undone', await body().innerText());
await p.screenshot({ path: '/tmp/looks/live.png' });
// F6
const order = []; for (let i = 0; i < 7; i++) { await p.keyboard.press('F6'); order.push(await p.evaluate(() => document.activeElement.closest('[data-region]')?.getAttribute('aria-label'))); }
console.log('F6', order.join(' > '));
// perf: 50k words
const p2 = await ctx.newPage();
p2.on('pageerror', (e) => console.log('ERR2', e.message));
await p2.addInitScript(`window.lookOptions = { kind: 'desk', theme: 'light', rows: 100000 };`); await p2.addInitScript(fake);
await p2.addInitScript(`{ const s = [...copydesk.stories.values()][0]; const para = { type: 'paragraph', content: [{ type: 'text', text: 'The harbour office said on Monday that the plan would be read again before the winter season begins. '.repeat(4).trim() }] }; copydesk.stories.set(s.id, { ...s, body: { type: 'doc', content: Array.from({ length: 750 }, () => para) } }); }`);
await p2.goto(`http://127.0.0.1:${server.address().port}/`);
await p2.locator('.story-body p').first().waitFor();
console.log(await p2.locator('footer').innerText());
const t = await p2.evaluate(async () => {
  const el = document.querySelector('.story-body'); el.focus();
  const times = [];
  for (let i = 0; i < 60; i++) {
    const t0 = performance.now();
    document.execCommand('insertText', false, 'a');
    await new Promise((r) => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => r(); c.port2.postMessage(0); }));
    times.push(performance.now() - t0);
  }
  times.sort((a, b) => a - b); return [times[30], times[57]];
});
console.log('key-to-paint 50k words p50/p95 ms', t);
// scroll 100k rows
const g = p2.locator('[role=grid]');
await g.evaluate((e) => { e.scrollTop = 50_000 * 102; }); await p2.waitForTimeout(400);
console.log('row', (await p2.locator('[role=row] h3').allInnerTexts()).slice(0, 3));
await p2.locator('[role=row][tabindex="0"]').evaluate((e) => e.focus()); await p2.keyboard.press('End'); await p2.waitForTimeout(400);
console.log('end', await p2.evaluate(() => document.activeElement.getAttribute('aria-rowindex')), await p2.evaluate(() => document.activeElement.innerText));
await browser.close(); server.close();
