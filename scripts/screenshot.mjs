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
  const lead = page.getByRole('row', { name: /Ukraine–Russia Peace Talks/u }).first();
  await lead.click();
  await page.getByRole('textbox', { name: 'Headline' }).waitFor();
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.getByText('Mexico to Send Food Aid to Cuba').nth(1).waitFor();
  await page.screenshot({ path: target });
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
}
