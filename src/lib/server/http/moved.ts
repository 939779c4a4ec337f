import { redirect } from '@sveltejs/kit';

/** A former address, or that of the other language, leads on to the current one; what was asked for comes along. */
export function leadOn(moved: boolean, path: string, { search }: URL): void {
  if (moved) redirect(308, path + search);
}
