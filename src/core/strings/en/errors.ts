import { advice, type ErrorCode } from '../../errors.js';

/** The table of `errors.ts` as it is, by `error.<code>`: the command line and the log read it there. */
type Advice = { readonly [C in ErrorCode as `error.${C}`]: (typeof advice)[C] };
const said = Object.fromEntries(Object.entries(advice).map(([code, text]) => [`error.${code}`, text])) as Advice;

/** Expected trouble by its code, and the names of the shipped templates. */
export const enErrors = {
  ...said,
  'template.news': 'News',
  'template.brief': 'Brief',
  'template.feature': 'Feature',
  'template.opinion': 'Opinion',
  'template.live-notes': 'Live notes',
  'template.obituary': 'Obituary',
} as const;
