import { NewsroomError } from '../../core/errors.js';
import { errnoOf } from './errno.js';

/** A refusal of the system while writing into a folder, as `export.folder`; bugs pass as they are. */
export function folderError(error: unknown): unknown {
  const code = errnoOf(error);
  if (error instanceof NewsroomError || code === undefined) return error;
  return new NewsroomError('export.folder', { detail: code }, { cause: error });
}
