// Opens the built app on a library, opens its lead story with the Related tab, and saves a picture of the window.
// Used by `npm start` without a display and by the script that makes the guide's pictures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { root } from './setup/step.mjs';

const [library, target] = process.argv.slice(2);
const userData = mkdtempSync(join(tmpdir(), 'copydesk-screenshot-'));
const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const app = await _electron.launch({
  args: [root, `--library=${library}`, `--user-data-dir=${userData}`, ...sandboxFlags],
  cwd: root,
});
try {
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1440, height: 900 });
  const stories = page.getByRole('grid', { name: 'Stories' });
  await stories.getByRole('row').filter({ hasText: 'Ukraine–Russia Peace Talks' }).first().click();
  await page.getByRole('tablist', { name: 'Inspector' }).getByRole('tab', { name: 'Related' }).click();
  await page.getByRole('tabpanel').getByText('Mexico to Send Food Aid to Cuba').first().waitFor();
  // Pictures and fonts are part of what the picture shows.
  await page.evaluate(
    'Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]).then(() => undefined)',
  );
  await page.screenshot({ path: target });
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
}
