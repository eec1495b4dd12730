import { NewsroomError, type ErrorCode, type ErrorParams } from '../errors.js';

/** How every call answers: an Error loses all but its message between processes, so code and text travel as data. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Trouble);

/** An expected trouble as data: its code, and what fills the text that people read. */
export interface Trouble {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export function failure(error: NewsroomError): Outcome<never> {
  return { ok: false, code: error.code, params: error.params };
}

/** The value, or the same error thrown again on this side. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new NewsroomError(outcome.code, outcome.params);
}
