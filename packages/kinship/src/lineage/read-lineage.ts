import { readPedigree } from '../case/parse-case.ts';
import { fail, list, number, row, text } from '../case/read-json.ts';
import type { HaplotypeCount, LineageInput, LinePerson, MtCount, MtHaplotype, YCount, YHaplotype } from './types.ts';

/**
 * Reads a `kinship-lineage/1` document: `{schema, id, pedigree, missing, remains: {y?, mt?}, relatives: {ID: {y?, mt?}}, counts?: {y?, mt?}, confidence?, theta?}`.
 * @throws KinshipError kinship.case.shape {path}, kinship.pedigree.*
 */
export function readLineage(json: unknown): LineageInput & { readonly id: string } {
  const given = row(json, 'document');
  if (given.schema !== 'kinship-lineage/1') fail('schema');
  const counts = given.counts === undefined || given.counts === null ? {} : row(given.counts, 'counts');
  return {
    id: text(given.id, 'id'),
    pedigree: readPedigree(given.pedigree, 'pedigree'),
    missing: text(given.missing, 'missing'),
    remains: readHaplotypes(given.remains, 'remains'),
    relatives: Object.entries(row(given.relatives, 'relatives')).map(([id, seen]): LinePerson => ({ id, ...readHaplotypes(seen, `relatives.${id}`) })),
    counts: { ...optional('y', counts.y, 'counts.y', readYCount), ...optional('mt', counts.mt, 'counts.mt', readMtCount) },
    ...optional('confidence', given.confidence, 'confidence', number),
    ...optional('theta', given.theta, 'theta', number),
  };
}

function optional<K extends string, T>(key: K, value: unknown, path: string, read: (value: unknown, path: string) => T): { readonly [P in K]?: T } {
  const found: { [P in K]?: T } = {};
  if (value !== undefined && value !== null) found[key] = read(value, path);
  return found;
}

function readHaplotypes(value: unknown, path: string): Omit<LinePerson, 'id'> {
  const given = row(value, path);
  return { ...optional('y', given.y, `${path}.y`, readY), ...optional('mt', given.mt, `${path}.mt`, readMt) };
}

function readY(value: unknown, path: string): YHaplotype {
  return Object.fromEntries(Object.entries(row(value, path)).map(([locus, repeats]) => [locus, list(repeats, `${path}.${locus}`, text)]));
}

function readMt(value: unknown, path: string): MtHaplotype {
  const given = row(value, path);
  return { ranges: readRanges(given.ranges, `${path}.ranges`), differences: list(given.differences, `${path}.differences`, text) };
}

function readRanges(value: unknown, path: string): MtHaplotype['ranges'] {
  return list(value, path, (pair, at): readonly [number, number] => {
    const [from, to, more] = list(pair, at, number);
    return from === undefined || to === undefined || more !== undefined ? fail(at) : [from, to];
  });
}

function readCount(value: unknown, path: string): HaplotypeCount {
  const given = row(value, path);
  return { database: text(given.database, `${path}.database`), matches: number(given.matches, `${path}.matches`), size: number(given.size, `${path}.size`) };
}

function readYCount(value: unknown, path: string): YCount {
  return { ...readCount(value, path), ...optional('loci', row(value, path).loci, `${path}.loci`, (loci, at) => list(loci, at, text)) };
}

function readMtCount(value: unknown, path: string): MtCount {
  return { ...readCount(value, path), ...optional('ranges', row(value, path).ranges, `${path}.ranges`, readRanges) };
}
