import { utilityProcess, type UtilityProcess } from 'electron';
import type { Input, LibraryCallName, Output } from '../core/contract/calls.js';
import type { News } from '../core/contract/news.js';
import { unwrap, type Outcome } from '../core/contract/outcome.js';
import { runtimeVariable } from '../node/print/find-runtime.js';
import type { HostCalls, Reply, Request } from './library-channel.js';

export interface LibraryListener {
  readonly onProgress: (news: News<'job.progress'>) => void;
  readonly onChanged: (news: News<'stories.changed'>) => void;
  readonly onPath: (token: string, path: string) => void;
  /** The process ended without being asked to; the next call starts a new one. */
  readonly onCrash: (code: number) => void;
  readonly onBug: (message: string, stack: string) => void;
}

interface Waiting {
  readonly resolve: (outcome: Outcome<unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** The shell's side of the library process: questions get answers by number. */
export class LibraryClient {
  readonly #script: string;
  readonly #version: string;
  readonly #listener: LibraryListener;
  readonly #waiting = new Map<number, Waiting>();
  #process: UtilityProcess | undefined;
  #number = 0;
  #ending = false;

  constructor(script: string, version: string, listener: LibraryListener) {
    this.#script = script;
    this.#version = version;
    this.#listener = listener;
  }

  /** A call of the page, checked by the shell before. */
  async call<N extends LibraryCallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>> {
    return (await this.#ask({ kind: 'call', number: this.#next(), name, input })) as Outcome<Output<N>>;
  }

  /** A question of the shell's own. @throws NewsroomError */
  async host<N extends keyof HostCalls>(name: N, input: HostCalls[N]['input']): Promise<HostCalls[N]['output']> {
    return unwrap(
      (await this.#ask({ kind: 'host', number: this.#next(), name, input })) as Outcome<HostCalls[N]['output']>,
    );
  }

  /** Closes the library and ends the process. */
  async end(): Promise<void> {
    if (!this.#process) return;
    await this.host('close', null);
    this.#ending = true;
    this.#process.kill();
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #ask(request: Request): Promise<Outcome<unknown>> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.number, { resolve, reject });
      (this.#process ??= this.#start()).postMessage(request);
    });
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(this.#script, [`--app-version=${this.#version}`], {
      serviceName: 'Copydesk library',
      // On a Mac the process itself runs another program than the app's.
      env: { ...process.env, [runtimeVariable]: process.execPath },
    });
    child.on('message', (reply: Reply) => {
      this.#hear(reply);
    });
    child.once('exit', (code) => {
      this.#process = undefined;
      for (const { reject } of this.#waiting.values())
        reject(new Error(`the library process ended with code ${String(code)}`));
      this.#waiting.clear();
      if (!this.#ending) this.#listener.onCrash(code);
    });
    return child;
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'answer':
        this.#settle(reply.number)?.resolve(reply.outcome);
        return;
      case 'bug':
        this.#listener.onBug(reply.message, reply.stack);
        this.#settle(reply.number)?.reject(new Error(reply.message));
        return;
      case 'progress':
        this.#listener.onProgress(reply.news);
        return;
      case 'changed':
        this.#listener.onChanged(reply.news);
        return;
      case 'path':
        this.#listener.onPath(reply.token, reply.path);
    }
  }

  #settle(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    return waiting;
  }
}
