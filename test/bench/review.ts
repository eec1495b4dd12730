import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentNode } from '../../src/core/document/document.js';
import { plainUse } from '../../src/core/media/picture-use.js';
import { mergeStories } from '../../src/core/merge/merge-stories.js';
import type { Story } from '../../src/core/story/story.js';
import { MediaDesk } from '../../src/node/desk/media-desk.js';
import { Library } from '../../src/node/library/library.js';
import { halves } from '../builders/pictures.js';
import { benchWorld } from './bench-library.js';
import type { FigureBench } from './bench.js';
import { copydesk, megabyte, memoryOf } from './command.js';
import { quantile, timed } from './contest.js';
import { corpusStory } from './corpus-story.js';
import type { Row } from './row.js';
import { openStory, typist } from './typing.js';
import type { WorkFolder } from './work-folder.js';

/** Turns of plain and suggesting, one after the other in one window. */
const turns = 9;
const merges = 15;

const median = (values: readonly number[]): number => quantile(values, 0.5);

const figure = (set: string, measure: string, value: number, unit: string): Row => ({
  bench: 'review',
  set,
  measure,
  value,
  unit,
});

/**
 * The review desk: typing with Suggest on beside typing without it, in one window on one text with many suggestions; two
 * copies of a long story merged; a package with large pictures written and taken in, by the memory of the process.
 */
export const review: FigureBench = async ({ quick, work }) => [
  ...(await typingRows(work, quick ? 1_000 : 10_000, quick ? 50 : 500)),
  ...mergeRows(quick ? 1_000 : 10_000),
  ...(await packageRows(work, quick ? 5 : 50)),
];

async function typingRows(work: WorkFolder, words: number, suggestions: number): Promise<readonly Row[]> {
  const set = `${words.toLocaleString('en-US')} words, ${String(suggestions)} suggestions`;
  const opened = await openStory(work, words, 'Typing while suggesting', (story) =>
    withSuggestions(story, suggestions),
  );
  const one = await typist(opened);
  const button = opened.page
    .getByRole('button', { name: 'Suggest', exact: true })
    .or(opened.page.getByRole('button', { name: 'Write', exact: true }));
  const times = { plain: [] as number[], suggesting: [] as number[] };
  try {
    for (let turn = 0; turn < turns; turn += 1)
      for (const mode of ['plain', 'suggesting'] as const) {
        const wanted = String(mode === 'suggesting');
        if ((await button.getAttribute('aria-pressed')) !== wanted) await button.click();
        const round = await one.typing().round();
        // The first turn warms both up.
        if (turn > 0) times[mode].push(median(round));
      }
  } finally {
    await one.close();
  }
  const [plain, suggesting] = [median(times.plain), median(times.suggesting)];
  return [
    figure(set, 'key to paint, plain', plain, 'ms'),
    figure(set, 'key to paint, suggesting', suggesting, 'ms'),
    figure(set, 'suggesting beside plain', suggesting / plain, '×'),
  ];
}

/** Insertions spread over the paragraphs. */
function withSuggestions(story: Story, count: number): Story {
  const blocks = story.body.content ?? [];
  const at = new Date(story.modifiedAt).toISOString();
  const changes: Record<string, Story['changes'][string]> = {};
  const content = blocks.map((block, place): DocumentNode => {
    const own = Math.floor(((place + 1) * count) / blocks.length) - Math.floor((place * count) / blocks.length);
    const added = Array.from({ length: own }, (_, number): DocumentNode => {
      const changeId = `s${String(place)}-${String(number)}`;
      changes[changeId] = { kind: 'insertion', personId: null, personName: 'Ines Marr', at };
      const marks = [{ type: 'insertion', attrs: { changeId } }];
      return { type: 'text', text: ` and more ${String(number)}`, marks };
    });
    // A plain word between two of them, else they are one to the reader.
    const parted = added.flatMap((node): DocumentNode[] => [node, { type: 'text', text: ' then' }]);
    return { ...block, content: [...(block.content ?? []), ...parted] };
  });
  return { ...story, changes, body: { type: 'doc', content } };
}

/** Two copies of which each has a tenth of its paragraphs changed, not the same ones. */
function mergeRows(words: number): readonly Row[] {
  const base = corpusStory(1, { words });
  const edited = (from: number): Story => ({
    ...base,
    body: {
      type: 'doc',
      content: (base.body.content ?? []).map((block, place) =>
        place % 10 === from
          ? { ...block, content: [{ type: 'text', text: `Changed here. ${block.content?.[0]?.text ?? ''}` }] }
          : block,
      ),
    },
  });
  const sides = { base, mine: edited(1), theirs: edited(6), from: 'Ines' };
  const times: number[] = [];
  let id = 0;
  for (let number = 0; number < merges; number += 1) {
    const started = performance.now();
    mergeStories(sides, () => `id-${String((id += 1))}`);
    times.push(performance.now() - started);
  }
  return [figure(`${words.toLocaleString('en-US')} words`, 'merge of two copies', median(times), 'ms')];
}

async function packageRows(work: WorkFolder, size: number): Promise<readonly Row[]> {
  const [mine, theirs] = [work.fresh('mine'), work.fresh('theirs')];
  for (const folder of [mine, theirs]) copydesk(work, ['init', folder]);
  const library = await Library.open(mine, benchWorld, { mode: 'write' });
  const pictures: DocumentNode[] = [];
  const each = 5;
  for (let number = 0; number < Math.ceil(size / each); number += 1) {
    const { mediaId } = await new MediaDesk(library).add(`${String(number)}.jpg`, await largeJpeg(each * megabyte), '');
    const attrs = {
      ...plainUse,
      media: mediaId,
      alt: 'A ferry',
      caption: '',
      credit: 'B',
      blockId: `p${String(number)}`,
    };
    pictures.push({ type: 'image', attrs });
  }
  const story = corpusStory(2, { words: 800 });
  await library.save({ ...story, body: { type: 'doc', content: [...(story.body.content ?? []), ...pictures] } }, null);
  await library.close();
  const idle = memoryOf(work, ['verify', theirs]);
  const file = join(work.fresh('package'), 'story.copydesk');
  let [written, taken] = [0, 0];
  const writing = await timed(() =>
    Promise.resolve((written = memoryOf(work, ['package', mine, story.id, '--out', file]))),
  );
  const taking = await timed(() => Promise.resolve((taken = memoryOf(work, ['merge', theirs, file]))));
  const set = `package of ${String(Math.round(statSync(file).size / megabyte))} MB`;
  for (const path of [mine, theirs, file]) work.remove(path);
  return [
    figure(set, 'written in', writing / 1000, 's'),
    figure(set, 'taken in in', taking / 1000, 's'),
    figure(set, 'most memory over idle, writing', written - idle, 'MB'),
    figure(set, 'most memory over idle, taking in', taken - idle, 'MB'),
  ];
}

/** A picture with so many bytes of remarks that nothing packs. */
async function largeJpeg(bytes: number): Promise<Uint8Array> {
  const picture = Buffer.from(await halves().jpeg().toBuffer());
  const remark = 65_000;
  const parts: Buffer[] = [];
  for (let left = bytes; left > 0; left -= remark) {
    const head = Buffer.from([0xff, 0xfe, 0, 0]);
    head.writeUInt16BE(remark + 2, 2);
    parts.push(head, randomBytes(remark));
  }
  return Buffer.concat([picture.subarray(0, 2), ...parts, picture.subarray(2)]);
}
