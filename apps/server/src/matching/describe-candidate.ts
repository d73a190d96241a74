import { compareEvidence, contradictionsOf, type ReportFiles } from '@imena/matching';
import { posterior } from '@imena/kinship';
import { agreedValue, defaultDnaThreshold, interchangeableMembers, shownValue, type PedigreeMember } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findItemsById } from '../register/list-subjects.queries.ts';
import { codeOf, plainText } from '../register/read-fields.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { listCandidates, listDirectPairs, type CandidateRow } from './candidates.queries.ts';
import { findCompared } from './compare-found.ts';
import { compareLines } from './compare-lines.ts';
import { compareXMarkers } from './compare-x-markers.ts';
import { describeMarkers, lowTemplateOf } from './describe-markers.ts';
import type { EvidenceBases } from './evidence-bases.ts';
import { findProfilesOf } from './pair-subjects.queries.ts';
import { droppedProfiles, type CandidateKey, type ComputedCandidate } from './read-candidate.ts';
import { findPersonsOfFile } from './register-files.ts';
import { weighAllEvidence } from './weigh-all-evidence.ts';
import { writeNumber } from './write-number.ts';

/** Most rivals shown for the same remains or the same person. */
const rivalLimit = 50;

/** Everything about one pair, for people: numbers from the run's own input, evidence from the register as it stands now. */
export async function describeCandidate(tx: Database, key: CandidateKey, { computed: { run, input, explanation }, bases, files }: { readonly computed: ComputedCandidate; readonly bases: EvidenceBases; readonly files: ReportFiles }) {
  const remains = await findFolded(tx, key.remains);
  const person = await findFolded(tx, key.person);
  const family = await findFolded(tx, explanation.family);
  const compared = remains === null || person === null ? null : await findCompared(tx, { remains, person });
  const rows = compared === null ? [] : compareEvidence(compared);
  const filed = compared === null ? null : await findPersonsOfFile(tx, files, key.person);
  const sameRemains = await listCandidates(tx, { run: key.run, remains: key.remains }, { after: -1, limit: rivalLimit });
  const samePerson = await listCandidates(tx, { run: key.run, person: key.person }, { after: -1, limit: rivalLimit });
  const listed = sameRemains.find((row) => row.person === key.person && row.family === explanation.family);
  const direct = await listDirectPairs(tx, key.run, key.remains);
  const rivals = { sameRemains: sameRemains.filter((row) => row !== listed), samePerson: samePerson.filter((row) => row.remains !== key.remains) };
  const pedigree = (family === null ? [] : (shownValue(family, 'pedigree') ?? [])) as readonly PedigreeMember[];
  const own = await findProfilesOf(tx, [key.remains, ...pedigree.flatMap((member) => (member.relative === undefined ? [] : [member.relative]))]);
  // What a laboratory stated since, such as drop-out, is in no number of this run.
  const changed = own.filter((profile) => profile.lastIndex > run.lastIndex);
  const ids = [...(filed?.file.ids ?? []), ...changed.map((profile) => profile.id), key.run, key.remains, key.person, explanation.family, ...direct.flatMap((pair) => [pair.a, pair.b]), ...[...rivals.sameRemains, ...rivals.samePerson].flatMap((row) => [row.remains, row.person])];
  const items = await findItemsById(tx, ids);
  const { score } = explanation;
  const lineSources = { members: explanation.members, drawn: pedigree, member: explanation.member, profiles: own, remains: key.remains };
  const withItems = ({ joint: _joint, ...row }: CandidateRow) => ({ ...row, remains: items.get(row.remains) ?? null, person: items.get(row.person) ?? null });
  return {
    run: items.get(key.run) ?? null, remains: items.get(key.remains) ?? null, person: items.get(key.person) ?? null, family: items.get(explanation.family) ?? null,
    remainsId: key.remains, personId: key.person, familyId: explanation.family,
    lnLr: writeNumber(score.lnLr), log10Lr: writeNumber(score.lnLr / Math.LN10), markersUsed: score.markersUsed,
    prior: explanation.prior, expectedMissing: input.parameters.expectedMissing, posterior: explanation.posterior,
    posteriorComplement: posterior(score.lnLr, explanation.prior).complement,
    posteriorEvenOdds: explanation.posteriorEvenOdds, threshold: defaultDnaThreshold,
    meetsThreshold: explanation.posterior >= defaultDnaThreshold,
    rank: listed?.rank ?? null, together: listed === undefined ? 'not_listed' : listed.joint === null ? 'not_solved' : 'solved', symmetric: listed?.symmetric ?? [],
    confirmation: confirmationOf(explanation),
    markers: describeMarkers({ input, explanation }, key.remains), lowTemplate: lowTemplateOf({ input, explanation }, key.remains), changedProfiles: changed.flatMap((profile) => items.get(profile.id) ?? []), linkedOut: explanation.linkedOut,
    lines: compareLines(lineSources), xMarkers: await compareXMarkers(tx, input, lineSources),
    pedigree: { member: explanation.member, members: drawMembers(explanation.members, pedigree) },
    alternatives: explanation.alternatives.map((item) => ({ ...item, lnLrAgainst: item.lnLrAgainst === null ? null : writeNumber(item.lnLrAgainst), log10LrAgainst: item.lnLrAgainst === null ? null : writeNumber(item.lnLrAgainst / Math.LN10) })),
    siblings: interchangeableMembers(pedigree, explanation.member).map(({ id, label, state, stateSource, person: of }) => ({ id, label: label ?? id, state, stateSource: stateSource ?? null, person: of ?? null })),
    evidence: rows, contradictions: contradictionsOf([{ code: remains === null ? '' : codeOf(remains), rows }]),
    /** Null for those who do not see the person: there is nothing to weigh then. */
    weighed: compared === null ? null : { ...weighAllEvidence(await bases.read(), compared, { filed, lnLr: score.lnLr, prior: explanation.prior }), reports: (filed?.file.ids ?? []).flatMap((id) => items.get(id) ?? []) },
    exclusions: (remains?.lists['exclusions'] ?? []).filter((item) => item.value['person'] === key.person).map(({ entry, by, at, value }) => ({ entry, by, at, explanation: value['explanation'] ?? null })),
    direct: direct.map((pair) => ({ ...pair, item: items.get(pair.a === key.remains ? pair.b : pair.a) ?? null })),
    dropped: droppedProfiles(input, new Set(own.map((profile) => profile.id))).map((item) => ({ ...item, sampleCode: shownValue(own.find((profile) => profile.id === item.profile) ?? run, 'sampleCode') ?? null })),
    competing: { sameRemains: rivals.sameRemains.map(withItems), samePerson: rivals.samePerson.map(withItems) },
    parameters: input.parameters, population: input.population, inputsHash: plainText(agreedValue(run, 'inputsHash')),
  };
}

/** What the second solver says, with its numbers as text where they are not finite. */
function confirmationOf({ confirmation }: ComputedCandidate['explanation']) {
  return confirmation.kind === 'beyond' ? { kind: confirmation.kind } : { kind: confirmation.kind, log10Lr: writeNumber(confirmation.lnLr / Math.LN10) };
}

type Members = ComputedCandidate['explanation']['members'];

/** The pedigree as the run had it, with labels and states as the family has them now. */
function drawMembers(members: Members, pedigree: readonly PedigreeMember[]) {
  return members.map((member) => {
    const drawn = pedigree.find((item) => item.id === member.id);
    return { ...member, label: drawn?.label ?? member.id, state: drawn?.state ?? 'unknown', stateSource: drawn?.stateSource ?? null, relative: drawn?.relative ?? null };
  });
}

export type CandidateDescription = Awaited<ReturnType<typeof describeCandidate>>;
