import { decisionContent, decisionState, interchangeableMembers, shownValue, type ListItem, type Subject } from '@imena/record';
import type { Json } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { findOtherIdentifications } from './decisions.queries.ts';
import { findObstacles } from './find-obstacles.ts';
import { caseKeyOf } from './gather-case.ts';
import { countPrints } from './prints.queries.ts';

/**
 * Where an identification stands, exactly what a signature would cover, what is in the way, and what rests on it. What
 * is in the way is found with the rights of the rules, so that everybody who may read the decision reads the same.
 * @param worker as the worker role
 * @returns null when the account may not read it
 */
export async function readDecision(tx: Database, worker: Database, inputs: RunInputs, id: string) {
  const identification = await findFolded(tx, id);
  if (identification?.kind !== 'identification') return null;
  const state = decisionState(identification);
  const { problems, case: { context } } = await findObstacles(worker, inputs, identification);
  const siblings = context.member === null ? [] : interchangeableMembers(context.pedigree, context.member);
  return {
    stage: state.stage, hash: state.hash, content: decisionContent(identification), notified: state.notified,
    obstacles: problems,
    signatures: state.signatures.map(signatureOf),
    /** Signatures over an earlier text; they no longer count. */
    lapsed: (identification.lists['signatures'] ?? []).filter((item) => item.value['decisionHash'] !== state.hash).map(signatureOf),
    reviews: state.reviews.map((item) => actOf(item, { verdict: item.value['verdict'] ?? null, explanation: item.value['explanation'] ?? null })),
    dissents: (identification.lists['dissents'] ?? []).map((item) => actOf(item, { signerName: item.value['signerName'] ?? null, explanation: item.value['explanation'] ?? null })),
    revocations: (identification.lists['revocations'] ?? []).map((item) => actOf(item, { signerName: item.value['signerName'] ?? null, explanation: item.value['explanation'] ?? null })),
    certificate: shownValue(identification, 'certificate') ?? null,
    siblings: siblings.map(({ id: member, label, state: life, stateSource }) => ({ id: member, label: label ?? member, state: life, stateSource: stateSource ?? null })),
    consequences: await findConsequences(tx, worker, identification),
  };
}

/** What rests on a decision, and so becomes work when it is revoked. */
async function findConsequences(tx: Database, worker: Database, identification: Subject) {
  const { person, remains } = caseKeyOf(identification);
  const others = await findOtherIdentifications(tx, identification.id, { persons: person === '' ? [] : [person], remains });
  const items = await findItemsById(tx, others.map((item) => item.id));
  return {
    certificatesPrinted: await countPrints(worker, identification.id),
    certified: (identification.fields['certificate']?.length ?? 0) > 0,
    notifications: (identification.lists['notifications'] ?? []).map((item) => actOf(item, {
      toldBy: item.value['toldBy'] ?? null, told: item.value['told'] ?? null, means: item.value['means'] ?? null, wishes: item.value['wishes'] ?? null,
    })),
    otherIdentifications: others.flatMap(({ id, via, subject }) => {
      const item = items.get(id);
      return item === undefined ? [] : [{ via, subject, item }];
    }),
  };
}

function signatureOf(item: ListItem) {
  return actOf(item, { signer: item.value['signer'] ?? null, signerName: item.value['signerName'] ?? null, keyKind: item.value['keyKind'] ?? null, key: item.value['key'] ?? null, decisionHash: item.value['decisionHash'] ?? null });
}

function actOf(item: ListItem, rest: Readonly<Record<string, Json>>) {
  return { entry: item.entry, by: item.by, at: item.at, ...rest };
}
