import type { Endpoint } from '#lib/domain/api/endpoints.ts';
import { answerOf, parametersOf, type JsonSchema, type Parameter } from '#lib/domain/api/openapi.ts';
import type { ApiMessages } from '#lib/domain/i18n/messages/api.en.ts';

/** An endpoint as its page shows it, in words. */
export interface EndpointView {
  name: string;
  path: string;
  summary: string;
  parameters: { name: string; description: string; values: string }[];
  fields: { name: string; type: string; description: string }[];
}

function valuesOf({ schema }: Parameter, m: ApiMessages['page']): string {
  const { enum: choices, default: fallback, pattern } = schema;
  const kind = choices ? m.oneOf(choices.map(String).join(', ')) : pattern?.includes('\\d') ? '0–9' : m.text;
  return fallback === undefined ? kind : `${kind}; ${m.fallback(JSON.stringify(fallback).replaceAll('"', ''))}`;
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

/** The schema behind "or null" and inside a list. */
function insideOf(schema: JsonSchema): JsonSchema {
  const [first] = (schema.anyOf ?? []).filter((each) => isSchema(each) && each.type !== 'null');
  if (isSchema(first)) return insideOf(first);
  return schema.type === 'array' && isSchema(schema.items) ? insideOf(schema.items) : schema;
}

function typeOf(schema: JsonSchema): string {
  const parts = schema.anyOf?.filter(isSchema);
  if (parts) return parts.map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.type === 'array') return `${isSchema(schema.items) ? typeOf(schema.items) : ''}[]`;
  return schema.format ? `${String(schema.type)} (${schema.format})` : String(schema.type ?? 'any');
}

/** Fields with those inside them, by their whole name: date.value, texts[].language. */
function fieldsOf(schema: JsonSchema, prefix: string): EndpointView['fields'] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (!isSchema(property)) return [];
    const inner = insideOf(property);
    const name = `${prefix}${key}`;
    const own = { name, type: typeOf(property), description: property.description ?? '' };
    const within = inner.properties ? fieldsOf(inner, `${name}${typeOf(property).includes('[]') ? '[]' : ''}.`) : [];
    return [own, ...within];
  });
}

export const describeEndpoint = (endpoint: Endpoint, words: ApiMessages): EndpointView => ({
  name: endpoint.name,
  path: `/api/v1${endpoint.path}`,
  summary: words.endpoints[endpoint.name],
  parameters: parametersOf(endpoint).map((parameter) => ({
    name: parameter.name,
    description: parameter.description,
    values: valuesOf(parameter, words.page)
  })),
  fields: fieldsOf(answerOf(endpoint), '')
});
