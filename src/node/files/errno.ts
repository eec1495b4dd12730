/** The system's code of an error (`ENOENT`, `ENOSPC` …); undefined for any other error. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export const isMissing = (error: unknown): boolean => errnoOf(error) === 'ENOENT';
