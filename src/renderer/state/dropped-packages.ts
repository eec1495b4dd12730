import { packageExtension, packageMime } from '../../core/package/story-package.js';

/** The hand-over files among what was dropped; a desk may drop ten at once. */
export const packagesOf = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ name }) => name.toLowerCase().endsWith(`.${packageExtension}`));

/** Whether hand-over files may be above the window: before the drop only kinds are told, and a system may not know ours. */
export function mayBePackages({ items }: DataTransfer): boolean {
  const files = [...items].filter(({ kind }) => kind === 'file');
  return files.length > 0 && files.every(({ type }) => type === '' || type === packageMime);
}
