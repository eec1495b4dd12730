/**
 * Expected trouble. Each code has one entry: what happened, what is safe, what to do. `{name}` marks are filled
 * from the error's parameters, so a text for people is made in one place and user text travels as data.
 */
export const advice = {
  'input.invalid': 'That input does not fit: {detail}. Nothing was changed. Correct the named field and try again.',
  'input.too-large': '{detail}. Nothing was changed. Split it or make it smaller, then try again.',
  'story.not-found': 'There is no story "{id}" in this library. Nothing was changed. Check the id with "list".',
  'story.ambiguous': 'More than one story starts with "{id}". Nothing was changed. Give more characters of the id.',
  'story.changed-elsewhere':
    'This story was saved somewhere else since it was opened. Both texts are safe. Compare them and choose.',
  'story.frozen':
    'A {state} story is not edited in place. Its published edition is safe. Correct a published one; of one that was taken back make a copy.',
  'workflow.not-allowed': 'A story cannot go from {from} to {to}. It stays as it was. Allowed next: {allowed}.',
  'workflow.note-missing': 'Say why: {detail}. The story stays as it was. Add the text and try again.',
  'workflow.gate-closed':
    'Not done: {detail} The story stays as it was. Mend what the checks name, or let it pass there with a reason, then try again.',
  'workflow.not-waivable':
    'This cannot be let pass: {detail} The story stays as it was. Mend it in the text or in the notes.',
  'workflow.no-finding': 'The checks do not find “{finding}” in this story. Nothing was changed. Run the checks again.',
  'workflow.nothing-to-undo':
    'There is no move that can be taken back. The story stays as it is. A correction is taken back by another correction.',
  'workflow.exported':
    'This move was not taken back: the story was exported since, {at}. It stays as it is. Correct, unpublish or kill it instead.',
  'folder.gone':
    'The shared folder cannot be reached ({detail}). Nothing here was changed. Connect the disk or the network again, or choose another folder.',
  'folder.own':
    '“{name}” was put into the folder by this desk and waits for another one. Nothing was changed. To take it back, remove the file.',
  'folder.no-file': '“{name}” is not in the shared folder any more. Nothing was changed. Look at the list again.',
  'folder.claimed':
    '{name} has claimed this story since {at}. Nothing was changed. Ask there, or wait until the claim is released or twelve hours old.',
  'correction.not-found':
    '“{wrong}” does not stand in the published story. Nothing was changed. Give the words just as they went out.',
  'correction.ambiguous': '“{wrong}” stands in {count} places. Nothing was changed. Say which: {places}.',
  'correction.nothing': 'Nothing would be corrected. The story stays as it is. Give other words, or a note.',
  'store.damaged':
    'The file of this story is damaged ({detail}). The damaged file was kept in quarantine; other stories are not touched. Recover an earlier version from the history.',
  'store.not-a-library':
    'This folder is not a Copydesk library. Nothing in it was changed. Choose a library folder or make a new library.',
  'store.exists': 'This folder already holds files. Nothing in it was changed. Choose an empty folder.',
  'store.newer':
    'This library was made by a newer version of Copydesk (schema {found}, this version knows {known}). It was opened for reading only. Update Copydesk to write in it.',
  'store.locked':
    'The library is in use by another Copydesk ({owner}). Nothing was changed. Close it there, or open this library for reading only.',
  'store.read-only': 'The library is open for reading only ({detail}). Nothing was changed.',
  'store.write-failed':
    'Not saved: {detail}. The text is still here and the last saved version is untouched. Free space or check the disk; Copydesk tries again by itself.',
  'import.not-readable': 'This file could not be read: {detail}. Nothing was imported from it. Check the file.',
  'import.not-returned':
    '“{name}” is no Word document that was handed over from here. Nothing was changed. To make a new story of it, import it.',
  'import.hand-over':
    'This is a story that another desk handed over ({detail}). Nothing was imported from it. Take it in with “Take in hand-over files…”, or `copydesk merge`.',
  'import.unknown-format': 'Copydesk does not know this kind of file ({detail}). Nothing was imported from it.',
  'import.no-story': 'This entry is no story: {detail}. Nothing was made of it.',
  'import.encrypted':
    'This file is protected by a password and cannot be read. Nothing was imported from it. Take the password off in the program that made it, then import it again.',
  'import.old-word':
    'This file is of an old Office kind (.doc) that Copydesk does not read. Nothing was imported from it. Save it as .docx or .rtf, then import that.',
  'media.not-an-image':
    '"{name}" is not a picture that Copydesk can use ({detail}). Nothing was added. Use JPEG, PNG, GIF, WebP or AVIF.',
  'media.clean-unsure':
    'An earlier version ({detail}) could not be read, so it cannot be known which pictures it needs. Nothing was removed. Run “verify” and repair it first.',
  'media.not-found': 'The picture {id} is not in this library. The story is safe. Insert the picture again.',
  'export.withheld': 'This story is {state} and may not leave. Nothing was written.',
  'export.embargoed': 'This story is embargoed until {at} ({tz}). Nothing was written.',
  'export.no-printer':
    'No PDF could be made: {detail}. The story is safe, other formats are written. PDFs are made by the app itself.',
  'site.theme': 'The theme has a mistake in {file}, line {line}: {detail}. Nothing was written.',
  'site.no-theme':
    'There is no theme "{theme}". Themes are {known}; your own lie in the folder "themes" of the library.',
  'site.busy': 'Another run writes this folder now: {owner}. Nothing was written.',
  'export.folder': 'The folder could not be written: {detail}. Nothing in the library changed. Choose another folder.',
  'taxonomy.not-found': 'That {kind} does not exist any more. Nothing was changed.',
  'taxonomy.duplicate': 'There is already a {kind} named "{name}". Nothing was changed. Merge the two instead.',
  'taxonomy.in-use': '{count} stories use this {kind}. Nothing was changed. Say where to put them.',
  'settings.invalid': 'The setting {field} is not valid: {detail}. The old value is kept.',
  'call.refused': 'The request was refused ({detail}). Nothing was changed.',
  'job.cancelled': 'Cancelled. {detail}',
} as const;

export type ErrorCode = keyof typeof advice;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** Fills the advice of a code: the text that a person reads. Unknown marks stay visible, so a gap is noticed. */
export function adviceFor(code: ErrorCode, params: ErrorParams = {}): string {
  return advice[code].replace(/\{(\w+)\}/g, (mark, key: string) => {
    const value = params[key];
    return value === undefined ? mark : String(value);
  });
}

/** Expected trouble with a stable code. Bugs are other errors and are not caught on the way. */
export class NewsroomError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(`${code}: ${adviceFor(code, params)}`, options);
    this.name = 'NewsroomError';
    this.code = code;
    this.params = params;
  }

  get userMessage(): string {
    return adviceFor(this.code, this.params);
  }
}

/** For the end of a `switch` over a union: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value ${JSON.stringify(value)}`);
}
