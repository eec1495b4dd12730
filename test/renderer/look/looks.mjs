// Draws the screens of the window in both themes and says what axe finds on them.
// node test/renderer/look/looks.mjs <folder for the pictures> [name …]
import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright';
import { buildLook } from './build.mjs';

const [out = '/tmp/looks', ...wanted] = process.argv.slice(2);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const page = (kind, steps = async () => undefined, size = [1440, 900]) => ({ kind, steps, size });
const press = (keys) => async (p) => p.keyboard.press(keys);
const tab = (name) => async (p) => p.getByRole('tab', { name }).click();

/** Each look: which newsroom, what is done before the picture, and the size of the window. */
const looks = {
  desk: page('desk', tab('Related')),
  story: page('desk'),
  check: page('desk', tab('Check')),
  narrow: page('desk', undefined, [900, 640]),
  narrowInspector: page('desk', async (p) => p.getByRole('button', { name: 'Inspector' }).click(), [900, 640]),
  tiny: page('desk', undefined, [720, 480]),
  tinyDesk: page('desk', async (p) => p.getByRole('button', { name: 'Desk list' }).click(), [720, 480]),
  damaged: page('damaged'),
  small: page('desk', undefined, [1000, 700]),
  long: page('long'),
  longSmall: page('long', undefined, [1000, 700]),
  empty: page('empty'),
  fresh: page('fresh'),
  firstRun: page('firstRun'),
  frozen: page('frozen'),
  readOnly: page('readOnly'),
  recovery: page('recovery', async (p) => p.getByRole('button', { name: 'Compare' }).click()),
  palette: page('desk', press('Control+Shift+P')),
  find: page('desk', async (p) => {
    await p.keyboard.press('Control+o');
    await p.keyboard.type('winter');
    await p.getByRole('option').first().waitFor();
  }),
  shortcuts: page('desk', press('F1')),
  publish: page('desk', async (p) => {
    await p.getByRole('button', { name: 'Approve', exact: true }).click();
    await p.getByRole('button', { name: 'Publish…', exact: true }).click();
  }),
  exporting: page('desk', press('Control+e')),
  importing: page('desk', press('Control+Shift+O')),
  subjects: page('desk', async (p) => p.getByRole('button', { name: 'Browse the subjects' }).click()),
  settings: page('desk', press('Control+,')),
  sections: page('desk', async (p) => {
    await p.keyboard.press('Control+,');
    await p.getByRole('button', { name: 'Sections' }).click();
  }),
  tags: page('desk', async (p) => {
    await p.keyboard.press('Control+,');
    await p.getByRole('button', { name: 'Tags' }).click();
  }),
  people: page('desk', async (p) => {
    await p.keyboard.press('Control+,');
    await p.getByRole('button', { name: 'People' }).click();
  }),
  preview: page('desk', press('F8')),
};

await mkdir(out, { recursive: true });
if (!process.env['NO_BUILD']) await buildLook(out);
const server = createServer((request, response) => {
  const name = new URL(request.url ?? '/', 'http://localhost').pathname;
  const path = join(out, 'page', name === '/' ? 'index.html' : name);
  readFile(path).then(
    (bytes) =>
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes),
    () => response.writeHead(name === '/favicon.ico' ? 204 : 404).end(),
  );
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = `http://127.0.0.1:${server.address().port}/`;
const fake = await readFile(join(out, 'fake/fake.js'), 'utf8');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let faults = 0;
for (const [name, { kind, steps, size }] of Object.entries(looks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const theme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width: size[0], height: size[1] } });
    const tabPage = await context.newPage();
    tabPage.on('console', (message) => {
      if (
        message.type() !== 'error' ||
        /copydesk-(media|preview)|ERR_UNKNOWN_URL_SCHEME|SandboxExternalProtocolBlocked/.test(message.text())
      )
        return;
      faults += 1;
      process.stdout.write(`${name} ${theme} console: ${message.text()}\n`);
    });
    tabPage.on('pageerror', (error) => {
      faults += 1;
      process.stdout.write(`${name} ${theme} error: ${error.message}\n${error.stack}\n`);
    });
    await tabPage.addInitScript(`window.lookOptions = ${JSON.stringify({ kind, theme })};`);
    await tabPage.addInitScript(fake);
    await tabPage.goto(address);
    await tabPage.evaluate('document.fonts.ready');
    await tabPage.waitForTimeout(350);
    try {
      await steps(tabPage);
    } catch (error) {
      faults += 1;
      process.stdout.write(`${name} ${theme} step: ${error.message}\n`);
    }
    await tabPage.waitForTimeout(250);
    await tabPage.screenshot({ path: join(out, `${name}-${theme}.png`) });
    const { violations } = await new AxeBuilder({ page: tabPage }).exclude('iframe').analyze();
    for (const { id, impact, nodes } of violations) {
      faults += 1;
      process.stdout.write(
        `${name} ${theme} axe ${impact} ${id}: ${nodes
          .map((node) => `${node.target} ${node.failureSummary?.split('\n')[1] ?? ''}`)
          .slice(0, 4)
          .join(' | ')}\n`,
      );
    }
    await context.close();
  }
}
await browser.close();
server.close();
process.stdout.write(`${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
