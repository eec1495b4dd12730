/**
 * Draws the pictures of the sample newsroom (1600 × 900, JPEG) and the app's icon (PNG) from the scenes beside this
 * file. Run by hand after a scene was changed: `node scripts/make-sample-images.mjs [name …]`. Needs a Chromium; set
 * CHROMIUM to its path where it is not /usr/bin/chromium.
 */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright';
import { coastScenes } from './sample-images/coast-scenes.mjs';
import { cultureScenes } from './sample-images/culture-scenes.mjs';
import { harbourScenes } from './sample-images/harbour-scenes.mjs';
import { icon } from './sample-images/icon.mjs';
import { height, width } from './sample-images/shapes.mjs';
import { townScenes } from './sample-images/town-scenes.mjs';
import { worldScenes } from './sample-images/world-scenes.mjs';

/** A picture that is heavier makes the sample slow to open and the package large. */
const heaviest = 180_000;
const root = path.resolve(import.meta.dirname, '..');
const mediaFolder = path.join(root, 'resources/sample/media');
const iconFolder = path.join(root, 'resources/icons');

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const wanted = process.argv.slice(2);

await mkdir(mediaFolder, { recursive: true });
await mkdir(iconFolder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width, height } });
  for (const [name, svg] of Object.entries({
    ...harbourScenes,
    ...coastScenes,
    ...townScenes,
    ...cultureScenes,
    ...worldScenes,
  })) {
    if (wanted.length > 0 && !wanted.includes(kebab(name))) continue;
    const file = path.join(mediaFolder, `${kebab(name)}.jpg`);
    await page.setContent(`<style>body{margin:0}</style>${svg}`);
    await page.screenshot({ path: file, type: 'jpeg', quality: 80 });
    const { size } = await stat(file);
    if (size > heaviest) throw new Error(`${file} has ${size} bytes, more than ${heaviest}`);
    console.log(`${path.relative(root, file)} ${size} bytes`);
  }
  for (const size of [512, 256, 128, 64, 48, 32, 16]) {
    const file = path.join(iconFolder, size === 512 ? 'icon.png' : `icon-${size}.png`);
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0;background:transparent}svg{width:${size}px;height:${size}px;display:block}</style>${icon}`,
    );
    await page.screenshot({ path: file, omitBackground: true });
    console.log(path.relative(root, file));
  }
} finally {
  await browser.close();
}
