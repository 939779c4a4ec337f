export {
  getOrganization,
  listInstitutions,
  listOrganizations,
  organizationsByIds,
  sponsorsOf
} from '#lib/server/organizations/service.ts';
export type {
  Institution,
  OrganizationCard,
  OrganizationOrder,
  OrganizationPage,
  Sponsor
} from '#lib/server/organizations/service.ts';
