import { Numbers, sequencePairs } from '../compare/sequence-diff.js';
import { wordTokens } from './word-tokens.js';

/** A run of words that both texts have, or only the new one, or only the old one. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * What changed from one text to another, by words, in reading order; what was removed stands before what took its
 * place. Joining `same` and `added` gives the new text, `same` and `removed` the old one.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const numbers = new Numbers();
  const old = wordTokens(before);
  const fresh = wordTokens(after);
  const pairs = sequencePairs(
    old.map((word) => numbers.of(word)),
    fresh.map((word) => numbers.of(word)),
  );
  const parts: DiffPart[] = [];
  let [left, right] = [0, 0];
  for (const [oldEnd, freshEnd] of [...pairs, [old.length, fresh.length] as const]) {
    add(parts, 'removed', old.slice(left, oldEnd).join(''));
    add(parts, 'added', fresh.slice(right, freshEnd).join(''));
    add(parts, 'same', old[oldEnd] ?? '');
    [left, right] = [oldEnd + 1, freshEnd + 1];
  }
  return withoutLoneSpaces(parts);
}

function add(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  const last = parts.at(-1);
  if (text === '') return;
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}

/** A space that alone stayed between two changes says nothing: "the old dog" is better read as one change than as three. */
function withoutLoneSpaces(parts: readonly DiffPart[]): readonly DiffPart[] {
  const out: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    add(out, 'removed', removed);
    add(out, 'added', added);
    [removed, added] = ['', ''];
  };
  for (const [at, part] of parts.entries()) {
    const isLone = part.kind === 'same' && part.text.trim() === '' && removed + added !== '' && at + 1 < parts.length;
    if (part.kind === 'same' && !isLone) {
      flush();
      add(out, 'same', part.text);
    } else {
      if (part.kind !== 'added') removed += part.text;
      if (part.kind !== 'removed') added += part.text;
    }
  }
  flush();
  return out;
}
