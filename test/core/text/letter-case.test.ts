import { expect, test } from 'vitest';
import { inCase } from '../../../src/core/text/letter-case.js';

test('each case is written by the rules of the language', () => {
  expect(inCase('istanbul', 'upper', 'tr')).toBe('İSTANBUL');
  expect(inCase('Straße', 'upper', 'de')).toBe('STRASSE');
  expect(inCase('the END of the road', 'title', 'en-GB')).toBe('The End of the Road');
  expect(inCase('LA VIE EN ROSE', 'title', 'fr')).toBe('La Vie En Rose');
  expect(inCase('WE WON. “NOW,” SHE SAID? yes', 'sentence', 'en')).toBe('We won. “Now,” she said? Yes');
  expect(inCase('ÀÉ', 'lower', 'fr')).toBe('àé');
});
