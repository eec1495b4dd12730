import type { SpellingLanguage } from '../../core/spelling/spelling-languages.js';
import type { SpellingAnswer, SpellingQuestion } from './messages.js';

type Question = SpellingQuestion extends infer Q ? (Q extends SpellingQuestion ? Omit<Q, 'id'> : never) : never;

/** Asks the worker with the dictionaries; every answer goes to the one who asked. The worker starts with the first question. */
export class SpellingService {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, (words: readonly string[]) => void>();

  async wrongOf(language: SpellingLanguage, words: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await this.#ask({ kind: 'check', language, words }));
  }

  suggestions(language: SpellingLanguage, word: string): Promise<readonly string[]> {
    return this.#ask({ kind: 'suggest', language, word });
  }

  #ask(question: Question): Promise<readonly string[]> {
    this.#worker ??= this.#start();
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise<readonly string[]>((resolve) => this.#waiting.set(id, resolve));
    this.#worker.postMessage({ ...question, id });
    return answer;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<SpellingAnswer>) => {
      this.#waiting.get(data.id)?.(data.words);
      this.#waiting.delete(data.id);
    };
    return worker;
  }
}
