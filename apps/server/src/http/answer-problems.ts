import { randomBytes } from 'node:crypto';
import { describeProblem, makeProblem, ProblemError, problemStatus, type Language, type Problem } from '@imena/problem';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { problemOfConstraint } from '../database/constraint-problems.ts';
import type { App } from './type-provider.ts';

/** Answers every refusal as `application/problem+json`; what is nobody's expectation is logged under a number. */
export function answerProblems(app: App, log: (line: string) => void): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, problemOf(error, request, log)));
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const status = problemStatus(problem.code);
  const title = describeProblem(problem, languageOf(request));
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify({ ...problem, status, title }));
}

function problemOf(error: FastifyError, request: FastifyRequest, log: (line: string) => void): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    const field = (issue?.instancePath ?? '').split('/').filter(Boolean).join('.');
    return makeProblem('server.request_invalid', { reason: issue?.message ?? '' }, { field });
  }
  const constraint = problemOfConstraint(error);
  if (constraint !== null) return constraint;
  return problemOfFramework(error) ?? failure(error, request, log);
}

function problemOfFramework(error: FastifyError): Problem | null {
  switch (error.statusCode) {
    case 413: return makeProblem('server.body_too_large', { maximum: bodyLimit });
    case 415: return makeProblem('server.media_type');
    case 429: return makeProblem('server.request_invalid', { reason: error.message });
    default: return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? makeProblem('server.request_invalid', { reason: error.message }) : null;
  }
}

/** Largest body of a JSON request: 500 entries. */
export const bodyLimit = 8 * 1024 * 1024;

function failure(error: Error, request: FastifyRequest, log: (line: string) => void): Problem {
  const incident = randomBytes(4).toString('hex');
  log(`FAILURE ${incident} in ${request.method} ${request.routeOptions.url ?? '?'}: ${error.stack ?? error.message}`);
  return makeProblem('server.internal', { incident });
}

function languageOf(request: FastifyRequest): Language {
  return /^\s*uk\b/i.test(request.headers['accept-language'] ?? '') ? 'uk' : 'en';
}
