import * as fs from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { mediaId, type MediaId } from '../core/ids.js';
import { readRenderQuery, type PictureRender } from '../core/media/picture-render.js';
import { NewsroomError } from '../core/errors.js';
import { errnoOf } from '../node/files/errno.js';
import type { LibraryClient } from './library-client.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** The page's own address; nothing else is ever a top frame. Its content security policy stands in `index.html`. */
export const pageAddress = 'app://copydesk/index.html';

/** Before the application is ready: what the three addresses may do. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'copydesk-media', privileges },
    { scheme: 'copydesk-preview', privileges },
  ]);
}

export interface Sources {
  readonly pageFolder: string;
  readonly library: LibraryClient;
  /** Path of a picture of the open library; undefined while none is open. */
  readonly mediaPath: (id: MediaId) => string | undefined;
}

/** Answers the three addresses. Every path is checked against its folder; anything else is 404. */
export function answerSchemes({ pageFolder, library, mediaPath }: Sources): void {
  protocol.handle('app', async (request) => {
    const path = normalize(join(pageFolder, decodeURIComponent(new URL(request.url).pathname)));
    return path.startsWith(pageFolder + sep) ? fileResponse(path, {}) : notFound();
  });
  protocol.handle('copydesk-media', async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const id = mediaId.safeParse(pathname.slice(1));
    const render = readRenderQuery(new Map(searchParams));
    const path = id.success ? mediaPath(id.data) : undefined;
    if (!id.success || path === undefined || render === undefined) return notFound();
    return render === null ? fileResponse(path, forGood) : renderResponse(library, id.data, render);
  });
  protocol.handle('copydesk-preview', async (request) => {
    const url = new URL(request.url);
    const path = decodeURIComponent(url.pathname.slice(1));
    const content = await library.host('previewFile', { key: url.hostname, path });
    return content === null ? notFound() : response(content, path, {});
  });
}

/** A picture's address names its content, so what it answers never changes. */
const forGood = { 'Cache-Control': 'max-age=31536000, immutable' };

/** A picture that is gone or does not decode is shown as such by the page. */
async function renderResponse(library: LibraryClient, id: MediaId, render: PictureRender): Promise<Response> {
  try {
    const bytes = await library.host('picture', { id, render });
    return bytes === null ? notFound() : response(bytes, `picture.${render.type}`, forGood);
  } catch (error) {
    if (error instanceof NewsroomError) return notFound();
    throw error;
  }
}

async function fileResponse(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    return response(await fs.readFile(path), path, headers);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return notFound();
  }
}

function response(bytes: Uint8Array, path: string, headers: Readonly<Record<string, string>>): Response {
  const type = types[extname(path)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', ...headers },
  });
}

const notFound = (): Response => new Response('', { status: 404 });
