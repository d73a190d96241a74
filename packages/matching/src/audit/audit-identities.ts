import { refuse } from '@imena/problem';
import { ReportFiles, type ReportTie } from '../live/report-files.ts';
import { openMatching, type Matching, type OpenOptions } from '../match/open-matching.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { joined, type Words } from '../words/value-words.ts';
import { AuditedPersons, type WeighedKind, type WeighedPair } from './audited-persons.ts';
import { doubtfulFrom, groundErrors, groundKinds } from './audit-settings.ts';
import { OthersThatFit } from './others-that-fit.ts';
import { shownFound, shownReported } from './shown-evidence.ts';
import type { Audit, AuditedEvidence, AuditedIdentity, AuditKind, StandingIdentity } from './types.ts';

export interface AuditInput {
  readonly missing: readonly MissingReport[];
  readonly remains: readonly FoundRemains[];
  readonly identities: readonly StandingIdentity[];
}

export interface AuditOptions extends OpenOptions {
  /** Identities given back, the most doubtful first; others are looked for with these only. All unless given. */
  readonly most?: number;
  /** Reports that are of one person, as far as that is known: they are read as one file. */
  readonly ties?: readonly ReportTie[];
}

/** Below and above this log10 LR a kind is said to speak against or for; between, it is open. */
const speaks = 0.5;
/** Others are said to fit better from this difference of log10 LR. */
const betterBy = 1;

/**
 * Ranks identities that stand by how strongly the rest of the evidence speaks against them; most doubtful first. Evidence
 * of the very kind an identity rests on does not count for or against it: a name on a marker cannot confirm the
 * identity that was taken from it, nor can the year of birth beside it. P(wrong) = e / (e + (1 - e) LR), e the declared error of its surest ground, LR the product over
 * the kinds that count, models and population as in matching; several reports on the person are one file. It ranks; nothing is revoked. Cost: opening the lists, about
 * 0.1 ms an identity, and for each of `most` a search through either list (`npm run bench:names`).
 * @throws Problem `matching.audit_unknown`, `matching.audit_without_grounds`, `matching.listed_twice`
 */
export function auditIdentities({ missing, remains, identities }: AuditInput, { most = identities.length, ties = [], ...options }: AuditOptions = {}): Audit {
  const matching = openMatching(inOrderOfIds(missing), inOrderOfIds(remains), options);
  const [reports, found] = [places(matching.missing, 'missing'), places([...matching.remains], 'remains')];
  places(identities, 'identities');
  const persons = new AuditedPersons(matching, reports, ties.length === 0 ? null : new ReportFiles(ties));
  const weighed = identities.map((identity): Weighed => {
    const report = reports.get(identity.report) ?? refuse('matching.audit_unknown', { identity: identity.id, id: identity.report });
    const individual = found.get(identity.remains) ?? refuse('matching.audit_unknown', { identity: identity.id, id: identity.remains });
    return weighOne(persons, { identity, report, individual });
  }).sort((a, b) => b.wrong - a.wrong || a.log10Lr - b.log10Lr || (a.identity.id < b.identity.id ? -1 : 1));
  const others = new OthersThatFit(matching, persons);
  const collisions = openCollisions(identities, persons);
  return {
    identities: weighed.slice(0, most).map((one) => audited(one, { matching, persons, others, collisions })),
    audited: weighed.length, doubtful: weighed.filter(({ wrong }) => wrong >= doubtfulFrom).length,
  };
}

interface Placed {
  readonly identity: StandingIdentity;
  readonly report: number;
  readonly individual: number;
}

interface Weighed extends Placed, Pick<AuditedIdentity, 'log10Lr' | 'prior' | 'wrong'> {
  readonly silent: ReadonlySet<AuditKind>;
}

