import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAs, startDemonstrationServer, type DemonstrationServer } from './testing/demonstration-server.ts';

let s: DemonstrationServer;
beforeAll(async () => { console.time('start'); s = await startDemonstrationServer({ worker: 'inside' }, { log: (l) => console.log('LOG', l) }); console.timeEnd('start'); });
afterAll(async () => { await s.close(); });

it('runs', async () => {
  for (const theta of [0, 0.01]) {
    console.time('run');
    const job = await runAs(s.analyst, { theta });
    console.timeEnd('run');
    console.log(job);
    const run = await s.analyst.person.expect<any>(200, 'GET', `/api/runs/${job.run}`);
    console.log(JSON.stringify({ ...run, dropped: run.dropped.length, leftOut: run.leftOut.length, failed: run.failed.slice(0, 3) }).slice(0, 3000));
  }
  console.log(s.failures);
});
