import { open, stat } from 'node:fs/promises';
import { refuse } from '@imena/problem';
import { applyPolicies, closeCm, linkedPairs, type AppliedPolicy, type LinkedPair, type Policies } from '@imena/kinship';
import { findOutsideAlleles } from './census.ts';
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
  readonly policies: Policies;
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
  /** What the policies changed. */
  readonly applied: readonly AppliedPolicy[];
  /** Markers with one column: a single allele is all that is ever known of them. */
  readonly oneColumn: readonly string[];
  /** Close pairs of one chromosome, taken as independent. */
  readonly takenAsIndependent: readonly Pick<LinkedPair, 'a' | 'b' | 'distanceCm'>[];
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
  const { policies } = settings;
  const table = await loadFrequencies(settings.frequencies, { mutation: settings.mutation, normalisation: policies.normalisation });
  const held = (form: TableForm, name: string): boolean => form.markers.some((m) => m.name === name);
  const compared = table.markers.filter((m) => held(remainsForm, m.name) && held(otherForm, m.name));
  if (compared.length === 0) refuse('screen.no_markers', { remains: remainsForm.file, families: otherForm.file });
  const outside = policies.outsideAllele.kind === 'refuse' ? null : await findOutsideAlleles([remainsForm, otherForm], compared);
  const made = compared.map((m) => applyPolicies(m, [...(outside?.get(m.name) ?? [])], { ...policies, normalisation: 'asGiven' }));
  const markers = made.map(({ marker }) => marker);
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
  const columns = [...remainsForm.markers, ...otherForm.markers].filter(({ name }) => name !== 'AMEL');
  const inFiles = new Set(columns.map(({ name }) => name));
  const names = markers.map(({ name }) => name);
  return {
    plan, remains, others, frequencies: table.id,
    withoutFrequencies: [...inFiles].filter((name) => !table.markers.some((m) => m.name === name)).sort(),
    applied: [...table.rescaled.filter(({ marker }) => names.includes(marker)), ...made.flatMap(({ applied }) => applied)],
    oneColumn: [...new Set(columns.filter(({ second }) => second < 0).map(({ name }) => name))].sort(),
    takenAsIndependent: linkedPairs(names).filter(({ distanceCm }) => distanceCm < closeCm).map(({ a, b, distanceCm }) => ({ a, b, distanceCm })),
  };
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
