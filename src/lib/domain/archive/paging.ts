/** One page of a list that is too long for one. */
export interface ListPage<T> {
  items: T[];
  /** 1, 2, 3 … */
  page: number;
  pages: number;
  total: number;
}

/** @param asked what the address says; anything but a page that exists is read as the nearest one that does */
export function pageOf<T>(all: readonly T[], asked: string | null, length: number): ListPage<T> {
  const pages = Math.max(1, Math.ceil(all.length / length));
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), pages);
  return { items: all.slice((page - 1) * length, page * length), page, pages, total: all.length };
}
