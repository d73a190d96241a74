import { refuse } from '@imena/problem';
import { birthdayOf } from '../evidence/birthday.ts';
import { openMatching, type Matching, type OpenOptions } from '../match/open-matching.ts';
import { namesOfPair } from '../match/names-of-pair.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { pairKinds } from '../weigh/pair-kinds.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
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
}

/** Below and above this log10 LR a kind is said to speak against or for; between, it is open. */
const speaks = 0.5;
/** Others are said to fit better from this difference of log10 LR. */
const betterBy = 1;

/**
 * Ranks identities that stand by how strongly the rest of the evidence speaks against them; most doubtful first. Evidence
 * of the very kind an identity rests on does not count for or against it: a name on a marker cannot confirm the
 * identity that was taken from it, nor can the year of birth beside it. P(wrong) = e / (e + (1 - e) LR), e the declared error of its surest ground, LR the product over
 * the kinds that count, models and population as in matching. It ranks; nothing is revoked. Cost: opening the lists, about
 * 0.1 ms an identity, and for each of `most` a search through either list (`npm run bench:names`).
 * @throws Problem `matching.audit_unknown`, `matching.audit_without_grounds`, `matching.listed_twice`
 */
export function auditIdentities({ missing, remains, identities }: AuditInput, { most = identities.length, ...options }: AuditOptions = {}): Audit {
  const matching = openMatching(inOrderOfIds(missing), inOrderOfIds(remains), options);
  const [reports, found] = [places(matching.missing, 'missing'), places(matching.remains, 'remains')];
  places(identities, 'identities');
  const weighed = identities.map((identity): Weighed => {
    const report = reports.get(identity.report) ?? refuse('matching.audit_unknown', { identity: identity.id, id: identity.report });
    const individual = found.get(identity.remains) ?? refuse('matching.audit_unknown', { identity: identity.id, id: identity.remains });
    return weighOne(matching, { identity, report, individual });
  }).sort((a, b) => b.wrong - a.wrong || a.log10Lr - b.log10Lr || (a.identity.id < b.identity.id ? -1 : 1));
  const others = new OthersThatFit(matching);
  const collisions = openCollisions(identities);
  return {
    identities: weighed.slice(0, most).map((one) => audited(one, { matching, others, collisions })),
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

function weighOne(matching: Matching, { identity, report, individual }: Placed): Weighed {
  if (identity.grounds.length === 0) refuse('matching.audit_without_grounds', { identity: identity.id });
  const silent = new Set(identity.grounds.flatMap((ground) => groundKinds[ground]));
  const log10Lr = addUp([...weighKinds(matching, { report, individual }), ...identity.others], silent);
  const prior = Math.min(...identity.grounds.map((ground) => groundErrors[ground].value));
  return { identity, report, individual, silent, log10Lr, prior, wrong: prior / (prior + (1 - prior) * 10 ** log10Lr) };
}

interface WeighedKind {
  readonly kind: AuditKind;
  readonly log10Lr: number;
}

/** Every kind that was found and reported both; a kind of which one side is not known is left out. */
function weighKinds(matching: Matching, { report, individual }: Omit<Placed, 'identity'>, tables: RemainsTables | null = matching.tablesAt(individual)): WeighedKind[] {
  if (tables === null) return [];
  const { columns, remains, missing, settings } = matching;
  const name = namesOfPair(matching, individual, report);
  const birthday = birthdayOf(remains[individual]?.birth ?? null, missing[report]?.birth ?? null, settings.birthDayError);
  return pairKinds(tables, columns, { report, name, birthday }).filter(({ log10Lr }) => log10Lr !== 0);
}

function addUp(kinds: readonly WeighedKind[], silent: ReadonlySet<AuditKind>): number {
  return kinds.reduce((sum, { kind, log10Lr }) => sum + (silent.has(kind) ? 0 : log10Lr), 0);
}

interface Around {
  readonly matching: Matching;
  readonly others: OthersThatFit;
  readonly collisions: (identity: StandingIdentity) => string[];
}

function audited({ silent, ...one }: Weighed, { matching, others, collisions }: Around): AuditedIdentity {
  const { identity, report, individual, log10Lr, prior, wrong } = one;
  const tables = matching.tablesAt(individual);
  const known = weighKinds(matching, one, tables);
  const evidence = [...known, ...identity.others].map(({ kind, log10Lr: weight }): AuditedEvidence => ({
    kind, log10Lr: weight, found: shownFound(kind, matching.remains[individual]), reported: shownReported(kind, matching.missing[report]),
    verdict: weight <= -speaks ? 'against' : weight >= speaks ? 'for' : 'open', counts: !silent.has(kind),
  }));
  // By what is known of every pair: what was weighed elsewhere comes for this pair only.
  const asked = { report, individual, silent, atLeast: addUp(known, silent) + betterBy };
  return {
    identity, log10Lr, prior, wrong,
    evidence: evidence.sort((a, b) => a.log10Lr - b.log10Lr || (a.kind < b.kind ? -1 : 1)),
    reportsThatFitBetter: tables === null ? [] : others.reports(asked, tables), remainsThatFitBetter: others.remains(asked), collidesWith: collisions(identity),
  };
}

/** For each identity the others, in the order of the list, that name the same remains or the same person otherwise. */
function openCollisions(identities: readonly StandingIdentity[]): Around['collisions'] {
  const order = new Map(identities.map(({ id }, at) => [id, at]));
  const [byRemains, byReport] = [groupBy(identities, ({ remains }) => remains), groupBy(identities, ({ report }) => report)];
  return ({ remains, report }) => [
    ...(byRemains.get(remains) ?? []).filter((other) => other.report !== report), ...(byReport.get(report) ?? []).filter((other) => other.remains !== remains),
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
