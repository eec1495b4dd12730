import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Absent } from './contest.js';
import { electronVersion, packageVersion, root } from './machine.js';
import { StaticApp, type OpenWindow } from './windows.js';
import type { WorkFolder } from './work-folder.js';

const pages = join(root, 'out/bench/peers');
const peerPackages = join(root, 'test/bench/peers/node_modules');

/** An editor on a bare page: what it is, and in which role it stands beside the app. */
export interface BareEditor {
  readonly name: string;
  readonly role: 'limit' | 'peer';
  /** Where its version is read; none = the runtime's own editing. */
  readonly packageName?: string;
}

/** Each has a page of its own in `peers/pages`, the file's name being the editor's. */
export const bareEditors: readonly BareEditor[] = [
  { name: 'contenteditable', role: 'limit' },
  { name: 'tiptap', role: 'peer', packageName: '@tiptap/core' },
  { name: 'lexical', role: 'peer', packageName: 'lexical' },
  { name: 'quill', role: 'peer', packageName: 'quill' },
  { name: 'tinymce', role: 'peer', packageName: 'tinymce' },
  { name: 'ckeditor5', role: 'peer', packageName: 'ckeditor5' },
  { name: 'codemirror', role: 'peer', packageName: 'codemirror' },
];

export function editorVersion({ packageName }: BareEditor): string {
  if (packageName === undefined) return electronVersion();
  const own = join(peerPackages, packageName, 'package.json');
  if (!existsSync(own)) return packageVersion(packageName);
  return (JSON.parse(readFileSync(own, 'utf8')) as { version: string }).version;
}

/** Opens the editor's page in a window of the app's own runtime, still empty; or says why it cannot be there. */
export async function openBareEditor(work: WorkFolder, editor: BareEditor): Promise<OpenWindow | Absent> {
  const script = `${editor.name}.js`;
  if (!existsSync(join(pages, script)))
    return { name: editor.name, version: '', role: editor.role, absent: 'its packages are not installed' };
  const style = existsSync(join(pages, `${editor.name}.css`)) ? `${editor.name}.css` : undefined;
  const link = style === undefined ? '' : `<link rel="stylesheet" href="${style}">`;
  const page = new StaticApp(work, `${link}<div id="text"></div><script src="${script}"></script>`);
  for (const file of [script, style]) if (file !== undefined) copyFileSync(join(pages, file), join(page.folder, file));
  const opened = await page.open();
  // A window is there before its page's script has run.
  await opened.page.waitForFunction('self.peer !== undefined');
  return opened;
}

/** Script, style and layout of the page so far, in ms; steadier than the time to a paint. */
export async function workMeter(page: Page): Promise<() => Promise<{ script: number; layout: number }>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const layout = seconds('LayoutDuration') + seconds('RecalcStyleDuration');
    return { script: seconds('ScriptDuration') * 1000, layout: layout * 1000 };
  };
}
