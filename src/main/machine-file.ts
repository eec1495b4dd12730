import { z } from 'zod';
import { machineSettingsSchema, type MachineSettings } from '../core/contract/calls.js';
import { DeskFile } from '../node/library/desk-files.js';
import { Layout } from '../node/library/layout.js';
import { join } from 'node:path';

const boundsSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximised: z.boolean(),
});
export type WindowBounds = z.infer<typeof boundsSchema>;

/** What this machine remembers; never travels with a library. */
const machineSchema = z.object({
  page: machineSettingsSchema,
  lastLibrary: z.string().nullable(),
  bounds: boundsSchema.nullable(),
  /** The folder that the desk of a library shares with others, by library. */
  sharedFolders: z.record(z.string(), z.string()).default({}),
});
export type Machine = z.infer<typeof machineSchema>;

const initial: Machine = {
  page: {
    theme: 'system',
    language: 'system',
    personId: null,
    regions: {},
    openStories: {},
    zoom: 1,
    spelling: true,
    personalWords: [],
  },
  lastLibrary: null,
  bounds: null,
  sharedFolders: {},
};

/** The machine's settings; a damaged file costs the settings, never a story. */
export class MachineFile {
  readonly #file: DeskFile<Machine>;

  private constructor(file: DeskFile<Machine>) {
    this.#file = file;
  }

  static async open(folder: string): Promise<MachineFile> {
    const file = await DeskFile.open<Machine>({
      layout: new Layout(folder),
      path: join(folder, 'machine.json'),
      format: 'copydesk-machine',
      id: 'machine',
      schema: machineSchema,
      initial,
      now: () => new Date(),
      canWrite: true,
    });
    return new MachineFile(file);
  }

  get value(): Machine {
    return this.#file.value;
  }

  async change(part: Partial<Machine>): Promise<void> {
    await this.#file.change((machine) => ({ ...machine, ...part }));
  }

  async savePage(page: MachineSettings): Promise<void> {
    await this.change({ page });
  }
}
