import '#lib/components/floor-fill.ts';
import type { ClientInit } from '@sveltejs/kit';
import { keepTyped } from '#lib/components/forms/typed-early.ts';

// before the page is taken over
export const init: ClientInit = () => {
  keepTyped();
};
