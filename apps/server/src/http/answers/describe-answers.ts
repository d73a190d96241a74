import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { answers } from './index.ts';
import { refusal } from './parts.ts';

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>;

/** Puts the answers of each route into its description, and the one shape of every refusal. */
export const describeAnswers: Transform = (document) => {
  const { route } = document;
  // The type does not say it: a route without any schema has none here either.
  const schema = document.schema as FastifySchema | undefined;
  const stated = [route.method].flat().flatMap((method) => Object.entries(answers[`${method} ${route.url}`] ?? {}));
  const response = {
    ...(schema?.response as object | undefined), ...Object.fromEntries(stated),
    default: { description: 'Refused, with the reason', content: { 'application/problem+json': { schema: refusal } } },
  };
  return jsonSchemaTransform({ ...document, schema: { ...schema, response } });
};
