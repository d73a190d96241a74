import { codeLists } from '@imena/record';

/** Findings of one tooth, as the register codes them. */
export const { toothFindings } = codeLists;
export type ToothFinding = (typeof toothFindings)[number];

/** Permanent teeth in FDI numbers, quadrant by quadrant. */
export const permanentTeeth: readonly number[] = [1, 2, 3, 4].flatMap((quadrant) => [1, 2, 3, 4, 5, 6, 7, 8].map((tooth) => 10 * quadrant + tooth));

/** How far treatment of a tooth has gone: it never goes back. */
export const toothStates = ['unrestored', 'filled', 'crowned', 'gone'] as const;
export type ToothState = (typeof toothStates)[number];

/** One tooth as the comparison reads it. `present` and `missing` where no more is known: a tooth missing may have fallen out after death. */
export interface ChartedTooth {
  readonly seen: ToothState | 'present' | 'missing';
  /** Restored surfaces of a filling, letters of MOIDVLC in that order; empty where not recorded. */
  readonly surfaces: string;
  readonly material: ToothMaterial | null;
  /** What stands where a tooth is gone; `bare` where nothing is charted there. */
  readonly replacement: ToothReplacement | null;
}

export type ToothMaterial = 'amalgam' | 'tooth_coloured' | 'gold_coloured' | 'steel' | 'ceramic';
/** `replaced`: a pontic or denture; `root`: the root is still there. */
export const toothReplacements = ['bare', 'implant', 'replaced', 'root'] as const;
export type ToothReplacement = (typeof toothReplacements)[number];

/** A chart of the permanent teeth; a tooth that is not there says nothing. */
export type ToothChart = ReadonlyMap<number, ChartedTooth>;

const surfaceOrder = ['M', 'O', 'I', 'D', 'V', 'L', 'C'];
const fillings: readonly ToothFinding[] = ['filling_amalgam', 'filling_tooth_coloured', 'filling_glass_ionomer', 'filling_gold', 'filling_temporary', 'filling_unspecified', 'filling_lost', 'inlay', 'onlay', 'veneer', 'root_filling'];
const crowns: readonly ToothFinding[] = ['crown_metal', 'crown_metal_ceramic', 'crown_ceramic', 'crown_stamped_steel', 'crown_titanium_nitride', 'bridge_abutment', 'post_core'];
const gone: readonly ToothFinding[] = ['missing_antemortem', 'implant', 'bridge_pontic', 'root_remnant', 'denture_partial', 'denture_full_upper', 'denture_full_lower'];
const sound: readonly ToothFinding[] = ['present_sound', 'caries', 'attrition', 'fissure_sealant', 'orthodontic', 'rotated', 'tilted', 'diastema'];
const present: readonly ToothFinding[] = ['missing_postmortem', 'fracture_antemortem', 'fracture_perimortem', 'apicectomy'];

/**
 * A tooth from its findings, each a code of `toothFindings` with restored surfaces after a colon: `filling_amalgam:MO`.
 * What goes furthest decides. Null where the findings say nothing that can be compared (unerupted, no information).
 */
export function chartedTooth(findings: readonly FindingOfTooth[]): ChartedTooth | null {
  const has = (list: readonly ToothFinding[]) => findings.find(({ finding }) => list.includes(finding));
  const bare = { surfaces: '', material: null, replacement: null };
  if (has(gone) !== undefined) return { ...bare, seen: 'gone', replacement: replacementOf(findings) };
  if (has(['missing_unknown_time']) !== undefined) return { ...bare, seen: 'missing' };
  const crown = has(crowns);
  if (crown !== undefined) return { ...bare, seen: 'crowned', material: materialOf(crown.finding) };
  const filled = findings.filter(({ finding }) => fillings.includes(finding));
  if (filled.length > 0) {
    const surfaces = surfaceOrder.filter((letter) => filled.some((one) => one.surfaces.includes(letter))).join('');
    const materials = new Set(filled.map(({ finding }) => materialOf(finding)).filter((material) => material !== null));
    return { ...bare, seen: 'filled', surfaces, material: materials.size === 1 ? ([...materials][0] ?? null) : null };
  }
  if (has(sound) !== undefined) return { ...bare, seen: 'unrestored' };
  return has(present) === undefined ? null : { ...bare, seen: 'present' };
}

/** What goes furthest in the gap: an implant before a pontic or denture before a root. */
function replacementOf(findings: readonly FindingOfTooth[]): ToothReplacement {
  const has = (...list: readonly ToothFinding[]): boolean => findings.some(({ finding }) => list.includes(finding));
  if (has('implant')) return 'implant';
  if (has('bridge_pontic', 'denture_partial', 'denture_full_upper', 'denture_full_lower')) return 'replaced';
  return has('root_remnant') ? 'root' : 'bare';
}

/** Material as people can tell it apart; null where it is not known or says nothing. */
function materialOf(finding: ToothFinding): ToothMaterial | null {
  switch (finding) {
    case 'filling_amalgam': return 'amalgam';
    case 'filling_tooth_coloured': case 'filling_glass_ionomer': return 'tooth_coloured';
    case 'filling_gold': case 'crown_titanium_nitride': return 'gold_coloured';
    case 'crown_metal': case 'crown_stamped_steel': return 'steel';
    case 'crown_metal_ceramic': case 'crown_ceramic': return 'ceramic';
    default: return null;
  }
}

/** Findings of one tooth as people chart them: code, and the restored surfaces of a filling. */
export interface FindingOfTooth {
  readonly finding: ToothFinding;
  readonly surfaces: string;
}

/** The key under which a chart says what all teeth show that it does not name. */
export const otherTeeth = 'others';

/** A chart from findings by FDI number; milk teeth are left aside, teeth of which nothing can be compared too. */
export function chartOf(findings: ReadonlyMap<string, readonly FindingOfTooth[]>): ToothChart {
  const chart = new Map<number, ChartedTooth>();
  const others = findings.get(otherTeeth);
  for (const tooth of permanentTeeth) {
    const charted = findings.get(String(tooth)) ?? others;
    const one = charted === undefined ? null : chartedTooth(charted);
    if (one !== null) chart.set(tooth, one);
  }
  return chart;
}

/** One tooth as a key; equal teeth have the same. */
export function toothKey({ seen, surfaces, material, replacement }: ChartedTooth): string {
  return `${seen}:${surfaces}:${material ?? ''}:${replacement ?? ''}`;
}

/** A chart as one key; equal charts have the same. */
export function chartKey(chart: ToothChart): string {
  return permanentTeeth.flatMap((tooth) => {
    const one = chart.get(tooth);
    return one === undefined ? [] : [`${tooth}:${toothKey(one)}`];
  }).join('|');
}
