import { makeProblem, ProblemError, type Problem } from '@imena/problem';
import {
  agreedValue, decisionState, foldSubject, interchangeableMembers, signatureObstacle, type DecisionState, type FoldEntry, type PedigreeMember, type Subject,
} from '@imena/record';
import { verifyDecisionSignature, type DecisionSignature } from '../access/index.ts';
import { setAccount } from '../access/with-account.queries.ts';
import type { Transaction } from '../database/tables.ts';
import type { EntryRule } from '../ledger/entry-rules.ts';
import type { PreparedEntry } from '../ledger/prepared-entry.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { findFoldedMany } from '../matching/pair-subjects.queries.ts';
import { readEntriesToFold } from '../register/fold-subjects.ts';
import { replaceDecision } from './derive-decisions.ts';
import { findObstacles } from './find-obstacles.ts';
import { proposalProblem } from './proposal-rule.ts';

export interface DecisionRuleOptions {
  readonly inputs: RunInputs;
  /** The installation's own office, to which an identification may belong. */
  readonly installation: () => string;
}

/** What a rule looks at: the identification before the entry and with it. */
interface Step {
  readonly tx: Transaction;
  readonly entry: PreparedEntry;
  readonly before: Subject | null;
  readonly after: Subject;
}

type Rule = (step: Step, options: DecisionRuleOptions) => Promise<Problem | null> | Problem | null;

/**
 * The rule for every entry of kind `decision`. It folds the identification as it would become, asks the rule of the
 * statement's type, and writes what follows (signatures, standing decisions) in the same transaction, so that the
 * constraints of the database have the last word however many writers there are.
 */
export function decisionRule(options: DecisionRuleOptions): EntryRule {
  return async (tx, entry, { logIndex }) => {
    try {
      if (entry.body.type === 'pair.excluded') return await excludedRule(tx, entry);
      const known = await readEntriesToFold(tx, entry.envelope.subject);
      const before = foldSubject(known);
      const after = foldSubject([...known, entryToFold(entry, logIndex)]);
      if (after?.kind !== 'identification') return null;
      const problem = await judge({ tx, entry, before, after }, options);
      if (problem === null) await replaceDecision(tx, after);
      return problem;
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  };
}

async function judge(step: Step, options: DecisionRuleOptions): Promise<Problem | null> {
  const before = step.before === null ? null : decisionState(step.before);
  const rule = rules[step.entry.body.type];
  if (rule !== undefined) {
    const problem = await rule(step, options);
    if (problem !== null) return problem;
  }
  return before === null ? null : unmakingProblem(before, decisionState(step.after), step.entry.body.type);
}

/** What was decided is revoked, never unmade by a correction, a withdrawal or a later change; a revocation stays. */
function unmakingProblem(before: DecisionState, after: DecisionState, type: string): Problem | null {
  const isDecided = before.stage === 'established' || before.stage === 'certified' || before.stage === 'revoked';
  if (!isDecided || before.stage === after.stage) return null;
  const isOnward = (type === 'identification.revoked' && after.stage === 'revoked') || (before.stage === 'established' && after.stage === 'certified');
  return isOnward ? null : makeProblem('decision.closed', { stage: before.stage });
}

const open: Rule = ({ before }) => {
  const stage = before === null ? null : decisionState(before).stage;
  return stage === 'established' || stage === 'certified' || stage === 'revoked' ? makeProblem('decision.closed', { stage }) : null;
};

const decided: Rule = ({ before }) => {
  const stage = before === null ? null : decisionState(before).stage;
  return stage === 'established' || stage === 'certified' ? null : makeProblem('decision.not_established');
};

/** A family is told of what was decided, and of its revocation. */
const told: Rule = (step, options) => (step.before !== null && decisionState(step.before).stage === 'revoked' ? null : decided(step, options));

const bySigner: Rule = ({ entry }) => (entry.body['signer'] === entry.envelope.by ? null : makeProblem('decision.not_the_signer'));

/** Asks rules in turn; the first refusal counts. */
function all(...parts: readonly Rule[]): Rule {
  return async (step, options) => {
    for (const part of parts) {
      const problem = await part(step, options);
      if (problem !== null) return problem;
    }
    return null;
  };
}

const proposed: Rule = ({ tx, entry, after }, options) => proposalProblem(tx, { entry, identification: after }, options);

const contradictionResolved: Rule = ({ before, entry }) => {
  const listed = (before === null ? [] : (agreedValue(before, 'contradictions') ?? [])) as readonly { readonly key: string }[];
  const key = String(entry.body['key']);
  return listed.some((item) => item.key === key) ? null : makeProblem('decision.contradiction_unknown', { key });
};

const discriminated: Rule = async ({ tx, before, entry }, { inputs }) => {
  if (before === null) return null;
  const { case: { context } } = await findObstacles(tx, inputs, before);
  const member = String(entry.body['member']);
  const rivals: readonly PedigreeMember[] = context.member === null ? [] : interchangeableMembers(context.pedigree, context.member);
  return rivals.some((item) => item.id === member) ? null : makeProblem('decision.member_unknown', { member });
};

const exposureAnswered: Rule = async ({ tx, before, entry }, { inputs }) => {
  if (before === null) return null;
  const { problems } = await findObstacles(tx, inputs, before);
  const remains = entry.body['remains'];
  const isOpen = problems.some((problem) => problem.code === 'decision.exposure_unanswered' && problem.details['remains'] === remains);
  return isOpen ? null : makeProblem('decision.exposure_unknown');
};

const reviewed: Rule = ({ before, entry }) => {
  if (before === null) return null;
  if (entry.body['decisionHash'] !== decisionState(before).hash) return makeProblem('decision.hash_stale');
  return proposersOf(before).has(entry.envelope.by) ? makeProblem('decision.reviewer_is_proposer') : null;
};

/** Who wrote any of what the signatures cover. */
function proposersOf(identification: Subject): Set<string> {
  const covered = new Set(['identification.proposed', 'identification.contradiction_resolved', 'identification.discriminated', 'identification.exposure_answered']);
  return new Set(identification.history.filter((item) => covered.has(item.type) && item.state === 'standing').map((item) => item.by));
}

const signed: Rule = async ({ tx, before, entry }, { inputs }) => {
  if (before === null) return null;
  const { body, envelope } = entry;
  const signature = { signer: String(body['signer']), key: String(body['key']), decisionHash: String(body['decisionHash']) };
  const obstacle = signatureObstacle(before, signature);
  if (obstacle !== null) return obstacle;
  const [first] = (await findObstacles(tx, inputs, before)).problems;
  if (first !== undefined) return first;
  const keyKind = body['keyKind'];
  if (keyKind !== 'passkey' && keyKind !== 'passphrase') return makeProblem('decision.paper_not_taken');
  const { signature: bytes, assertion } = body as Pick<DecisionSignature, 'signature'> & { readonly assertion?: NonNullable<DecisionSignature['assertion']> & { readonly origin: string } };
  // A passkey names the page that asked. Browsers let only pages of the key's own host ask, and the check below wants
  // that host; the port may differ, as behind a proxy. A passphrase key signs no origin.
  const origin = assertion === undefined ? '' : originOf(assertion.origin);
  if (origin === null) return makeProblem('access.decision_signature_wrong');
  // Personal keys are shown to nobody but their person, this transaction included.
  await setAccount(tx, envelope.by);
  const wrong = await verifyDecisionSignature(tx, { account: envelope.by, keyKind, key: signature.key, decisionHash: signature.decisionHash, signature: bytes, assertion, origin });
  await setAccount(tx, null);
  return wrong;
};

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, protocol } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

