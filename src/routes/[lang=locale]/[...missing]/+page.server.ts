import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const csr = false;

/** What no other route has is answered inside the frame of its language. */
export const load: PageServerLoad = () => error(404, { message: 'missing', code: 'missing' });
