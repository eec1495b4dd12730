import type { Bench } from './bench.js';
import type { Absent, Contestant } from './contest.js';
import { bareEditors, editorVersion, openBareEditor } from './editors.js';
import { innerHtml, mountText, openRow } from './in-page.js';
import { commit } from './machine.js';
import { openStory } from './typing.js';
import { bringForward, type OpenWindow } from './windows.js';

/**
 * From the click on a story in the list to its painted text with the caret in it, beside what the bare editors take to
 * show the same text; the app also reads the story from the disk and changes everything around it.
 */
export const open: Bench = async function* ({ quick, work }) {
  for (const words of quick ? [1_000] : [10_000, 50_000]) {
    const headline = `Opening ${String(words)} words`;
    const app = await openStory(work, words, headline);
    const html = await app.page.getByRole('textbox', { name: 'Body' }).evaluate(innerHtml);
    const blocks = html.split('<p').length - 1;
    const absent: Absent[] = [];
    const bare: { readonly contestant: Contestant; readonly opened: OpenWindow }[] = [];
    for (const editor of bareEditors) {
      const opened = await openBareEditor(work, editor);
      if ('absent' in opened) absent.push(opened);
      else
        bare.push({ opened, contestant: { ...editor, version: editorVersion(editor), round: mounted(opened, html) } });
    }
    yield {
      bench: 'open',
      size: `${words.toLocaleString('en-US')} words`,
      contestants: [
        { name: 'copydesk', version: commit(), role: 'app', round: opensRow(app, headline, blocks) },
        ...bare.map(({ contestant }) => contestant),
        ...absent,
      ],
    };
    await app.app.close();
    for (const { opened } of bare) await opened.app.close();
  }
};

/** Another story is shown in between, so that each opening starts from a text that is not this one. */
function opensRow(opened: OpenWindow, headline: string, blocks: number): Contestant['round'] {
  return async () => {
    await bringForward(opened);
    await opened.page.evaluate(openRow, { headline: null, other: headline, blocks: 1 });
    return [await opened.page.evaluate(openRow, { headline, other: null, blocks })];
  };
}

function mounted(opened: OpenWindow, html: string): Contestant['round'] {
  return async () => {
    await opened.page.reload();
    await opened.page.waitForFunction('self.peer !== undefined');
    await bringForward(opened);
    return [await opened.page.evaluate(mountText, html)];
  };
}