const certified: Rule = ({ before, entry }) => {
  const standing = before?.fields['certificate'] ?? [];
  const superseded = entry.envelope.supersedes ?? [];
  return standing.every((value) => superseded.includes(value.entry)) ? null : makeProblem('decision.already_certified');
};

const revoked: Rule = ({ before }) => (before !== null && decisionState(before).stage === 'revoked' ? makeProblem('decision.closed', { stage: 'revoked' }) : null);

const rules: Readonly<Record<string, Rule>> = {
  'identification.proposed': all(open, proposed),
  'identification.contradiction_resolved': all(open, contradictionResolved),
  'identification.discriminated': all(open, discriminated),
  'identification.exposure_answered': all(open, exposureAnswered),
  'identification.reviewed': all(open, reviewed),
  'identification.signed': all(open, bySigner, signed),
  'identification.dissented': bySigner,
  'identification.certified': all(decided, certified),
  'identification.notified': told,
  'identification.revoked': all(bySigner, revoked),
};

async function excludedRule(tx: Transaction, { body }: PreparedEntry): Promise<Problem | null> {
  const person = String(body['person']);
  const [found] = await findFoldedMany(tx, [person]);
  return found?.kind === 'person' ? null : makeProblem('decision.person_unknown', { person });
}

/** An entry that is not yet in the log, as the fold will see it there. */
function entryToFold({ envelope, body, wire }: PreparedEntry, index: number): FoldEntry {
  const { id, scope, subject, kind, by, device, at, supersedes = [] } = envelope;
  return { id, index, scope, subject, kind, by, device, at, supersedes, body, files: wire.files.map(({ sha256, size }) => ({ sha256, size })) };
}
