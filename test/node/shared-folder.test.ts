import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { holdingClaim, type Claim } from '../../src/core/package/claim.js';
import type { FolderStanding } from '../../src/core/package/folder-row.js';
import { personSchema } from '../../src/core/people/person.js';
import { plainText } from '../../src/core/document/plain-text.js';
import type { StoryId } from '../../src/core/ids.js';
import { StoryDesk } from '../../src/node/desk/story-desk.js';
import { SharedFolder } from '../../src/node/folder/shared-folder.js';
import type { Library } from '../../src/node/library/library.js';
import { doc, p, uuid } from '../builders/story.js';
import { withLibrary } from './open-library.js';

const editor = personSchema.parse({ id: uuid(9), name: 'Ines', initials: 'I', colour: '#123456', role: 'editor' });
const noted = { to: 'Ines', note: '', person: null };

interface Desks {
  readonly mine: Library;
  readonly theirs: Library;
  /** Each desk’s view of the one folder. */
  readonly out: SharedFolder;
  readonly in: SharedFolder;
  readonly folder: string;
  readonly id: StoryId;
  /** The name of the one package in the folder. */
  readonly name: string;
  readonly write: (words: string) => Promise<void>;
}

/** Two libraries on one folder, in which the first has put a story. */
async function withDesks(work: (desks: Desks) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(join(tmpdir(), 'copydesk-shared-'));
  try {
    await withLibrary(async (mine) =>
      withLibrary(async (theirs) => {
        const desk = new StoryDesk(mine);
        const { id } = (await desk.create(null, null, { headline: 'Ferry', body: doc(p('One day.')) })).story;
        const out = new SharedFolder(mine, folder);
        const { fileName: name } = await out.place(id, noted);
        const write = async (words: string): Promise<void> => {
          const { story, sha256 } = await mine.stories.read(id);
          await desk.save({ ...story, body: doc(p(words)) }, sha256);
        };
        await work({ mine, theirs, out, in: new SharedFolder(theirs, folder), folder, id, name, write });
      }),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const standings = async (folder: SharedFolder): Promise<Record<string, FolderStanding>> =>
  Object.fromEntries((await folder.list()).rows.map(({ name, standing }) => [name, standing]));
const wordsOf = async (library: Library, id: StoryId): Promise<string> =>
  plainText((await library.stories.read(id)).story.body);

describe('a shared folder', () => {
  test('is the outbox of one desk and the inbox of another, there and back', async () => {
    await withDesks(async ({ mine, theirs, out, in: inbox, id, name, folder, write }) => {
      expect(await standings(out)).toEqual({ [name]: 'mine' });
      expect(await standings(inbox)).toEqual({ [name]: 'new' });
      const taken = await inbox.take(name, editor);
      expect(taken.outcome).toBe('new');
      expect(await standings(inbox)).toEqual({});
      expect(fs.readdirSync(join(folder, 'done'))).toEqual([name]);
      const desk = new StoryDesk(theirs);
      const { story, sha256 } = await theirs.stories.read(taken.id);
      await desk.save({ ...story, headline: 'Ferry returns' }, sha256, editor);
      await write('One fine day.');
      const back = await inbox.place(taken.id, { to: 'Tom', note: 'Better headline.', person: editor });
      expect((await out.list()).rows).toMatchObject([
        { name: back.fileName, standing: 'newer', id, file: { from: 'Ines', to: 'Tom', note: 'Better headline.' } },
      ]);
      expect((await out.take(back.fileName, null)).outcome).toBe('merged');
      expect((await mine.stories.read(id)).story.headline).toBe('Ferry returns');
      expect(await wordsOf(mine, id)).toBe('One fine day.');
    });
  });

  test('never lets two desks write under one name', async () => {
    await withDesks(async ({ theirs, in: inbox, name, folder }) => {
      const { id } = await inbox.take(name, null);
      fs.renameSync(join(folder, 'done', name), join(folder, name));
      const { fileName } = await inbox.place(id, noted);
      expect(fileName).not.toBe(name);
      expect(fileName).toContain(theirs.file.deskId.slice(0, 4));
    });
  });
});

/** What a sync tool, a stick or a colleague does to a folder under our eyes, and how the files stand afterwards. */
const operators: readonly {
  readonly what: string;
  readonly act: (desks: Desks) => Promise<void> | void;
  readonly then: (name: string) => Record<string, FolderStanding>;
  readonly vanished?: readonly string[];
}[] = [
  {
    what: 'renames a file',
    act: ({ folder, name }) => fs.renameSync(join(folder, name), join(folder, 'Other name.copydesk')),
    then: () => ({ 'Other name.copydesk': 'new' }),
  },
  {
    what: 'adds a conflicted copy of it',
    act: ({ folder, name }) =>
      fs.copyFileSync(join(folder, name), join(folder, `${name.slice(0, -9)} (conflicted copy).copydesk`)),
    then: (name) => ({ [name]: 'new', [`${name.slice(0, -9)} (conflicted copy).copydesk`]: 'copy' }),
  },
  {
    what: 'brings a later state of it beside it',
    act: async ({ write, out, id, folder }) => {
      await write('Two days.');
      fs.renameSync(join(folder, (await out.place(id, noted)).fileName), join(folder, 'later.copydesk'));
    },
    then: (name) => ({ [name]: 'older', 'later.copydesk': 'new' }),
  },
  {
    what: 'puts an older state in its place',
    act: async ({ write, out, id, folder, name }) => {
      const old = fs.readFileSync(join(folder, name));
      await write('Two days.');
      const { fileName } = await out.place(id, noted);
      fs.rmSync(join(folder, name));
      fs.writeFileSync(join(folder, fileName), old);
      fs.renameSync(join(folder, fileName), join(folder, name));
    },
    then: (name) => ({ [name]: 'new' }),
  },
  {
    what: 'has carried half of it so far',
    act: ({ folder, name }) => {
      const path = join(folder, name);
      fs.truncateSync(path, Math.floor(fs.statSync(path).size / 2));
    },
    then: (name) => ({ [name]: 'partial' }),
    vanished: ['Ferry'],
  },
  {
    what: 'has made its name and no byte of it',
    act: ({ folder, name }) => fs.truncateSync(join(folder, name), 0),
    then: (name) => ({ [name]: 'partial' }),
    vanished: ['Ferry'],
  },
  {
    what: 'deletes it',
    act: ({ folder, name }) => fs.rmSync(join(folder, name)),
    then: () => ({}),
    vanished: ['Ferry'],
  },
  {
    what: 'puts a link in its place',
    act: ({ folder, name }) => {
      fs.rmSync(join(folder, name));
      fs.symlinkSync('/etc/passwd', join(folder, name));
    },
    then: (name) => ({ [name]: 'refused' }),
    vanished: ['Ferry'],
  },
  {
    what: 'adds things that are nobody’s',
    act: ({ folder }) => {
      fs.mkdirSync(join(folder, 'folder.copydesk'));
      fs.writeFileSync(join(folder, 'note.txt'), 'hello');
      fs.writeFileSync(join(folder, '.night.copydesk.copydesk-tmp'), 'half');
      fs.writeFileSync(join(folder, 'copydesk-claim-0123456789abcdef.json'), '{"format":');
    },
    then: (name) => ({ 'folder.copydesk': 'refused', [name]: 'new' }),
  },
];

describe('a folder that something carries', () => {
  for (const { what, act, then, vanished = [] } of operators)
    test(`tells what is what when it ${what}; nothing here changes, and no word is lost`, async () => {
      await withDesks(async (desks) => {
        await desks.in.list();
        await act(desks);
        const listed = await desks.in.list();
        expect(Object.fromEntries(listed.rows.map(({ name, standing }) => [name, standing]))).toEqual(then(desks.name));
        expect(listed.vanished).toEqual(vanished);
        expect(desks.theirs.index.size()).toBe(0);
        for (const { name, standing } of listed.rows) {
          const isWhole = standing !== 'partial' && standing !== 'refused';
          const take = desks.in.take(name, null);
          if (isWhole) await take;
          else await expect(take).rejects.toMatchObject({ code: 'folder.no-file' });
        }
        // Whatever came in which order: the newest words of the one who wrote are in the one’s library, and the other has a whole text.
        expect(await wordsOf(desks.mine, desks.id)).toMatch(/^(?:One day|Two days)\.$/u);
        if (desks.theirs.index.size() > 0) {
          const id = desks.theirs.index.sql.all('SELECT id FROM stories').map((row) => String(row['id']) as StoryId);
          expect(id).toHaveLength(1);
          expect(await wordsOf(desks.theirs, id[0] as StoryId)).toMatch(/^(?:One day|Two days)\.$/u);
        }
      });
    });

  test('an older file that comes back after a later one was taken in puts nothing back', async () => {
    await withDesks(async ({ in: inbox, theirs, out, id, name, folder, write }) => {
      const old = fs.readFileSync(join(folder, name));
      const { id: there } = await inbox.take(name, null);
      await write('Two days.');
      const later = (await out.place(id, noted)).fileName;
      await inbox.take(later, null);
      fs.writeFileSync(join(folder, name), old);
      expect(await standings(inbox)).toEqual({ [name]: 'taken' });
      expect((await inbox.take(name, null)).outcome).toBe('older');
      expect(await wordsOf(theirs, there)).toBe('Two days.');
    });
  });

  test('that is gone is told, and comes back as it was', async () => {
    await withDesks(async ({ in: inbox, folder, name }) => {
      fs.renameSync(folder, `${folder}-away`);
      await expect(inbox.list()).rejects.toMatchObject({ code: 'folder.gone' });
      await expect(inbox.take(name, null)).rejects.toMatchObject({ code: 'folder.gone' });
      fs.renameSync(`${folder}-away`, folder);
      expect(await standings(inbox)).toEqual({ [name]: 'new' });
    });
  });

  test('a name that leads out of it is none', async () => {
    await withDesks(async ({ in: inbox, name }) => {
      for (const bad of [`../${name}`, `done/../${name}`, '/etc/passwd', ''])
        await expect(inbox.take(bad, null)).rejects.toMatchObject({ code: 'folder.no-file' });
    });
  });

  test('a partial copy is read once it is whole', async () => {
    await withDesks(async ({ in: inbox, folder, name }) => {
      const whole = fs.readFileSync(join(folder, name));
      fs.writeFileSync(join(folder, name), whole.subarray(0, 400));
      expect(await standings(inbox)).toEqual({ [name]: 'partial' });
      fs.writeFileSync(join(folder, name), whole);
      expect(await standings(inbox)).toEqual({ [name]: 'new' });
    });
  });
});

describe('what several desks do in turn', () => {
  test('a state that a later one was built on comes late and says nothing new', async () => {
    await withDesks(async ({ mine, theirs, out, in: inbox, id, name }) => {
      const there = (await inbox.take(name, null)).id;
      const change = async (library: Library, of: StoryId, dek: string): Promise<void> => {
        const { story, sha256 } = await library.stories.read(of);
        await new StoryDesk(library).save({ ...story, dek }, sha256);
      };
      await change(theirs, there, 'One.');
      const late = await inbox.place(there, noted);
      await change(theirs, there, 'Two.');
      const last = await inbox.place(there, noted);
      await out.take(last.fileName, null);
      await change(mine, id, 'Three.');
      expect(await standings(out)).toEqual({ [late.fileName]: 'taken' });
      expect(await out.take(late.fileName, null)).toMatchObject({ outcome: 'older', conflicts: [] });
    });
  });

  test('what a desk has put there itself is for others', async () => {
    await withDesks(async ({ out, name, folder }) => {
      await expect(out.take(name, null)).rejects.toMatchObject({ code: 'folder.own' });
      expect(fs.readdirSync(folder)).toEqual([name]);
    });
  });

  test('what a third desk has taken in is not told as gone', async () => {
    await withDesks(async ({ in: inbox, name, folder }) => {
      await inbox.list();
      await withLibrary(async (third) => {
        await new SharedFolder(third, folder).take(name, null);
      });
      expect((await inbox.list()).vanished).toEqual([]);
    });
  });

  test('a second copy of a desk’s own claim goes with it', async () => {
    await withDesks(async ({ in: inbox, out, name, folder }) => {
      await inbox.claim(name, null);
      const [own = ''] = fs.readdirSync(folder).filter((each) => each.startsWith('copydesk-claim'));
      fs.copyFileSync(join(folder, own), join(folder, own.replace('.json', ' (conflicted copy).json')));
      await inbox.release(name);
      expect((await out.list()).rows[0]?.claim).toBeNull();
    });
  });
});

describe('a claim', () => {
  const claim = (desk: string, at: string): Claim => ({
    format: 'copydesk-claim',
    version: 1,
    guid: 'g',
    desk,
    person: desk,
    at,
  });
  const now = new Date('2026-02-03T12:00:00.000Z');

  test('is seen by the other desk, which cannot take the story in until it is released', async () => {
    await withDesks(async ({ in: inbox, out, name, folder }) => {
      await out.claim(name, editor);
      expect((await inbox.list()).rows[0]?.claim).toMatchObject({ person: 'Ines', isOwn: false });
      for (const act of ['take', 'claim'] as const)
        await expect(inbox[act](name, null)).rejects.toMatchObject({ code: 'folder.claimed' });
      await inbox.release(name);
      expect((await out.list()).rows[0]?.claim?.isOwn).toBe(true);
      await out.release(name);
      await inbox.claim(name, editor);
      await inbox.take(name, editor);
      expect(fs.readdirSync(folder)).toEqual(['done']);
    });
  });

  test('that two desks made holds for the earlier one, whichever desk looks, in whatever order', () => {
    const [a, b] = [claim('a', '2026-02-03T11:00:00.000Z'), claim('b', '2026-02-03T10:59:59.000Z')];
    expect(holdingClaim([a, b], 'g', now)?.desk).toBe('b');
    expect(holdingClaim([b, a], 'g', now)?.desk).toBe('b');
    const same = [claim('b', a.at), a];
    expect([holdingClaim(same, 'g', now)?.desk, holdingClaim(same.toReversed(), 'g', now)?.desk]).toEqual(['a', 'a']);
    expect(holdingClaim([a, b], 'other', now)).toBeNull();
  });

  test('of twelve hours ago, or of a clock that is as far ahead, holds no longer', () => {
    expect(holdingClaim([claim('a', '2026-02-03T00:00:00.000Z')], 'g', now)).toBeNull();
    expect(holdingClaim([claim('a', '2026-02-04T00:00:00.000Z')], 'g', now)).toBeNull();
    expect(holdingClaim([claim('a', '2026-02-03T13:30:00.000Z')], 'g', now)?.desk).toBe('a');
  });

  test('is read under the name that a sync tool gave to its copy', async () => {
    await withDesks(async ({ in: inbox, out, name, folder }) => {
      await out.claim(name, editor);
      const [own = ''] = fs.readdirSync(folder).filter((each) => each.startsWith('copydesk-claim'));
      fs.renameSync(join(folder, own), join(folder, own.replace('.json', ' (Tom’s conflicted copy).json')));
      expect((await inbox.list()).rows[0]?.claim?.person).toBe('Ines');
    });
  });
});
