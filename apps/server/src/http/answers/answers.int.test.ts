import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeServer, type WholeServer } from '../../testing/test-server.ts';
import { serverParts } from '../../server-parts.ts';
import { answers } from './index.ts';

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>> }>>>>;
}

let whole: WholeServer;
let described: Description;

beforeAll(async () => {
  whole = await startWholeServer({ parts: serverParts });
  described = await whole.coordinator.person.expect<Description>(200, 'GET', '/api/openapi.json');
});
afterAll(() => whole.close());

const keyOf = (method: string, url: string): string => `${method} ${url}`;
const templated = (url: string): string => url.replaceAll(/:([A-Za-z0-9]+)/g, '{$1}');

describe('the description of the interface', () => {
  it('says of every route what it answers when it does what is asked, and what a refusal looks like', () => {
    const lacking: string[] = [];
    for (const { method, url } of whole.server.app.accessRoutes) {
      if (!url.startsWith('/api/') || url === '/api/openapi.json' || url.includes('*') || (method === 'HEAD' && answers[keyOf(method, url)] === undefined)) continue;
      const responses = described.paths[templated(url)]?.[method.toLowerCase()]?.responses ?? {};
      const good = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
      const isShaped = good.some(([status, { content }]) => status === '204' || method === 'HEAD' || Object.values(content ?? {}).some(({ schema }) => Object.keys(schema ?? {}).length > 0));
      if (!isShaped) lacking.push(keyOf(method, url));
      if (responses['default']?.content?.['application/problem+json']?.schema === undefined) lacking.push(`${keyOf(method, url)}: refusals`);
    }
    expect(lacking).toEqual([]);
  });

  it('describes no answer of a route that is not there', () => {
    const routes = new Set(whole.server.app.accessRoutes.map(({ method, url }) => keyOf(method, url)));
    expect(Object.keys(answers).filter((key) => !routes.has(key))).toEqual([]);
  });

  it('is held against real answers in tests: one that differs is found', async () => {
    const { worker, folder, state } = whole.server.context.ledger;
    // A row that is still to be folded would be written once more after the change.
    await folder.waitForAll(state.size);
    const { sql } = await import('kysely');
    await whole.coordinator.person.expect(200, 'GET', '/api/subjects?limit=1');
    await sql`update subjects set facets = '{"hasName": {"a": 1}}'`.execute(worker);
    expect(await whole.coordinator.person.refusal('GET', '/api/subjects?limit=1')).toBe('server.internal');
    expect(whole.failures.join()).toContain('answered what is not described');
  });
});
