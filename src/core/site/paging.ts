/** One page of a list. `items` newest first. */
export interface ListPage<T> {
  /** 1 = the oldest page; its number never changes, since a page that is full is never touched again. */
  readonly number: number;
  readonly items: readonly T[];
  readonly isFirst: boolean;
}

/**
 * Parts a list, newest first, into pages. Pages are counted from the oldest story on, so that a new one changes the
 * front page of a list alone: it holds `size` to 2 × `size` − 1 stories, every other page exactly `size`. An empty list
 * has one empty page. The first of the answer is the front page.
 */
export function pagesOf<T>(items: readonly T[], size: number): readonly ListPage<T>[] {
  const full = Math.max(0, Math.floor(items.length / size) - 1);
  const front = items.length - full * size;
  const pages: ListPage<T>[] = [{ number: full + 1, items: items.slice(0, front), isFirst: true }];
  for (let number = full; number >= 1; number -= 1) {
    const from = items.length - number * size;
    pages.push({ number, items: items.slice(from, from + size), isFirst: false });
  }
  return pages;
}

/** The front page is the list's own address, the others stand under `page/`. */
export const fileOfPage = (folder: string, page: Pick<ListPage<unknown>, 'number' | 'isFirst'>): string =>
  page.isFirst ? `${folder}/index.html` : `${folder}/page/${String(page.number)}/index.html`;
