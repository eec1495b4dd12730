import { describe, expect, test } from 'vitest';
import { assertGateOpen, atGate, isBlocking, isGated, shippedWeight, weightOf } from '../../../src/core/check/gate.js';
import { checkStory } from '../../../src/core/check/rules.js';
import { rules } from '../../../src/core/check/rules.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { moveNames } from '../../../src/core/story/states.js';
import type { Story } from '../../../src/core/story/story.js';
import { unwaive, waive } from '../../../src/core/story/waivers.js';
import { doc, p, story, testNow } from '../../builders/story.js';

const context = { now: testNow, settings: defaultSettings, stateOf: () => undefined };
const found = (of: Story) => checkStory(of, context);
const by = (note: string) => ({ person: null, now: testNow, note });
const withTk = story({ body: doc(p('The ferry carries TK people.')) });
const tkOf = (of: Story) => {
  const finding = found(of).find(({ rule }) => rule === 'tk-left');
  if (!finding) throw new Error('no TK was found');
  return finding;
};
const blocking = (of: Story, gate = {}) =>
  atGate(found(of), of, gate)
    .filter(isBlocking)
    .map(({ rule }) => rule);

describe('the gate', () => {
  test('stands before the moves towards readers, and before no other', () => {
    expect(moveNames.filter(isGated)).toEqual(['approve', 'schedule', 'publish']);
  });

  test('an error holds a story up, a warning is told, advice is not asked; a missing section is told', () => {
    expect(blocking(withTk)).toEqual(['tk-left']);
    expect(shippedWeight('byline-missing', 'warning')).toBe('warn');
    expect(shippedWeight('related-none', 'advice')).toBe('off');
    expect(shippedWeight('section-missing', 'error')).toBe('warn');
  });

  test('weighs as the desk has set it, but for what nobody may open', () => {
    expect(blocking(withTk, { 'tk-left': 'warn' })).toEqual([]);
    expect(blocking(withTk, { 'byline-missing': 'block' })).toEqual(['tk-left', 'byline-missing']);
    for (const rule of ['conflicts-open', 'link-unsafe'])
      expect(weightOf({ rule, severity: 'error' }, { [rule]: 'off' })).toBe('block');
  });

  test('says what holds a story up', () => {
    expect(() => assertGateOpen(atGate(found(withTk), withTk, {}))).toThrow(
      expect.objectContaining({
        code: 'workflow.gate-closed',
        params: expect.objectContaining({ rules: 'tk-left' }) as object,
      }),
    );
  });

  test('has a name in the settings for each rule', async () => {
    const { en } = await import('../../../src/core/strings/en.js');
    for (const { id } of rules) expect(en).toHaveProperty([`rule.${id}`]);
  });
});

describe('a waiver', () => {
  test('needs a reason, is logged with it, and opens the gate for what it names', () => {
    const tk = tkOf(withTk);
    expect(() => waive(withTk, tk, by('  '))).toThrow(expect.objectContaining({ code: 'workflow.note-missing' }));
    const passed = waive(withTk, tk, by(' The number comes at noon. '));
    expect(blocking(passed)).toEqual([]);
    expect(passed.log.at(-1)).toMatchObject({ act: 'waive', note: 'The number comes at noon.', finding: tk.id });
    expect(waive(passed, tk, by('Again.'))).toBe(passed);
  });

  test('does not hold for another find of the same rule in the same place', () => {
    const passed = waive(withTk, tkOf(withTk), by('The number comes at noon.'));
    expect(blocking({ ...passed, body: doc(p('The ferry of TK carries people.')) })).toEqual(['tk-left']);
  });

  test('can be taken back, and that is logged too', () => {
    const tk = tkOf(withTk);
    const held = unwaive(waive(withTk, tk, by('Later.')), tk, by(''));
    expect(blocking(held)).toEqual(['tk-left']);
    expect(held.log.map(({ act }) => act)).toEqual(['waive', 'unwaive']);
    expect(unwaive(withTk, tk, by(''))).toBe(withTk);
  });

  test('opens nothing that nobody may open', () => {
    const conflict = { id: 'a', blockId: null, path: 'headline', from: '', base: 'a', mine: 'b', theirs: 'c' };
    const undecided = story({ conflicts: [conflict] });
    const [finding] = found(undecided).filter(({ rule }) => rule === 'conflicts-open');
    if (!finding) throw new Error('no conflict was found');
    expect(blocking(waive(undecided, finding, by('Never mind.')))).toEqual(['conflicts-open']);
  });
});
