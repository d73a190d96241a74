import { makeProblem, ProblemError, type Json, type Problem } from '@imena/problem';
import type { z } from 'zod';
import { noteAnswered } from './reachability.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks the server and parses its answer. @throws ProblemError with the server's refusal, `web.unreachable`, `web.unexpected_answer` */
export async function request<T>(path: string, schema: z.ZodType<T>, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const text = await response.text();
  const parsed = schema.safeParse(text === '' ? null : parseJson(text, path));
  if (!parsed.success) {
    console.error(`${path}: ${parsed.error.message}`);
    throw new ProblemError(makeProblem('web.unexpected_answer', { path: withoutQuery(path) }));
  }
  return parsed.data;
}

/** Asks the server where the answer has no content that matters. */
export async function requestNothing(path: string, options: RequestOptions): Promise<void> {
  await send(path, options);
}

/** Asks the server for plain text, such as a checkpoint. */
export async function requestText(path: string): Promise<string> {
  return (await send(path, {})).text();
}

/** Sends bytes or JSON with the header that only this application's own pages can set. */
export async function send(path: string, { method = 'GET', body, signal }: RequestOptions, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const isBytes = body instanceof Blob;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      ...(method === 'GET' || method === 'HEAD' ? {} : { 'x-imena': '1' }),
      ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  };
  const response = await fetch(`/api${path}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    noteAnswered(false);
    throw new ProblemError(makeProblem('web.unreachable'));
  });
  noteAnswered(!isGatewayTrouble(response));
  if (!response.ok) throw await refusalOf(response, path);
  return response;
}

async function refusalOf(response: Response, path: string): Promise<ProblemError> {
  const text = await response.text();
  const value = text === '' ? null : parseJson(text, path);
  if (isProblem(value)) return new RefusedError(value, response.status);
  const code = isGatewayTrouble(response) ? 'web.unreachable' : 'web.unexpected_answer';
  return new RefusedError(makeProblem(code, { path: withoutQuery(path) }), response.status);
}

/** A proxy in front of a server that is down answers in its own words. */
function isGatewayTrouble({ status }: Response): boolean {
  return status >= 502 && status <= 504;
}

/** A refusal by the server, with the HTTP status it came with. */
export class RefusedError extends ProblemError {
  readonly status: number;

  constructor(problem: Problem, status: number) {
    super(problem);
    this.status = status;
  }
}

/** Whether trouble is only that the server cannot be reached now. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'web.unreachable';
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    console.error(`${path}: no JSON in the answer`);
    return null;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'details' in value && typeof value.details === 'object';
}

function withoutQuery(path: string): string {
  return path.split('?')[0] ?? path;
}

/** A query string of the conditions that are set. */
export function queryOf(conditions: Readonly<Record<string, Json | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(conditions)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
