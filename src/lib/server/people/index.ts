export { creditsOf, getPerson, listPeople, listWithheld, peopleByIds } from '#lib/server/people/service.ts';
export type { Affiliation, Credit, PersonCard, PersonPage, WithheldStatement } from '#lib/server/people/service.ts';
