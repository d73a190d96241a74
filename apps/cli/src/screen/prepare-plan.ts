import { open, stat } from 'node:fs/promises';
import { refuse } from '@imena/problem';
import type { Marker } from '@imena/kinship';
import { addAlleles, findOutsideAlleles } from './census.ts';
import { loadFrequencies } from './load-frequencies.ts';
import type { ScreenPlan } from './plan.ts';
import { readRemains, type RemainsRows } from './read-remains.ts';
import { readForm, type ColumnName, type TableForm } from './table-form.ts';

export interface ScreenSettings {
  readonly remains: string;
  /** Families, or the profiles to compare with directly; null: the remains with each other. */
  readonly against: string | null;
  readonly mode: 'families' | 'direct';
  readonly frequencies: string;
  readonly mutation: 'stepwise' | 'none';
  readonly leastFrequency: number | null;
  readonly singleAllele: 'one-known' | 'homozygote';
  readonly threshold: number;
  readonly theta: number;
  readonly sexError: number;
  readonly maleShare: number;
  readonly directError: number;
  readonly chunkSize: number | null;
}

export interface Prepared {
  readonly plan: ScreenPlan;
  readonly remains: RemainsRows;
  readonly others: RemainsRows | null;
  readonly frequencies: string;
  /** Markers of the files that are not compared, because the frequency table lacks them. */
  readonly withoutFrequencies: readonly string[];
  readonly addedAlleles: readonly string[];
}

/** Profiles of a chunk in direct comparison. */
export const directChunk = 2048;

/** Bytes of a chunk of the families file: at least a dozen chunks, so that no thread waits long for the last one. */
export function chunkBytes(size: number): number {
  return Math.min(4 * 1024 * 1024, Math.max(256 * 1024, Math.ceil(size / 12)));
}

/** About so many samples estimate the number of chance pairs. */
const chanceSamples = 1500;

/** Opens the files, settles markers and alleles, reads the remains. */
export async function preparePlan(settings: ScreenSettings): Promise<Prepared> {
  const remainsForm = await openForm(settings.remains, ['sample']);
  const isFamilies = settings.mode === 'families';
  const otherForm = settings.against === null ? remainsForm : await openForm(settings.against, isFamilies ? ['family', 'person', 'father', 'mother', 'missing'] : ['sample']);
  const table = await loadFrequencies(settings.frequencies, settings.mutation);
  const held = (form: TableForm, name: string): boolean => form.markers.some((m) => m.name === name);
  let markers: Marker[] = table.markers.filter((m) => held(remainsForm, m.name) && held(otherForm, m.name));
  if (markers.length === 0) refuse('screen.no_markers', { remains: remainsForm.file, families: otherForm.file });
  const addedAlleles: string[] = [];
  if (settings.leastFrequency !== null) {
    const least = settings.leastFrequency;
    const outside = await findOutsideAlleles([remainsForm, otherForm], markers);
    for (const [name, alleles] of outside) for (const allele of [...alleles].sort()) addedAlleles.push(`${name} ${allele}`);
    markers = markers.map((m) => addAlleles(m, outside.get(m.name), least));
  }
  const remains = await readRemains(remainsForm, { markers, singleAllele: settings.singleAllele });
  const others = isFamilies ? null : settings.against === null ? remains : await readRemains(otherForm, { markers, singleAllele: settings.singleAllele });
  const familiesBytes = (await stat(otherForm.file)).size;
  const size = others === null ? familiesBytes - otherForm.dataStart : others.ids.length;
  const chunkSize = settings.chunkSize ?? (others === null ? chunkBytes(size) : directChunk);
  const plan: ScreenPlan = {
    remainsForm, familiesForm: otherForm, familiesBytes, chunkSize,
    chunks: Math.ceil(size / chunkSize),
    markers,
    singleAllele: settings.singleAllele,
    lnThreshold: Math.log(settings.threshold),
    theta: settings.theta, sexError: settings.sexError, maleShare: settings.maleShare, directError: settings.directError,
    mode: settings.mode,
    isSelf: !isFamilies && settings.against === null,
    // A missing person and relatives take about 500 bytes.
    chanceEvery: isFamilies && settings.theta === 0 ? Math.max(1, size / 500 / chanceSamples) : 0,
    remainsCodes: remains.codes, remainsSexes: remains.sexes,
    directCodes: others?.codes ?? new Uint16Array(0), directSexes: others?.sexes ?? new Uint8Array(0),
  };
  const inFiles = new Set([...remainsForm.markers, ...otherForm.markers].map((m) => m.name).filter((name) => name !== 'AMEL'));
  return { plan, remains, others, frequencies: table.id, withoutFrequencies: [...inFiles].filter((name) => !table.markers.some((m) => m.name === name)).sort(), addedAlleles };
}

async function openForm(file: string, required: readonly ColumnName[]): Promise<TableForm> {
  let handle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return refuse('cli.file_unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  try {
    const head = new Uint8Array(256 * 1024);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return readForm(file, head.subarray(0, bytesRead), required);
  } finally {
    await handle.close();
  }
}
