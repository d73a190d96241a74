import { KinshipError } from '../kinship-error.ts';
import type { JointInput } from '../joint/types.ts';
import type { Pedigree } from '../types.ts';
import { readCase } from './parse-case.ts';
import { fail, list, row, text } from './read-json.ts';
import { settingsOf } from './solve-case.ts';

export interface DviCase {
  readonly input: JointInput;
  /** Ids of the missing in the order of the file. */
  readonly missing: readonly string[];
  readonly pairings: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads what a case with `dvi` asks. Names decide who is meant, so one that stands twice, or that nobody has, is refused:
 * the second of two remains would vanish from the answer, and a misspelt pairing would bar the remains from everybody.
 * @throws KinshipError kinship.case.*, kinship.missing.*, kinship.profile.unknown
 */
export function readDvi(json: unknown): DviCase {
  const given = row(json, 'case');
  const dvi = row(given.dvi, 'dvi');
  onlyOnce(list(dvi.am, 'dvi.am', (item, path) => text(row(item, path).name, `${path}.name`)), 'dvi.am');
  const base = readCase({
    schema: given.schema, id: given.id, category: given.category, theta: given.theta, markers: given.markers, profiles: given.profiles,
    pedigrees: dvi.am, linkage: given.linkage, typing: given.typing, policies: given.policies,
  });
  const missing = onlyOnce(list(dvi.missing, 'dvi.missing', text), 'dvi.missing');
  const remains = list(dvi.pm, 'dvi.pm', (item, path) => {
    const r = row(item, path);
    const sex = text(r.sex, `${path}.sex`);
    if (sex !== 'male' && sex !== 'female' && sex !== 'unknown') return fail(`${path}.sex`);
    const key = text(r.profile, `${path}.profile`);
    const profile = base.profiles[key];
    if (profile === undefined) throw new KinshipError('kinship.profile.unknown', { profile: key });
    const typing = base.typing?.[key];
    return { id: text(r.id, `${path}.id`), sex, profile, ...(typing === undefined ? {} : { typing }) } as const;
  });
  onlyOnce(remains.map(({ id }) => id), 'dvi.pm');
  const owner = new Map(missing.map((id) => [id, familyOf(id, base.pedigrees)]));
  const families = base.pedigrees.map((pedigree) => ({ name: pedigree.name, pedigree, missing: missing.filter((id) => owner.get(id) === pedigree) }));
  const pairings = readPairings(dvi.pairings, remains.map(({ id }) => id), missing);
  const order = families.flatMap((f) => f.missing);
  const allowed = remains.map((r) => order.map((id) => pairings.get(r.id)?.includes(id) === true));
  const { markers, profiles } = base;
  return { input: { families, remains, profiles, markers, ...settingsOf(base), ...(base.linkageGroups && { linkage: base.linkageGroups }), ...(pairings.size === 0 ? {} : { allowed }) }, missing, pairings };
}

function onlyOnce(names: readonly string[], path: string): readonly string[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new KinshipError('kinship.case.twice', { name: twice, path });
  return names;
}

/** The one family that holds a missing person. Ids are unique within a family only, so one that two families hold untyped names nobody. */
function familyOf(id: string, pedigrees: readonly Pedigree[]): Pedigree {
  const holding = pedigrees.filter((p) => p.individuals.some((i) => i.id === id));
  const [family, other] = holding.filter((p) => p.individuals.some((i) => i.id === id && i.profile === undefined));
  if (family === undefined) throw new KinshipError(holding.length === 0 ? 'kinship.missing.not_in_pedigree' : 'kinship.missing.has_profile', { missing: id });
  if (other !== undefined) throw new KinshipError('kinship.missing.two_families', { missing: id, first: family.name, second: other.name });
  return family;
}

/** Whom each remains may be: `*`, which is nobody on the list and always possible, and names of missing persons. */
function readPairings(value: unknown, remains: readonly string[], missing: readonly string[]): Map<string, readonly string[]> {
  if (value === undefined || value === null) return new Map();
  const given = row(value, 'dvi.pairings');
  const pairings = new Map(Object.entries(given).map(([id, names]) => [id, typeof names === 'string' ? [names] : list(names, `dvi.pairings.${id}`, text)]));
  const refuseName = (name: string): never => {
    throw new KinshipError('kinship.case.pairing', { name });
  };
  for (const [id, names] of pairings) {
    if (!remains.includes(id)) refuseName(id);
    for (const name of names) if (name !== '*' && !missing.includes(name)) refuseName(name);
    if (!names.includes('*')) throw new KinshipError('kinship.case.pairing_nobody', { remains: id });
  }
  if (pairings.size > 0) for (const id of remains) if (!pairings.has(id)) throw new KinshipError('kinship.case.pairing_absent', { remains: id });
  return pairings;
}
