import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoryDocument } from '../../src/core/document/document.js';
import { documentView } from '../../src/core/document/document-view.js';
import { plainText } from '../../src/core/document/plain-text.js';
import { countWords } from '../../src/core/text/words.js';
import { countsOf } from '../../src/editor/behaviours/text-counts.js';
import { tidyBody } from '../../src/core/document/tidy-body.js';
import { markNames, nodeRules, type NodeName } from '../../src/core/document/document-rules.js';
import { checkDocument } from '../../src/core/document/document-rules.js';
import { storySchema } from '../../src/editor/schema.js';
import { anyBody } from '../builders/any-body.js';
import { anyDocument } from '../builders/any-document.js';

const schema = storySchema();
const mayBeEmpty = ['inline', 'text'];
const contentOf = (holds: string): string =>
  holds === 'none' ? '' : `${holds}${mayBeEmpty.includes(holds) ? '*' : '+'}`;

describe('the editor’s schema', () => {
  test('has the nodes of the document rules, in the same groups and with the same content', () => {
    const ours = Object.entries(schema.nodes).map(([name, type]) => {
      const isListItem = name === 'listItem';
      return [name, { group: isListItem ? 'listItem' : (type.spec.group ?? 'none'), content: type.spec.content ?? '' }];
    });
    const rules = Object.entries(nodeRules).map(([name, rule]) => [
      name,
      { group: rule.group, content: contentOf(rule.holds) },
    ]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(rules));
  });

  test('has the marks of the document rules and no other', () => {
    expect(Object.keys(schema.marks).sort()).toEqual([...markNames].sort());
  });

  test('gives every block of the rules a blockId, and nothing else one', () => {
    const withId = Object.entries(schema.nodes)
      .filter(([, type]) => Object.hasOwn(type.spec.attrs ?? {}, 'blockId'))
      .map(([name]) => name);
    const blocks = (Object.keys(nodeRules) as NodeName[]).filter((name) => nodeRules[name].isBlock);
    expect(withId.sort()).toEqual([...blocks].sort());
  });

  test('keeps the attributes that the story is stored with', () => {
    const attributes = (name: string): readonly string[] =>
      Object.keys((schema.nodes[name] ?? schema.marks[name])?.spec.attrs ?? {}).filter(
        (key) => key !== 'blockId' && key !== 'colwidth',
      );
    expect({
      heading: attributes('heading'),
      orderedList: attributes('orderedList'),
      image: attributes('image'),
      blockquote: attributes('blockquote'),
      pullQuote: attributes('pullQuote'),
      factbox: attributes('factbox'),
      gallery: attributes('gallery'),
      table: attributes('table'),
      tableCell: attributes('tableCell'),
      codeBlock: attributes('codeBlock'),
      storyCard: attributes('storyCard'),
      embed: attributes('embed'),
      language: attributes('language'),
      link: attributes('link'),
      insertion: attributes('insertion'),
      deletion: attributes('deletion'),
      modification: attributes('modification'),
      annotation: attributes('annotation'),
    }).toEqual({
      heading: ['level'],
      orderedList: ['start'],
      image: ['media', 'alt', 'caption', 'credit', 'size', 'rotate', 'crop', 'focal'],
      blockquote: ['attribution'],
      pullQuote: ['credit'],
      factbox: ['title'],
      gallery: ['caption'],
      table: ['caption'],
      tableCell: ['colspan', 'rowspan'],
      codeBlock: ['language'],
      storyCard: ['storyId'],
      embed: ['provider', 'url', 'title'],
      language: ['lang'],
      link: ['href', 'storyId'],
      insertion: ['changeId'],
      deletion: ['changeId'],
      modification: ['changeId', 'attrName', 'previousValue', 'newValue'],
      annotation: ['annotationId'],
    });
  });

  test('takes any body that the rules allow, and gives back one with the same meaning', () => {
    fc.assert(
      fc.property(fc.oneof(anyBody(), anyDocument()), (body) => {
        const node = schema.nodeFromJSON(body);
        node.check();
        const back = node.toJSON() as StoryDocument;
        expect(checkDocument(back)).toEqual([]);
        expect(countsOf(node).words).toBe(countWords(plainText(body)));
        expect(tidyBody(documentView(back, 'accepted'))).toEqual(tidyBody(documentView(body, 'accepted')));
      }),
      { numRuns: 100 },
    );
  });

  test('takes and gives back a document with everything in it, unchanged in meaning', () => {
    const id = (at: number): string => `00000000-0000-4000-8000-00000000000${String(at)}`;
    const document = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { blockId: id(1), level: 3 }, content: [{ type: 'text', text: 'Head' }] },
        {
          type: 'paragraph',
          attrs: { blockId: id(2) },
          content: [
            { type: 'text', text: 'bold', marks: [{ type: 'bold' }] },
            { type: 'hardBreak' },
            { type: 'text', text: 'new', marks: [{ type: 'insertion', attrs: { changeId: 'c1' } }] },
          ],
        },
        {
          type: 'orderedList',
          attrs: { blockId: id(3), start: 4 },
          content: [
            {
              type: 'listItem',
              attrs: { blockId: id(4) },
              content: [
                {
                  type: 'blockquote',
                  attrs: { blockId: id(5), attribution: 'Mo' },
                  content: [{ type: 'paragraph', attrs: { blockId: id(6) } }],
                },
              ],
            },
          ],
        },
        {
          type: 'paragraph',
          attrs: { blockId: id(7) },
          content: [{ type: 'text', text: 'gone' }],
          marks: [{ type: 'deletion', attrs: { changeId: 'c2' } }],
        },
      ],
    };
    const node = schema.nodeFromJSON(document);
    node.check();
    expect(node.toJSON()).toEqual(document);
    expect(checkDocument(node.toJSON())).toEqual([]);
  });
});
