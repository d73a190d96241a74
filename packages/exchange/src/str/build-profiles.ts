import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../issue.ts';
import { joinDropOut } from './drop-out-columns.ts';
import { compareAlleles, parseAllele, parseAmelogenin } from './alleles.ts';
import { findMarker } from './markers.ts';
import { readMt } from './read-mt.ts';
import type { Genotype, MtSequenceRead, ProfileFormat, ProfileOptions, ProfilesResult, RawGenotype, StrProfile } from './profile.ts';

/** A genotype with the row it came from; `alleles` null means the marker was withdrawn after a conflict. */
interface Standing {
  readonly row: number;
  readonly alleles: readonly (string | null)[];
}

interface Draft {
  readonly sample: string;
  readonly autosomal: Map<string, Standing>;
  readonly x: Map<string, Standing>;
  readonly y: Map<string, Standing>;
  /** By region, with the row it came from; null: withdrawn. */
  readonly mt: Map<string, { readonly row: number; readonly read: MtSequenceRead }>;
  readonly unknown: Map<string, readonly string[]>;
  readonly heights: Map<string, readonly string[]>;
  readonly withdrawn: Set<string>;
  readonly dropOut: { marker: string; read: NonNullable<RawGenotype['dropOut']> }[];
  readonly single: string[];
  /** Autosomal markers with a row of no allele. */
  readonly nothingSeen: Set<string>;
  readonly rows: Set<number>;
  amelogenin: Standing | null;
}

interface Context {
  readonly file: string;
  readonly options: ProfileOptions;
  readonly issues: Issue[];
  /** Unknown markers are told once a file. */
  readonly unknownTold: Set<string>;
}

/**
 * Puts raw genotypes together by sample. A marker whose alleles cannot be read, or stand twice with different results, is
 * left out of the profile with an issue that names the rows; nothing is chosen or repaired. An autosomal marker with more than two is kept
 * apart, and so is the name of one with none; both are told.
 */
export function buildProfiles(
  raw: Iterable<RawGenotype>,
  { format, file, options, issues }: Omit<Context, 'unknownTold'> & { format: ProfileFormat },
): ProfilesResult {
  const context = { file, options, issues, unknownTold: new Set<string>() };
  const drafts = new Map<string, Draft>();
  for (const genotype of raw) {
    let draft = drafts.get(genotype.sample);
    if (draft === undefined) drafts.set(genotype.sample, (draft = emptyDraft(genotype.sample)));
    draft.rows.add(genotype.row);
    addGenotype(draft, genotype, context);
    checkIssueCount(issues);
  }
  return { format, profiles: [...drafts.values()].map((draft) => finish(draft, context)), issues };
}

function emptyDraft(sample: string): Draft {
  return {
    sample,
    autosomal: new Map(),
    x: new Map(),
    y: new Map(),
    mt: new Map(),
    unknown: new Map(),
    heights: new Map(),
    withdrawn: new Set(),
    dropOut: [],
    single: [],
    nothingSeen: new Set(),
    rows: new Set(),
    amelogenin: null,
  };
}

