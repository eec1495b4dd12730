import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walk, type StoryDocument } from '../../../src/core/document/document.js';
import { checkDocument } from '../../../src/core/document/document-rules.js';
import { documentView } from '../../../src/core/document/document-view.js';
import { personId } from '../../../src/core/ids.js';
import { resolveChanges, suggestionsBy, suggestionsOf } from '../../../src/core/review/suggestions.js';
import type { Story } from '../../../src/core/story/story.js';
import { anyDocument } from '../../builders/any-document.js';
import { annotated, block, doc, p, text, uuid } from '../../builders/story.js';

const at = '2026-02-03T10:00:00.000Z';
const record = (personName: string, id: string | null = null): Story['changes'][string] => ({
  kind: 'insertion',
  personId: id === null ? null : personId.parse(id),
  personName,
  at,
});
const ins = (changeId: string, words: string) => text(words, { type: 'insertion', attrs: { changeId } });
const del = (changeId: string, words: string) => text(words, { type: 'deletion', attrs: { changeId } });

const body = doc(
  block(
    'paragraph',
    { blockId: 'one' },
    text('The ferry '),
    del('a', 'left'),
    ins('a', 'sailed'),
    text(' at '),
    del('b', 'noon'),
    text('.'),
  ),
  block('paragraph', { blockId: 'two' }, text('Nobody '), ins('c', 'was '), annotated('hurt')),
);
const changes = { a: record('Ana Ruiz', uuid(7)), b: record('Mo'), c: record('Ana Ruiz', uuid(7)), gone: record('Mo') };

describe('the suggestions of a text', () => {
  test('are listed in reading order, each once with what comes and what goes', () => {
    expect(suggestionsOf({ body, changes })).toEqual([
      { id: 'a', blockId: 'one', added: 'sailed', removed: 'left', modified: [], by: changes.a },
      { id: 'b', blockId: 'one', added: '', removed: 'noon', modified: [], by: changes.b },
      { id: 'c', blockId: 'two', added: 'was ', removed: '', modified: [], by: changes.c },
    ]);
  });

  test('name a picture, a split and a new look for what they are', () => {
    const look = { type: 'modification', attrs: { changeId: 'l', attrName: 'marks', previousValue: [], newValue: [] } };
    const picture = { type: 'image', attrs: {}, marks: [{ type: 'insertion', attrs: { changeId: 'i' } }] };
    const marked = doc(
      p(text('bold', { type: 'bold' }, look)),
      picture,
      p('a', ins('s', '\u200b')),
      p(ins('s', '\u200b'), 'b'),
    );
    expect(
      suggestionsOf({ body: marked, changes: {} }).map(({ id, added, modified }) => [id, added, modified]),
    ).toEqual([
      ['l', 'bold', ['marks']],
      ['i', '[image]', []],
      ['s', '', ['border']],
    ]);
  });

  test('are found by the name or the initials of who made them', () => {
    const people = [{ id: uuid(7), name: 'Ana Ruiz', initials: 'AR' }];
    expect([...suggestionsBy({ body, changes }, 'ar', people)]).toEqual(['a', 'c']);
    expect([...suggestionsBy({ body, changes }, 'Mo', people)]).toEqual(['b']);
    expect([...suggestionsBy({ body, changes }, 'Nobody', people)]).toEqual([]);
  });
});

describe('deciding suggestions', () => {
  test('one is taken, the others stay with their records, and a comment stays where it is', () => {
    const taken = resolveChanges({ body, changes }, 'accept', new Set(['a']));
    expect(taken.body.content?.[0]?.content).toEqual([text('The ferry sailed at '), del('b', 'noon'), text('.')]);
    expect(taken.body.content?.[1]).toEqual(body.content?.[1]);
    expect(taken.changes).toEqual({ b: changes.b, c: changes.c });
  });

  test('a refused heading is the paragraph that it was', () => {
    const mark = {
      type: 'modification',
      attrs: { changeId: 'h', attrName: 'block', previousValue: { type: 'paragraph' }, newValue: null },
    };
    const heading = { type: 'heading', attrs: { level: 2, blockId: 'x' }, content: [text('Title')], marks: [mark] };
    const { body: back } = resolveChanges({ body: doc(heading), changes: {} }, 'reject', 'all');
    expect(back).toEqual(doc(block('paragraph', { blockId: 'x' }, text('Title'))));
  });

  test('a split that is refused joins the paragraphs, one that is taken leaves no sign', () => {
    const split = doc(p('One.', ins('s', '\u200b')), p(ins('s', '\u200b'), ' Two.'), p(ins('t', 'Three')));
    expect(resolveChanges({ body: split, changes: {} }, 'reject', new Set(['s'])).body).toEqual(
      doc(p('One. Two.'), p(ins('t', 'Three'))),
    );
    expect(resolveChanges({ body: split, changes: {} }, 'accept', new Set(['s'])).body).toEqual(
      doc(p('One.'), p(' Two.'), p(ins('t', 'Three'))),
    );
  });
});

describe('for any document', () => {
  const verdict = fc.constantFrom('accept' as const, 'reject' as const);
  const withoutNotes = (document: StoryDocument): StoryDocument => documentView(document, 'accepted');

  test('deciding all is what the view reads, with the comments kept', () => {
    fc.assert(
      fc.property(anyDocument(), verdict, (document, kind) => {
        const { body: settled, changes: left } = resolveChanges({ body: document, changes: {} }, kind, 'all');
        expect(withoutNotes(settled)).toEqual(documentView(document, kind === 'accept' ? 'accepted' : 'rejected'));
        expect(suggestionsOf({ body: settled, changes: left })).toEqual([]);
      }),
    );
  });

  test('deciding one by one comes to the same as all at once, in any order, and is valid on the way', () => {
    fc.assert(
      fc.property(anyDocument(), verdict, verdict, fc.boolean(), (document, first, second, isTurned) => {
        const verdicts = { c1: first, c2: second };
        const order = isTurned ? (['c2', 'c1'] as const) : (['c1', 'c2'] as const);
        let step = { body: document, changes: {} };
        for (const id of order) {
          step = { ...resolveChanges(step, verdicts[id], new Set([id])), changes: {} };
          expect(checkDocument(step.body)).toEqual([]);
        }
        expect(suggestionsOf(step)).toEqual([]);
        const annotations = (one: StoryDocument) =>
          [...walk(one)].filter(({ node }) => node.marks?.some(({ type }) => type === 'annotation')).length;
        if (first === second)
          expect(withoutNotes(step.body)).toEqual(documentView(document, first === 'accept' ? 'accepted' : 'rejected'));
        expect(annotations(step.body)).toBeLessThanOrEqual(annotations(document));
      }),
    );
  });
});
