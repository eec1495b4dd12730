import { expect, test } from 'vitest';
import { isSafeHref } from '../../../src/core/text/link.js';

test.each(['https://example.org/a?b=c#d', 'http://example.org', 'HTTPS://EXAMPLE.ORG/', 'mailto:desk@example.org'])(
  'lets %s through',
  (href) => {
    expect(isSafeHref(href)).toBe(true);
  },
);

test.each([
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '//example.org/x',
  '/relative',
  '#fragment',
  'https:',
  'https:///x',
  'http\t://example.org',
  'mailto:',
  '',
])('refuses %j', (href) => {
  expect(isSafeHref(href)).toBe(false);
});
