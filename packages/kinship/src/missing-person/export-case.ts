import type { CasePedigree, KinshipCase } from '../case/types.ts';
import { KinshipError } from '../kinship-error.ts';
import { knownAlleles, observationAt } from '../markers/read-evidence.ts';
import type { Profile, Profiles, ProfileTyping } from '../types.ts';
import { usableGroups } from './linked-score.ts';
import { tableHolding } from './prepare.ts';
import { scoreRemains } from './score.ts';
import type { PreparedPerson } from './types.ts';

export interface ExportInput {
  readonly prepared: PreparedPerson;
  readonly profile: Profile;
  /** Typing model of the remains, as in `scoreRemains`. */
  readonly typing?: ProfileTyping;
  /** Id of the case. */
  readonly id: string;
  readonly title?: string;
  /** Id of the remains in H2 and key of their profile; "remains" when absent. */
  readonly remainsId?: string;
}

/**
 * A candidate as a `kinship-case/1` object: H1 the remains are the missing person, H2 they are a stranger; reference H2.
 * It holds the markers that count, with the alleles and frequencies calculated with. `answerCase` of it gives the digits of `scoreRemains`.
 * @throws KinshipError kinship.pedigree.duplicate_id where `remainsId` is taken
 */
export function exportCase(input: ExportInput): KinshipCase {
  const { prepared, profile } = input;
  const remains = input.remainsId ?? 'remains';
  const { individuals } = prepared.pedigree;
  if (individuals.some((i) => i.id === remains || i.profile === remains)) throw new KinshipError('kinship.pedigree.duplicate_id', { pedigree: 'H2', id: remains });
  const score = scoreRemains(prepared, profile, input.typing);
  const counted = new Set(score.linked.map((group) => group.markers.join()));
  const linkageGroups = usableGroups(prepared).filter((group) => counted.has(group.markers.join()));
  // A linked marker at which the remains are not typed still tells how the relatives' alleles ran.
  const used = new Set([...score.perMarker.filter((m) => m.dropped === undefined).map((m) => m.marker), ...linkageGroups.flatMap((group) => group.markers)]);
  const markers = prepared.tables.filter((t) => used.has(t.given.name)).map((t) => tableHolding(prepared, t, knownAlleles(observationAt(profile, t.given.name))).marker);
  const only = (full: Profile): Profile => Object.fromEntries(Object.entries(full).filter(([name]) => used.has(name)));
  const profiles: Record<string, Profile> = {};
  for (const person of individuals) if (person.profile !== undefined) profiles[person.profile] = only((prepared.profiles satisfies Profiles)[person.profile] ?? {});
  profiles[remains] = only(profile);
  const sex = individuals.find((i) => i.id === prepared.missing)?.sex ?? 'unknown';
  const { founderInbreeding, monozygotic } = prepared.pedigree;
  const family = { ...(founderInbreeding && { founderInbreeding }), ...(monozygotic && { monozygotic }) };
  const typing = { ...prepared.typing, ...(input.typing && { [remains]: input.typing }) };
  const pedigrees: CasePedigree[] = [
    { ...family, name: 'H1', individuals: individuals.map((i) => (i.id === prepared.missing ? { ...i, profile: remains } : i)) },
    { ...family, name: 'H2', individuals: [...individuals, { id: remains, father: null, mother: null, sex, profile: remains }] },
  ];
  const dropped = score.perMarker.flatMap((m) => (m.dropped === undefined ? [] : [{ marker: m.marker, reason: m.dropped }]));
  return {
    schema: 'kinship-case/1',
    id: input.id,
    category: 'c.missing_person',
    title: input.title ?? input.id,
    theta: prepared.theta,
    markers,
    pedigrees,
    profiles,
    ...(Object.keys(typing).length > 0 && { typing }),
    ...(linkageGroups.length > 0 && { linkage: linkageGroups.map(({ markers: names, recombination }) => ({ markers: names, rho: recombination })), linkageGroups }),
    reference: 'H2',
    missing: prepared.missing,
    notes: { dropped, policies: prepared.policies },
  };
}
