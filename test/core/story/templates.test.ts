import { describe, expect, test } from 'vitest';
import { checkStory } from '../../../src/core/check/rules.js';
import { defaultSettings } from '../../../src/core/publication/settings.js';
import { allTemplates, shippedTemplates } from '../../../src/core/story/shipped-templates.js';
import { storySchema } from '../../../src/core/story/story.js';
import { blankTemplate, missingFields, templateSchema } from '../../../src/core/story/template.js';
import { story, testNow } from '../../builders/story.js';

const template = (id: string) => shippedTemplates.find((each) => each.id === id) ?? blankTemplate(id, id);

describe('templates', () => {
  test('six are shipped, each valid, each with a name of its own', () => {
    for (const shipped of shippedTemplates) expect(templateSchema.parse(shipped)).toEqual(shipped);
    expect(new Set(shippedTemplates.map(({ name }) => name)).size).toBe(6);
  });

  test('a changed one stands in the place of the shipped one, own ones come after by name', () => {
    const changed = { ...template('brief'), name: 'In brief' };
    const all = allTemplates([blankTemplate('zoo', 'Zoo'), changed, blankTemplate('a', 'Agenda')]);
    expect(all.map(({ name }) => name)).toEqual([
      'News',
      'In brief',
      'Feature',
      'Opinion',
      'Live notes',
      'Obituary',
      'Agenda',
      'Zoo',
    ]);
  });

  test('name what a story still misses, and the checks tell it as gravely as the template says', () => {
    const obituary = template('obituary');
    const bare = story({ templateId: 'obituary' });
    expect(missingFields(bare, obituary)).toEqual(['dek', 'byline', 'slugline', 'section', 'leadImage']);
    const context = { now: testNow, settings: defaultSettings, stateOf: () => undefined, template: obituary };
    const found = checkStory(bare, context).filter(({ rule }) => rule === 'template-field');
    expect(found.map(({ where, severity }) => `${where} ${severity}`)).toEqual([
      'dek error',
      'byline error',
      'slugline error',
      'section error',
      'leadImage error',
    ]);
    expect(checkStory(bare, context).some(({ rule }) => rule === 'body-length')).toBe(true);
  });

  test('a story of an older version has none', () => {
    const { templateId: _template, ...old } = story();
    expect(storySchema.parse(old).templateId).toBeNull();
  });
});