function addGenotype(draft: Draft, raw: RawGenotype, context: Context): void {
  const marker = findMarker(raw.marker);
  const place = { file: context.file, row: raw.row };
  if (marker === null) {
    const name = visible(raw.marker);
    if (!context.unknownTold.has(name))
      context.issues.push(warningAt(place, 'exchange.marker_unknown', { marker: name }));
    context.unknownTold.add(name);
    draft.unknown.set(name, [...(draft.unknown.get(name) ?? []), ...raw.alleles.map(({ text }) => text)].slice(0, 20));
    return;
  }
  if (marker.kind === 'mt') {
    addMt(draft, { region: marker.name, raw, context });
    return;
  }
  if (raw.dropOut !== undefined && raw.dropOut !== null) draft.dropOut.push({ marker: marker.name, read: raw.dropOut });
  const alleles = readAlleles(raw, { ...context, marker: marker.name, amelogenin: marker.kind === 'amelogenin' });
  if (alleles === null) return;
  if (raw.heights.some((height) => height !== '')) draft.heights.set(marker.name, raw.heights);
  if (alleles.length === 0) {
    context.issues.push(
      warningAt(place, 'exchange.alleles_none', { marker: marker.name, sample: visible(draft.sample) }),
    );
    // Cells that say "not known" are no word of what the kit showed.
    if (marker.kind === 'autosomal' && raw.alleles.length === 0) draft.nothingSeen.add(marker.name);
    return;
  }
  if (alleles.length > 2) {
    const details = {
      marker: marker.name,
      sample: visible(draft.sample),
      alleles: alleles.map((one) => one ?? '?').join(', '),
    };
    if (marker.kind !== 'autosomal' || alleles.includes(null)) {
      context.issues.push(errorAt(place, 'exchange.alleles_many', details));
      withdraw(draft, marker.name);
      return;
    }
    context.issues.push(warningAt(place, 'exchange.alleles_more', details));
  }
  settle(draft, { marker: { name: marker.name, kind: marker.kind }, row: raw.row, alleles, context });
}

/** The same region twice with different results is a conflict that takes it out, as of any other marker. */
function addMt(draft: Draft, { region, raw, context }: { readonly region: string; readonly raw: RawGenotype; readonly context: Context }): void {
  if (draft.withdrawn.has(region)) return;
  const read = readMt(raw, region, context);
  const before = draft.mt.get(region);
  if (read === null || before === undefined) {
    if (read !== null) draft.mt.set(region, { row: raw.row, read });
    return;
  }
  if (JSON.stringify(before.read) === JSON.stringify(read)) return;
  context.issues.push(
    errorAt({ file: context.file, row: raw.row }, 'exchange.genotype_conflict', {
      sample: visible(draft.sample),
      marker: region,
      first: before.read.differences.join(' '),
      firstRow: before.row,
      second: read.differences.join(' '),
      secondRow: raw.row,
    }),
  );
  draft.withdrawn.add(region);
  draft.mt.delete(region);
}

interface AlleleContext extends Context {
  readonly marker: string;
  readonly amelogenin: boolean;
}

/** All alleles of a row, or null when one of them cannot be read: a part of a genotype is not a genotype. */
function readAlleles(raw: RawGenotype, context: AlleleContext): readonly (string | null)[] | null {
  const alleles: (string | null)[] = [];
  let broken = false;
  for (const { text, column } of raw.alleles) {
    const read = context.amelogenin ? parseAmelogenin(text) : parseAllele(text, context.marker, context.options);
    if ('value' in read) alleles.push(read.value);
    else {
      broken = true;
      context.issues.push(
        errorAt({ file: context.file, row: raw.row, column }, read.problem.code, read.problem.details),
      );
    }
  }
  if (broken) return null;
  const known = alleles.filter((one) => one !== null);
  if (known.length === 0) return [];
  return known.length === alleles.length ? sorted(known) : [...sorted(known), null];
}

function sorted(alleles: readonly string[]): readonly string[] {
  return /^[XY]$/.test(alleles[0] ?? '') ? [...alleles].sort() : [...alleles].sort(compareAlleles);
}

interface Settlement {
  readonly marker: { readonly name: string; readonly kind: 'autosomal' | 'x' | 'y' | 'amelogenin' };
  readonly row: number;
  readonly alleles: readonly (string | null)[];
  readonly context: Context;
}

/** Equal repeats are one result; different ones are a conflict that names both rows and takes the marker out. */
function settle(draft: Draft, { marker, row, alleles, context }: Settlement): void {
  if (draft.withdrawn.has(marker.name)) return;
  const { name, kind } = marker;
  const before = kind === 'amelogenin' ? draft.amelogenin : allelesOf(draft, kind).get(name);
  if (before === null || before === undefined) {
    const standing = { row, alleles };
    if (kind === 'amelogenin') draft.amelogenin = standing;
    else allelesOf(draft, kind).set(name, standing);
    return;
  }
  if (before.alleles.join() === alleles.join()) return;
  context.issues.push(
    errorAt({ file: context.file, row }, 'exchange.genotype_conflict', {
      sample: visible(draft.sample),
      marker: name,
      first: words(before.alleles),
      firstRow: before.row,
      second: words(alleles),
      secondRow: row,
    }),
  );
  withdraw(draft, name);
}

