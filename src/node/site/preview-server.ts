import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { errnoOf } from '../files/errno.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** A site's folder on this machine's own address, for a look at it in a browser. No other machine can ask it. */
export class PreviewServer {
  readonly #server: Server;
  readonly address: string;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.address = `http://127.0.0.1:${String(port)}/`;
  }

  static async start(folder: string): Promise<PreviewServer> {
    const root = resolve(folder);
    const server = createServer((request, response) => {
      answer(root, request, response).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    });
    await new Promise<void>((started, failed) => {
      server.once('error', failed);
      server.listen(0, '127.0.0.1', started);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('a listening server has a port');
    return new PreviewServer(server, address.port);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((stopped) => this.#server.close(stopped));
  }
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Another site whose name leads here (DNS rebinding) asks for that name.
  const { port } = request.socket.address() as { port?: number };
  const isOwn =
    request.headers.host === `127.0.0.1:${String(port)}` || request.headers.host === `localhost:${String(port)}`;
  if (!isOwn || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(isOwn ? 405 : 403).end();
    return;
  }
  const found = await fileAt(root, request.url ?? '/');
  const file = found ?? (await fileAt(root, '/404.html'));
  response.writeHead(found ? 200 : 404, {
    'content-type': types[extname(file ?? '')] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (file === undefined || request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** The file of an address; undefined for one that leads out of the folder, to our own work in it, or nowhere. */
async function fileAt(root: string, url: string): Promise<string | undefined> {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/su, ''));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  if (path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  const target = resolve(root, `.${path}`);
  if (target !== root && !target.startsWith(root + sep)) return undefined;
  try {
    const about = await fs.stat(target);
    if (about.isFile()) return target;
    const index = join(target, 'index.html');
    return (await fs.stat(index)).isFile() ? index : undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
