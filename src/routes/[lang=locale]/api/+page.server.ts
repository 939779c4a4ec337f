import { endpoints } from '#lib/domain/api/endpoints.ts';
import { describeEndpoint } from '#lib/domain/api/describe.ts';
import { apiMessages } from '#lib/domain/i18n/messages/api.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = ({ locals: { locale } }) => ({
  endpoints: endpoints.map((endpoint) => describeEndpoint(endpoint, apiMessages(locale)))
});
