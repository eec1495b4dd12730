/** What HTML calls white space, with the no-break space. Other spaces (thin, em, ideographic) are letters to us. */
const runOfSpaces = /[ \t\n\r\f\u00a0]+/gu;
/** C0 and C1 controls without tab and line ends: no format carries them and none means anything in a story. */
// eslint-disable-next-line no-control-regex -- controls are what this line is for
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/gu;

/**
 * One blank for each run of white space. A single no-break space stays (French « », "10 km"); a run with one in it is
 * how Word and browsers pad, and becomes a blank. collapse(collapse(x)) = collapse(x).
 */
export function collapseSpaces(text: string): string {
  return text.replace(runOfSpaces, (run) => (run === '\u00a0' ? run : ' '));
}

/** Drops control characters and puts U+FFFD for half a surrogate pair: what is left can stand in any format. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(controls, '');
}

/** A line for a single-line field: clean, collapsed, trimmed. */
export function oneLine(text: string): string {
  return collapseSpaces(cleanText(text)).trim();
}