function weighOne(persons: AuditedPersons, { identity, report, individual }: Placed): Weighed {
  if (identity.grounds.length === 0) refuse('matching.audit_without_grounds', { identity: identity.id });
  const silent = new Set(identity.grounds.flatMap((ground) => groundKinds[ground]));
  const log10Lr = persons.weigh(individual, report).sumWithout(silent) + sumOf(identity.others.filter(({ kind }) => !silent.has(kind)));
  const prior = Math.min(...identity.grounds.map((ground) => groundErrors[ground].value));
  return { identity, report, individual, silent, log10Lr, prior, wrong: prior / (prior + (1 - prior) * 10 ** log10Lr) };
}

function sumOf(kinds: readonly WeighedKind[]): number {
  return kinds.reduce((sum, { log10Lr }) => sum + log10Lr, 0);
}

interface Around {
  readonly matching: Matching;
  readonly persons: AuditedPersons;
  readonly others: OthersThatFit;
  readonly collisions: (identity: StandingIdentity) => string[];
}

function audited({ silent, ...one }: Weighed, { matching, persons, others, collisions }: Around): AuditedIdentity {
  const { identity, report, individual, log10Lr, prior, wrong } = one;
  const known = persons.weigh(individual, report);
  const told = persons.reportsOf(report);
  const evidence = [...kindsThatAddUp(known, silent), ...identity.others].map(({ kind, log10Lr: weight }): AuditedEvidence => ({
    kind, log10Lr: weight, found: shownFound(kind, matching.remains.at(individual)), reported: kind === 'reports' ? joined(known.reports, ' ') : toldOf(told.map((each) => shownReported(kind, each))),
    verdict: weight <= -speaks ? 'against' : weight >= speaks ? 'for' : 'open', counts: !silent.has(kind),
  }));
  // By what is known of every pair: what was weighed elsewhere comes for this pair only.
  const asked = { report, individual, silent, atLeast: known.sumWithout(silent) + betterBy };
  return {
    identity, log10Lr, prior, wrong,
    evidence: evidence.sort((a, b) => a.log10Lr - b.log10Lr || (a.kind < b.kind ? -1 : 1)),
    reportsThatFitBetter: others.reports(asked), remainsThatFitBetter: others.remains(asked), collidesWith: collisions(identity),
  };
}

/** The kinds of a person, and of several reports what the doubt adds whether they are of one: those that count add up to the weight. */
function kindsThatAddUp({ kinds, reports, sumWithout }: WeighedPair, silent: ReadonlySet<AuditKind>): readonly WeighedKind[] {
  const doubt = sumWithout(silent) - sumOf(kinds.filter(({ kind }) => !silent.has(kind)));
  return reports.length === 0 ? kinds : [...kinds, { kind: 'reports', log10Lr: doubt }];
}

/** What the reports of a person say, each wording once; null where nobody says anything. */
function toldOf(told: readonly (Words | null)[]): Words | null {
  const spoken = [...new Map(told.flatMap((words) => (words === null ? [] : [[words.en, words] as const]))).values()];
  return spoken.length === 0 ? null : joined(spoken, ' / ');
}

/** For each identity the others, in the order of the list, that name the same remains or the same person otherwise. Two reports that people settled to be of one person do not contradict each other. */
function openCollisions(identities: readonly StandingIdentity[], persons: AuditedPersons): Around['collisions'] {
  const order = new Map(identities.map(({ id }, at) => [id, at]));
  const personOf = (report: string): string => persons.fileOf(report)?.ids[0] ?? report;
  const [byRemains, byPerson] = [groupBy(identities, ({ remains }) => remains), groupBy(identities, ({ report }) => personOf(report))];
  const isOne = (a: string, b: string): boolean => a === b || (personOf(a) === personOf(b) && persons.fileOf(a)?.file.together === 1);
  return ({ remains, report }) => [
    ...(byRemains.get(remains) ?? []).filter((other) => !isOne(other.report, report)), ...(byPerson.get(personOf(report)) ?? []).filter((other) => other.remains !== remains),
  ].map(({ id }) => id).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function places(list: readonly { readonly id: string }[], name: string): Map<string, number> {
  const found = new Map<string, number>();
  list.forEach(({ id }, place) => {
    if (found.has(id)) refuse('matching.listed_twice', { list: name, id });
    found.set(id, place);
  });
  return found;
}
