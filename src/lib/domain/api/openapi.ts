import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { endpoints, type Endpoint } from '#lib/domain/api/endpoints.ts';
import { Problem } from '#lib/domain/api/resources.ts';
import type { ApiMessages } from '#lib/domain/i18n/messages/api.en.ts';

export type JsonSchema = ReturnType<typeof toJsonSchema>;

const schemaOf = (schema: v.GenericSchema, typeMode: 'input' | 'output'): JsonSchema => {
  // "$schema" belongs to whole documents; inside OpenAPI 3.1 the dialect is the document's own
  const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode, errorMode: 'ignore' });
  return rest;
};

/** What an endpoint answers with. */
export const answerOf = ({ answer }: Endpoint): JsonSchema => schemaOf(answer, 'output');

export interface Parameter {
  name: string;
  description: string;
  required: boolean;
  schema: JsonSchema;
}

/** The parameters of an endpoint's query, as OpenAPI and the readable page list them. */
export function parametersOf({ query }: Endpoint): Parameter[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input');
  return Object.entries(properties).map(([name, property]) => {
    const schema = typeof property === 'boolean' ? {} : property;
    return { name, description: schema.description ?? '', required: required.includes(name), schema };
  });
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
});

const limits = {
  etag: { description: 'Compare with If-None-Match.', schema: { type: 'string' } },
  ratelimit: { description: 'Requests left in this window.', schema: { type: 'string' } },
  'ratelimit-policy': { description: 'Requests a window allows.', schema: { type: 'string' } }
};

function operationOf(endpoint: Endpoint, words: ApiMessages) {
  const named = endpoint.path.includes('{uuid}')
    ? [{ name: 'uuid', in: 'path', required: true, schema: { type: 'string' } }]
    : [];
  return {
    operationId: endpoint.name,
    summary: words.endpoints[endpoint.name],
    parameters: [...named, ...parametersOf(endpoint).map((parameter) => ({ ...parameter, in: 'query' }))],
    responses: {
      '200': {
        description: words.endpoints[endpoint.name],
        headers: limits,
        content: { 'application/json': { schema: answerOf(endpoint) } }
      },
      '304': { description: 'Not changed.' },
      '400': problem(words.problems['bad-request']),
      '404': problem(words.problems.missing),
      ...(named.length > 0 && { '410': problem(words.problems.gone) }),
      '429': problem(words.problems['too-many-requests'])
    }
  };
}

/** The OpenAPI 3.1 document, made from the schemas that the routes use. */
export const openApi = ({ origin, title }: { origin: string; title: string }, words: ApiMessages) => ({
  openapi: '3.1.0',
  info: { title, version: '1', description: [words.page.lead, ...words.page.rulesText].join('\n\n') },
  servers: [{ url: `${origin}/api/v1` }],
  paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint, words) }])),
  components: { schemas: { Problem: schemaOf(Problem, 'output') } }
});
