import { refuse } from '@imena/problem';
import { birthdayOf, birthdayWeight } from '../evidence/birthday.ts';
import { openMatching, type Matching, type OpenOptions } from '../match/open-matching.ts';
import { namesOfPair } from '../match/names-of-pair.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { pairWeight, weightBesidesName } from '../weigh/add-up.ts';
import { pairKinds } from '../weigh/pair-kinds.ts';
import { tablesOf } from '../weigh/remains-tables.ts';
import { groundErrors, groundKinds } from './audit-settings.ts';
import { shownFound, shownReported } from './shown-evidence.ts';
import type { AuditedEvidence, AuditedIdentity, AuditKind, BetterFit, StandingIdentity } from './types.ts';

export interface AuditInput {
  readonly missing: readonly MissingReport[];
  readonly remains: readonly FoundRemains[];
  readonly identities: readonly StandingIdentity[];
}

/** Below and above this log10 LR a kind is said to speak against or for; between, it is open. */
const speaks = 0.5;
/** Others are said to fit better from this difference of log10 LR. */
const betterBy = 1;
const mostBetter = 3;

/**
 * Ranks identities that stand by how strongly the rest of the evidence speaks against them; most doubtful first. Evidence
 * of the very kind an identity rests on does not count for or against it: a name on a marker cannot confirm the
 * identity that was taken from it, nor can the year of birth beside it. P(wrong) = e / (e + (1 - e) LR), e the declared error of its surest ground, LR the product over
 * the kinds that count, models and population as in matching. It ranks; nothing is revoked. Cost: each identity is
 * held against every report and all remains once.
 * @throws Problem `matching.audit_unknown`, `matching.audit_without_grounds`, `matching.listed_twice`
 */
export function auditIdentities({ missing, remains, identities }: AuditInput, options: OpenOptions = {}): AuditedIdentity[] {
  const matching = withKeptTables(openMatching(missing, remains, options));
  const [reports, found] = [places(missing, 'missing'), places(remains, 'remains')];
  places(identities, 'identities');
  const audited = identities.map((identity): AuditedIdentity => {
    const report = reports.get(identity.report) ?? refuse('matching.audit_unknown', { identity: identity.id, id: identity.report });
    const individual = found.get(identity.remains) ?? refuse('matching.audit_unknown', { identity: identity.id, id: identity.remains });
    return auditOne(matching, { identity, report, individual }, identities);
  });
  return audited.sort((a, b) => b.wrong - a.wrong || a.log10Lr - b.log10Lr || (a.identity.id < b.identity.id ? -1 : 1));
}

/** Each individual is held against every person audited: its tables are made once. */
function withKeptTables(matching: Matching): Matching {
  const kept = matching.remains.map((found) => tablesOf(found, matching.context));
  return { ...matching, tablesAt: (i) => kept[i] ?? null };
}

interface Placed {
  readonly identity: StandingIdentity;
  readonly report: number;
  readonly individual: number;
}

function auditOne(matching: Matching, { identity, report, individual }: Placed, all: readonly StandingIdentity[]): AuditedIdentity {
  if (identity.grounds.length === 0) refuse('matching.audit_without_grounds', { identity: identity.id });
  const silent = new Set(identity.grounds.flatMap((ground) => groundKinds[ground]));
  const evidence = [...weighKinds(matching, individual, report), ...identity.others].map(({ kind, log10Lr }): AuditedEvidence => ({
    kind, log10Lr, found: shownFound(kind, matching.remains[individual]), reported: shownReported(kind, matching.missing[report]),
    verdict: log10Lr <= -speaks ? 'against' : log10Lr >= speaks ? 'for' : 'open', counts: !silent.has(kind),
  }));
  const log10Lr = evidence.reduce((sum, one) => sum + (one.counts ? one.log10Lr : 0), 0);
  const prior = Math.min(...identity.grounds.map((ground) => groundErrors[ground].value));
  // Others are compared by what is known of every pair: DNA and teeth come for this pair only.
  const comparable = evidence.reduce((sum, one) => sum + (one.counts && one.kind !== 'dna' && one.kind !== 'teeth' ? one.log10Lr : 0), 0);
  const total = (i: number, r: number): number => totalWithout(matching, silent, { individual: i, report: r });
  return {
    identity, log10Lr, prior, wrong: prior / (prior + (1 - prior) * 10 ** log10Lr),
    evidence: evidence.sort((a, b) => a.log10Lr - b.log10Lr || (a.kind < b.kind ? -1 : 1)),
    reportsThatFitBetter: better(matching.missing, comparable, (r) => (r === report ? -Infinity : total(individual, r))),
    remainsThatFitBetter: better(matching.remains, comparable, (i) => (i === individual ? -Infinity : total(i, report))),
    collidesWith: all.filter((other) => other.id !== identity.id && (other.remains === identity.remains) !== (other.report === identity.report)).map(({ id }) => id),
  };
}

/** Every kind that was found and reported both; a kind of which one side is not known is left out. */
function weighKinds(matching: Matching, individual: number, report: number): { kind: AuditKind; log10Lr: number }[] {
  const { tablesAt, columns, remains, missing, settings } = matching;
  const tables = tablesAt(individual);
  if (tables === null) return [];
  const name = namesOfPair(matching, individual, report);
  const birthday = birthdayOf(remains[individual]?.birth ?? null, missing[report]?.birth ?? null, settings.birthDayError);
  return pairKinds(tables, columns, { report, name, birthday }).filter(({ log10Lr }) => log10Lr !== 0);
}

/**
 * The sum of `weighKinds` but for the kinds that an identity rests on (name and birth go together: they stand on one
 * marker), without a list of the kinds: every person audited is held against all.
 */
function totalWithout(matching: Matching, silent: ReadonlySet<AuditKind>, { individual, report }: { readonly individual: number; readonly report: number }): number {
  const { tablesAt, columns, remains, missing, settings } = matching;
  const tables = tablesAt(individual);
  if (tables === null) return 0;
  const counted = { ...tables, clothing: silent.has('clothing') ? null : tables.clothing, teeth: silent.has('teeth') ? null : tables.teeth };
  if (silent.has('name')) return weightBesidesName({ ...counted, birth: null }, columns, report);
  const birthday = birthdayWeight(remains[individual]?.birth ?? null, missing[report]?.birth ?? null, settings.birthDayError);
  return pairWeight(counted, columns, { report, name: (namesOfPair(matching, individual, report) ?? 0) + birthday });
}

function better(list: readonly { readonly id: string }[], than: number, total: (place: number) => number): BetterFit[] {
  return list.map(({ id }, place) => ({ id, log10Lr: total(place) }))
    .filter(({ log10Lr }) => log10Lr >= than + betterBy)
    .sort((a, b) => b.log10Lr - a.log10Lr || (a.id < b.id ? -1 : 1))
    .slice(0, mostBetter);
}

function places(list: readonly { readonly id: string }[], name: string): Map<string, number> {
  const found = new Map<string, number>();
  list.forEach(({ id }, place) => {
    if (found.has(id)) refuse('matching.listed_twice', { list: name, id });
    found.set(id, place);
  });
  return found;
}
