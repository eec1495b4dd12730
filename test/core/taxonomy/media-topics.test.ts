import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { subjectCode } from '../../../src/core/ids.js';
import { MediaTopics, type MediaTopicsFile } from '../../../src/core/taxonomy/media-topics.js';

const file = JSON.parse(
  readFileSync(new URL('../../../resources/taxonomies/iptc-mediatopics.json', import.meta.url), 'utf8'),
) as MediaTopicsFile & { readonly meta: { readonly notice: string } };
const topics = new MediaTopics(file);
const labels = (text: string, search = {}): readonly string[] => topics.search(text, search).map(({ label }) => label);

describe('the list as it is shipped', () => {
  test('carries the notice that its licence asks for', () => {
    expect(file.meta.notice).toBe('Media Topics (c) IPTC, iptc.org, CC BY 4.0, reduced');
  });

  test('has only well-formed codes, and every parent is in it', () => {
    for (const { id, parent } of file.concepts) {
      expect(subjectCode.safeParse(id).success).toBe(true);
      if (parent !== null) expect(topics.has(parent)).toBe(true);
    }
  });
});

describe('the tree', () => {
  test('has seventeen top topics in the order of their labels', () => {
    const top = topics.children(null);
    expect(top).toHaveLength(17);
    expect(top.map(({ label }) => label)).toEqual(top.map(({ label }) => label).sort());
    expect(top.every(({ path, hasChildren }) => path.length === 0 && hasChildren)).toBe(true);
  });

  test('says the way from the top to a topic', () => {
    const diplomacy = topics.topic('medtop:20000639');
    expect(diplomacy?.path).toEqual(['politics and government', 'international relations']);
    expect(topics.path('medtop:20000639')).toEqual(['medtop:11000000', 'medtop:20000638']);
  });

  test('hides retired topics unless they are asked for or in use', () => {
    const codes = (search = {}): readonly string[] =>
      topics.children('medtop:11000000', search).map(({ code }) => code);
    expect(codes()).not.toContain('medtop:20000647');
    expect(codes({ includeRetired: true })).toContain('medtop:20000647');
    expect(codes({ inUse: new Set(['medtop:20000647']) })).toContain('medtop:20000647');
  });

  test('answers an unknown code with itself, and no topic', () => {
    expect(topics.label('medtop:99999999')).toBe('medtop:99999999');
    expect(topics.topic('medtop:99999999')).toBeUndefined();
    expect(topics.path('medtop:99999999')).toEqual([]);
    expect(topics.children('medtop:99999999')).toEqual([]);
  });
});

describe('labels', () => {
  test('come in the language, its base or a sister of it, else in English', () => {
    expect(topics.label('medtop:06000000', 'de-AT')).toBe('Umwelt');
    expect(topics.label('medtop:01000000', 'pt')).toMatch(/cultura/);
    expect(topics.label('medtop:01000000', 'zh')).toMatch(/文化/);
    expect(topics.label('medtop:06000000', 'fi')).toBe('environment');
    expect(topics.label('medtop:06000000', 'en-GB')).toBe('environment');
  });
});

describe('the search', () => {
  test('puts the label itself first, then its beginnings, then its words, then definitions', () => {
    expect(labels('sport')[0]).toBe('sport');
    const found = labels('football', { limit: 40 });
    expect(found[0]).toBe('football');
    expect(found.indexOf('American football')).toBeGreaterThan(0);
    expect(labels('peace pro')[0]).toBe('peace process');
    expect(labels('aquatic species')).toEqual(['fishing']);
  });

  test('finds a topic by its name in any language, with and without accents, and answers in the desk’s own', () => {
    expect(labels('Klimaveranderung')).toContain('climate change');
    expect(labels('environnement')[0]).toBe('environment');
    expect(labels('energia')).toEqual(labels('energía'));
    expect(labels('环境').length).toBeGreaterThan(0);
    expect(labels('climate change', { language: 'de' })[0]).toBe('Klimaveränderung');
  });

  test('prefers a hit in the language that is shown', () => {
    expect(labels('art').indexOf('art exhibition')).toBe(0);
    expect(labels('art', { language: 'fr', limit: 40 })).toContain('Arts visuels');
  });

  test('puts the beginning of a long label before a word inside a short one', () => {
    const found = labels('educat');
    expect(found.indexOf('educational testing and examinations')).toBeGreaterThan(0);
    expect(found.indexOf('religious education')).toBeGreaterThan(found.indexOf('educational testing and examinations'));
  });

  test('gives ten at most, none for nothing, and no retired topic', () => {
    expect(topics.search('a')).toHaveLength(10);
    expect(topics.search('  ')).toEqual([]);
    expect(topics.search('political crisis').map(({ code }) => code)).not.toContain('medtop:20000647');
    expect(topics.search('political crisis', { inUse: new Set(['medtop:20000647']) })[0]?.retired).toBe(true);
  });
});
