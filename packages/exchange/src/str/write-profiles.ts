import { writeCsv } from '../table/write-csv.ts';
import type { DropOutRead, LowTemplateRead } from './drop-out-columns.ts';
import type { StrProfile } from './profile.ts';

/** What of a sample is written. */
export type WrittenProfile = Pick<StrProfile, 'sample' | 'markers' | 'nothingSeen' | 'manyAlleles' | 'amelogenin' | 'yMarkers' | 'xMarkers' | 'mt' | 'lowTemplate'>;

/**
 * Profiles as a long table, a line a sample and marker, which `readProfiles` reads back as they were: an allele that is
 * not known is `?`, a marker at which nothing was seen has no allele, mitochondrial sequence is one line with its ranges. Columns of drop-out stand there where a sample
 * has little DNA; its explanation stands in its first line.
 */
export function writeProfiles(profiles: readonly WrittenProfile[]): string {
  const lines = profiles.flatMap((profile) => linesOf(profile));
  const most = Math.max(2, ...lines.map(({ alleles }) => alleles.length));
  const isLow = profiles.some(({ lowTemplate }) => lowTemplate !== undefined);
  const columns = ['sample', 'marker', ...Array.from({ length: most }, (_, at) => `allele${at + 1}`), ...(isLow ? ['Drop-out', 'Homozygote drop-out', 'Drop-in', 'Drop-out reason'] : [])];
  return writeCsv(columns, lines.map(({ sample, marker, alleles, dropOut }) => [
    sample, marker, ...Array.from({ length: most }, (_, at) => alleles[at] ?? ''), ...(isLow ? dropOut : []),
  ]));
}

const amelogeninCells = { XX: ['X', 'X'], XY: ['X', 'Y'], X: ['X'], Y: ['Y'] } as const;

interface Line {
  readonly sample: string;
  readonly marker: string;
  readonly alleles: readonly string[];
  readonly dropOut: readonly string[];
}

function linesOf({ sample, markers, nothingSeen = [], manyAlleles = {}, amelogenin, yMarkers, xMarkers, mt, lowTemplate }: WrittenProfile): Line[] {
  const known = (alleles: readonly (string | null)[]): string[] => alleles.map((allele) => allele ?? '?');
  const typed: (readonly [string, readonly string[]])[] = [
    ...Object.entries(markers).map(([marker, alleles]) => [marker, known(alleles)] as const),
    ...nothingSeen.map((marker) => [marker, []] as const), ...Object.entries(manyAlleles),
    ...(amelogenin === null ? [] : [['AMEL', amelogeninCells[amelogenin]] as const]),
    ...[...Object.entries(xMarkers), ...Object.entries(yMarkers)].map(([marker, alleles]) => [marker, known(alleles)] as const),
    ...(mt === null ? [] : [['mtDNA', [[...mt.ranges.map(([from, to]) => `${from}-${to}`), ...(mt.differences.length === 0 ? ['rCRS'] : mt.differences)].join(' ')]] as const]),
  ];
  // The reader takes the first figures for those of the sample, and markers with others for their own.
  const hasOwn = (marker: string): boolean => lowTemplate?.markers?.[marker] !== undefined;
  const ordered = [...typed.filter(([marker]) => !hasOwn(marker)), ...typed.filter(([marker]) => hasOwn(marker))];
  return ordered.map(([marker, alleles], at) => ({ sample, marker, alleles, dropOut: dropOutCells(lowTemplate, marker, at === 0) }));
}

function dropOutCells(lowTemplate: LowTemplateRead | undefined, marker: string, isFirst: boolean): string[] {
  if (lowTemplate === undefined) return ['', '', '', ''];
  const model: DropOutRead = lowTemplate.markers?.[marker] ?? lowTemplate;
  return [share(model.dropOutPpm), share(model.homozygoteDropOutPpm), share(model.dropInPpm), isFirst ? (lowTemplate.reason ?? '') : ''];
}

/** A share to its last millionth, without zeros at the end. */
function share(ppm: number | undefined): string {
  return ppm === undefined ? '' : String(Number((ppm / 1e6).toFixed(6)));
}