function allelesOf(draft: Draft, kind: 'autosomal' | 'x' | 'y'): Map<string, Standing> {
  return kind === 'autosomal' ? draft.autosomal : kind === 'x' ? draft.x : draft.y;
}

function withdraw(draft: Draft, marker: string): void {
  draft.withdrawn.add(marker);
  draft.autosomal.delete(marker);
  draft.x.delete(marker);
  draft.y.delete(marker);
  if (marker === 'AMEL') draft.amelogenin = null;
}

function words(alleles: readonly (string | null)[]): string {
  return alleles.map((one) => one ?? '?').join(', ');
}

function finish(draft: Draft, { file, options, issues }: Context): StrProfile {
  const many = [...draft.autosomal].filter(([, { alleles }]) => alleles.length > 2);
  const nothingSeen = [...draft.nothingSeen].filter((name) => !draft.autosomal.has(name) && !draft.withdrawn.has(name));
  const markers = [...draft.autosomal].filter(([, { alleles }]) => alleles.length <= 2).map(([name, { alleles }]) => {
    const [first = '', second] = alleles;
    if (second === undefined && options.singleAllele !== 'homozygote') draft.single.push(name);
    return [name, genotypeOf(first ?? '', second, options)] as const;
  });
  const rows = [...draft.rows].sort((a, b) => a - b);
  if (draft.single.length > 0 && options.singleAllele === undefined) {
    const place = { file, ...(rows[0] === undefined ? {} : { row: rows[0] }) };
    const details = { sample: visible(draft.sample), count: draft.single.length, markers: draft.single.join(', ') };
    issues.push(warningAt(place, 'exchange.alleles_single', details));
  }
  const lowTemplate = joinDropOut(draft.dropOut);
  return {
    sample: draft.sample,
    ...(lowTemplate === null ? {} : { lowTemplate }),
    markers: Object.fromEntries(markers),
    ...(nothingSeen.length === 0 ? {} : { nothingSeen }),
    ...(many.length === 0 ? {} : { manyAlleles: Object.fromEntries(many.map(([name, { alleles }]) => [name, alleles.filter((one) => one !== null)])) }),
    amelogenin: amelogeninOf(draft.amelogenin, options),
    yMarkers: Object.fromEntries(
      [...draft.y].map(([name, { alleles }]) => [name, alleles.filter((one) => one !== null)]),
    ),
    xMarkers: Object.fromEntries([...draft.x].map(([name, { alleles }]) => [name, alleles])),
    mt: mtOf(draft),
    unknownMarkers: Object.fromEntries(draft.unknown),
    heights: Object.fromEntries(draft.heights),
    rows,
  };
}

/** All regions of one sample as one sequence. */
function mtOf({ mt }: Draft): MtSequenceRead | null {
  const regions = [...mt.values()].map(({ read }) => read);
  return regions.length === 0 ? null : { ranges: regions.flatMap(({ ranges }) => ranges), differences: [...new Set(regions.flatMap(({ differences }) => differences))] };
}

/** `second` undefined: the file shows one allele; null: it says that the other is not known. */
function genotypeOf(first: string, second: string | null | undefined, options: ProfileOptions): Genotype {
  if (second === undefined) return options.singleAllele === 'homozygote' ? [first, first] : [first, null];
  return [first, second];
}

function amelogeninOf(standing: Standing | null, options: ProfileOptions): StrProfile['amelogenin'] {
  if (standing === null) return null;
  const [first, second] = standing.alleles;
  if (first === 'X' && second === 'X') return 'XX';
  if (first === 'X' && second === 'Y') return 'XY';
  if (first === 'X') return second === undefined && options.singleAllele === 'homozygote' ? 'XX' : 'X';
  return first === 'Y' ? 'Y' : null;
}
