import { agreedValue, decisionState, type Subject } from '@imena/record';
import { nameConstraint } from '../database/constraint-problems.ts';
import type { Database } from '../database/tables.ts';
import { plainText } from '../register/read-fields.ts';
import type { Derivation } from '../register/derivation.ts';
import { deleteDecisions, emptyDecisions, insertSignatures, insertStanding } from './decisions.queries.ts';

nameConstraint('decision_signatures_one_signer', 'decision.same_signer');
nameConstraint('decision_signatures_one_key', 'decision.same_key');
nameConstraint('standing_decisions_person_once', 'decision.person_identified');
nameConstraint('standing_remains_once', 'decision.remains_identified');

/** Signatures and standing decisions, which the database keeps unique. */
export function decisionsDerivation(): Derivation {
  return {
    tables: ['decision_signatures', 'standing_decisions', 'standing_remains'],
    empty: emptyDecisions,
    replace: async (tx, ids, subjects) => {
      await deleteDecisions(tx, ids);
      for (const subject of subjects) if (subject.kind === 'identification') await writeDecision(tx, subject);
    },
  };
}

/**
 * Writes what follows from one identification in place of what followed before. Rules call it with the identification
 * as it would become, inside the transaction that logs the entry; the fold calls it with what it has become.
 */
export async function replaceDecision(tx: Database, identification: Subject): Promise<void> {
  await deleteDecisions(tx, [identification.id]);
  await writeDecision(tx, identification);
}

async function writeDecision(tx: Database, identification: Subject): Promise<void> {
  const accessKey = `${identification.scope}:identification`;
  await insertSignatures(tx, (identification.lists['signatures'] ?? []).map(({ entry, value }) => ({
    entry, identification: identification.id, accessKey,
    decisionHash: plainText(value['decisionHash']), signer: plainText(value['signer']), key: plainText(value['key']),
  })));
  const { stage } = decisionState(identification);
  const person = agreedValue(identification, 'person');
  if ((stage !== 'established' && stage !== 'certified') || typeof person !== 'string') return;
  await insertStanding(tx, { identification: identification.id, person, stage, remains: remainsOf(identification), accessKey });
}

/** Ids of the remains that a proposal covers, each once. */
export function remainsOf(identification: Subject): string[] {
  const remains = agreedValue(identification, 'remains');
  return Array.isArray(remains) ? [...new Set((remains as readonly unknown[]).filter((item) => typeof item === 'string'))] : [];
}
