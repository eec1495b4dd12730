import { randomUUID } from 'node:crypto';
import { failure, type Outcome } from '../core/contract/outcome.js';
import { NewsroomError } from '../core/errors.js';
import type { PersonId } from '../core/ids.js';
import { fillWithSample } from '../node/desk/sample-newsroom.js';
import {
  libraryInfo,
  libraryService,
  noLibrary,
  type LibraryService,
  type ServiceHost,
} from '../node/desk/library-service.js';
import { finishInterrupted } from '../node/desk/finish-interrupted.js';
import { Library, realWorld } from '../node/library/library.js';
import type { HostCalls, Reply, Request } from './library-channel.js';

/**
 * The library process: owns the open library, its index, imports and exports. It speaks with the shell alone, by the
 * messages of `library-channel.ts`, and knows nothing of windows.
 */
const port = process.parentPort;
const world = realWorld(
  process.argv.find((arg) => arg.startsWith('--app-version='))?.slice('--app-version='.length) ?? '0',
);
const paths = new Map<string, readonly string[]>();
let personId: PersonId | null = null;
let library: Library | undefined;
let service: LibraryService | undefined;

const tell = (reply: Reply): void => {
  port.postMessage(reply);
};

const host: ServiceHost = {
  personId: () => personId,
  path: (token) => {
    const found = paths.get(token);
    if (!found) throw new NewsroomError('call.refused', { detail: 'unknown folder' });
    return found;
  },
  tokenFor: (path) => {
    const token = `path-${randomUUID()}`;
    paths.set(token, [path]);
    tell({ kind: 'path', token, path });
    return token;
  },
  tellProgress: (news) => {
    tell({ kind: 'progress', news });
  },
  tellChanged: (ids) => {
    tell({ kind: 'changed', news: { ids: [...ids] } });
  },
};

async function openLibrary(folder: string): Promise<Library> {
  await library?.close();
  library = undefined;
  service = undefined;
  const opened = await Library.open(folder, world, { mode: 'writeIfFree' });
  library = opened;
  if (opened.readOnly === null) await finishInterrupted(opened);
  service = libraryService(opened, host);
  return opened;
}

const hostCalls: { [N in keyof HostCalls]: (input: HostCalls[N]['input']) => Promise<HostCalls[N]['output']> } = {
  open: async ({ folder, personId: who }) => {
    personId = who;
    return libraryInfo(await openLibrary(folder));
  },
  create: async ({ folder, publicationName, language, person, sample }) => {
    await Library.create(folder, world, { name: publicationName, language });
    personId = person?.id ?? null;
    const made = await openLibrary(folder);
    if (person) await made.people.change((before) => ({ ...before, people: [person] }));
    if (sample) await fillWithSample(made, person);
    return libraryInfo(made);
  },
  close: async () => {
    await library?.close();
    library = undefined;
    return null;
  },
  previewFile: async ({ key, path }) => (await service?.previewFile(key, path)) ?? null,
  picture: async ({ id, render }) => (await service?.picture(id, render)) ?? null,
  setPerson: ({ personId: who }) => {
    personId = who;
    return Promise.resolve(null);
  },
  addPath: ({ token, paths: chosen }) => {
    paths.set(token, chosen);
    return Promise.resolve(null);
  },
};

async function answer(request: Request): Promise<unknown> {
  if (request.kind === 'host') {
    const call = hostCalls[request.name] as (input: unknown) => Promise<unknown>;
    return call(request.input);
  }
  if (!service) throw noLibrary();
  // The shell has checked the input by the table, so it is the handler's own.
  const handler = service.handlers[request.name] as (input: unknown) => Promise<unknown>;
  return handler(request.input);
}

async function outcomeOf(request: Request): Promise<Outcome<unknown>> {
  try {
    return { ok: true, value: await answer(request) };
  } catch (error) {
    if (error instanceof NewsroomError) return failure(error);
    throw error;
  }
}

port.on('message', ({ data }: { data: Request }) => {
  outcomeOf(data).then(
    (outcome) => {
      tell({ kind: 'answer', number: data.number, outcome });
    },
    (error: unknown) => {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      tell({ kind: 'bug', number: data.number, message, stack: stack ?? '' });
    },
  );
});
