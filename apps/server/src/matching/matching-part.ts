import type { ServerPart } from '../http/build-app.ts';
import { JobDesk } from '../jobs/job-desk.ts';
import { deleteAllJobs } from '../jobs/jobs.queries.ts';
import { addJobRoutes } from '../jobs/routes.ts';
import { runWorker } from '../jobs/run-worker.ts';
import { findWorkerProgram, startWorkerChild } from '../jobs/start-worker-child.ts';
import { addDecisionPart } from '../decision/decision-part.ts';
import { addReportRoutes } from '../report/routes.ts';
import type { ServerContext } from '../http/context.ts';
import { addAdviceRoutes } from './advice-routes.ts';
import { Calculator } from './calculator.ts';
import { addComparisonRoutes } from './comparison-routes.ts';
import { jobWork } from './compute-run.ts';
import { EvidenceBases } from './evidence-bases.ts';
import { EvidenceFollower } from './follow/follow-evidence.ts';
import { recordRun } from './record-run.ts';
import { addJointMarkerRoutes } from './joint-marker-routes.ts';
import { addMatchingRoutes } from './routes.ts';
import { RegisterFiles } from './register-files.ts';
import { addReviewRoutes } from './review-routes.ts';
import { RunInputs } from './run-files.ts';
import { addWeightsRoutes } from './weights/routes.ts';
import { findWeights } from './weights/standing-weights.ts';

export interface MatchingOptions {
  /**
   * Who computes: a process of its own (where its program is not built, this process, which is said in the log), this
   * process (tests), or nobody here: workers on other machines.
   */
  readonly worker: 'child' | 'inside' | 'none';
  /** The worker's program where it does not lie beside this one. */
  readonly program?: string;
  /** Whether what was once asked for is computed again when evidence came, and after how many quiet milliseconds; 3000 where nothing is said, null never. */
  readonly followAfterMs?: number | null;
}

const followAfterMs = 3000;

/** Jobs, matching, decision and report: one part, because each needs the run inputs that are kept in memory. */
export function matchingPart(options: MatchingOptions = { worker: 'child' }): ServerPart {
  return (app, context) => {
    const inputs = new RunInputs(context.files);
    const desk = new JobDesk({ db: context.ledger.worker, record: (job) => (job.task === 'dna_run' ? recordRun(context, job) : Promise.resolve(null)), now: context.now, log: context.log });
    addJobRoutes(app, context, desk);
    const bases = new EvidenceBases(context.ledger.worker, context.now, (version) => findWeights({ db: context.ledger.worker, files: context.files, installation: context.ledger.identity.installation }, version));
    const files = new RegisterFiles(context.ledger.worker, context.files);
    addMatchingRoutes(app, context, { desk, inputs, bases, files });
    addComparisonRoutes(app, context, { inputs, bases, files });
    const calculator = new Calculator(options.worker === 'inside' ? null : findWorkerProgram(import.meta.dirname));
    addReviewRoutes(app, context, { inputs, calculator, bases, files });
    addWeightsRoutes(app, context, { desk });
    addAdviceRoutes(app, context, { inputs, calculator });
    addJointMarkerRoutes(app, context, { inputs, calculator });
    addDecisionPart(app, context, { inputs });
    addReportRoutes(app, context, { inputs });
    context.onLogReplaced.push((tx) => deleteAllJobs(tx));
    // Started last and in a hook: were a later part to refuse, nobody would close the application and stop the worker.
    let stopWorker = (): Promise<void> => Promise.resolve();
    let follower: EvidenceFollower | null = null;
    app.addHook('onReady', async () => {
      stopWorker = await startWorker(options, context, desk);
      desk.wake();
      const quietMs = options.followAfterMs === undefined ? followAfterMs : options.followAfterMs;
      if (quietMs !== null) follower = new EvidenceFollower({ context, desk, quietMs });
    });
    app.addHook('onClose', async () => {
      await follower?.close();
      await stopWorker();
      await calculator.close();
      await desk.close();
    });
  };
}

async function startWorker({ worker, program }: MatchingOptions, { targets, files, now, log }: ServerContext, desk: JobDesk): Promise<() => Promise<void>> {
  const onComputed = (): void => desk.wake();
  if (worker === 'none') return () => Promise.resolve();
  const found = worker === 'child' ? (program ?? findWorkerProgram(import.meta.dirname)) : null;
  if (found !== null) {
    const child = startWorkerChild({ program: found, target: targets.worker, files: files.folder, log, onComputed });
    return () => child.stop();
  }
  if (worker === 'child') log('the program of the worker is not built: matching is computed in the process of the server');
  const inside = await runWorker({ target: targets.worker, files, work: jobWork, now, log, onComputed });
  return () => inside.stop();
}
