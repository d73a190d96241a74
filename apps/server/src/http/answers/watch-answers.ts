import { z } from 'zod';
import type { App } from '../type-provider.ts';
import { answers } from './index.ts';

/**
 * Holds every JSON answer against its description and fails the request where it differs: for tests. Answers that are
 * described in the route itself are held against that by the frame.
 */
export function watchAnswers(app: App): void {
  app.addHook('preSerialization', async (request, reply, payload: unknown) => {
    const name = `${request.method} ${request.routeOptions.url ?? ''}`;
    const described = answers[name];
    if (described === undefined || reply.statusCode >= 400) return Promise.resolve(payload);
    const shape = described[reply.statusCode];
    if (shape === undefined) throw new Error(`${name} answered ${reply.statusCode}, which is not described`);
    if (!(shape instanceof z.ZodType)) throw new Error(`${name} is described as no JSON, and answered JSON`);
    // As it will be read: dates become text.
    const { error } = shape.safeParse(JSON.parse(JSON.stringify(payload)));
    if (error !== undefined) throw new Error(`${name} answered what is not described: ${z.prettifyError(error)}`);
    return Promise.resolve(payload);
  });
}
