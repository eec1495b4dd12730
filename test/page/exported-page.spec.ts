import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { exporters } from '../../src/core/export/exporters.js';
import type { Rendition } from '../../src/core/export/rendition.js';
import { exportOptions, picture, rendition, renditionImage } from '../builders/rendition.js';
import { doc, em, h, img, li, ol, p, quote, strong, ul } from '../builders/story.js';

/** A Chromium to look at pages with: named by COPYDESK_CHROMIUM, or where Debian puts it. */
const executablePath = process.env['COPYDESK_CHROMIUM'] ?? '/usr/bin/chromium';
test.skip(!existsSync(executablePath), `no Chromium at ${executablePath} (set COPYDESK_CHROMIUM)`);

const rich = rendition({
  kicker: 'Diplomacy',
  leadImage: renditionImage(),
  bodyFooter: 'Maren Holt covers the port.',
  body: doc(
    h(3, 'A heading'),
    p('Text with ', strong('bold'), ' and ', em('italic'), ', Łódź.'),
    ul(li(p('One')), li(p('Two'), ul(li(p('Nested'))))),
    ol(li(p('First'))),
    quote(p('Somebody said this to us.')),
    img({ media: picture(2), alt: 'The quay', caption: 'Caption', credit: 'Credit' }),
    p('عربي في النص'),
    p('https://example.org/'.repeat(20)),
  ),
  media: { [picture(2)]: { width: 800, height: 600 } },
  related: [1, 2, 3].map((number) => ({
    href: number === 2 ? null : 'https://example.org/',
    section: 'Sport',
    headline: `Regatta number ${String(number)} was won by the length of a lantern`,
    excerpt: 'Eights met on the water and...',
    image: number === 3 ? null : renditionImage({ mediaId: picture(2 + number) }),
  })),
  corrections: [{ type: 'correction', text: 'Was Monday.', at: '2026-02-04T08:00:00.000Z', place: 'top' }],
});
const pages: Readonly<Record<string, Rendition>> = {
  rich,
  plain: rendition({ dek: '', byline: '', dateline: '' }),
  proof: rendition({
    edition: null,
    url: null,
    publication: { ...rich.publication, baseUrl: '', commentUrl: '' },
    firstPublishedAt: null,
    publishedAt: null,
  }),
  'long headline': { ...rich, headline: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik '.repeat(8) },
  arabic: {
    ...rich,
    language: 'ar',
    direction: 'rtl',
    headline: 'محادثات السلام تُستأنف في أبوظبي',
    dek: 'عادت الوفود إلى الطاولة.',
    byline: 'سلمى حداد',
  },
};

let browser: Browser;
let folder: string;
/** Any picture will do: the sample newsroom's, else a dot. */
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-page-'));
  for (const [name, given] of Object.entries(pages)) {
    const { files } = await exporters.html.render(given, exportOptions());
    for (const { path, content } of files) {
      const target = join(folder, name, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, typeof content === 'string' || content instanceof Uint8Array ? content : dot);
    }
  }
  // Chromium refuses its sandbox to root, which is who builds in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath, args });
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(
  name: string,
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:'))
      troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(folder, name, 'index.html')).href);
  // As text, so that this file needs no types of a window.
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return { page, troubles };
}

for (const name of Object.keys(pages)) {
  for (const width of [320, 768, 1280, 1920]) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`the ${name} page fits ${String(width)} px in ${scheme} and axe finds nothing`, async () => {
        const { page, troubles } = await open(name, width, scheme);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        const failedFonts = "[...document.fonts].filter(({ status }) => status === 'error').length";
        expect(await page.evaluate<number>(failedFonts)).toBe(0);
        expect(troubles).toEqual([]);
        await page.context().close();
      });
    }
  }
}

test('prints without share rows, form and cards', async () => {
  const { page } = await open('rich', 1280, 'light');
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.share', '.reply', '.related']) await expect(page.locator(part).first()).toBeHidden();
  await expect(page.locator('h1')).toBeVisible();
  expect(readFileSync(join(folder, 'rich', 'index.html'), 'utf8')).toContain('@media print');
});
