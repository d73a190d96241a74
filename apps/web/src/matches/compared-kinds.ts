import type { EvidenceRow, WeighedRow } from './candidate-api.ts';

/** How one kind of evidence stands: `open` weighs next to nothing, `not_recorded` says that one side is silent. */
export type Standing = 'against' | 'for' | 'open' | 'people_disagree' | 'not_recorded';

/** One kind of evidence with its weight, and the plain checks of the same kind that say more than "not known". */
export interface ComparedKind {
  readonly row: WeighedRow;
  readonly checks: readonly EvidenceRow[];
  readonly stands: Standing;
}

/** Contradictions stand first; what says nothing is last and never left out. */
const order: readonly Standing[] = ['against', 'people_disagree', 'for', 'open', 'not_recorded'];
/** Below this a weight is next to nothing: a factor of 1.12. */
const open = 0.05;
/** From a factor of ten against the person on, a kind is told on top of the page. */
export const strongAgainst = -1;

const kindOfCheck: Readonly<Record<string, WeighedRow['kind']>> = { sex: 'sex', amelogenin: 'sex', age: 'age', stature: 'height', marker_name: 'name', presumption: 'name' };

/** Every kind of evidence of a pair but the doubt whether reports are of one person, which stands above them; what speaks against the person first and the heaviest before the lighter. */
export function compareKinds(rows: readonly WeighedRow[], evidence: readonly EvidenceRow[]): ComparedKind[] {
  return rows.filter(({ kind }) => kind !== 'reports')
    .map((row) => {
      const checks = evidence.filter(({ key, verdict }) => kindOfCheck[key] === row.kind && verdict !== 'unknown');
      return { row, checks, stands: standingOf(row, checks) };
    })
    .sort((a, b) => order.indexOf(a.stands) - order.indexOf(b.stands) || Math.abs(b.row.log10Lr) - Math.abs(a.row.log10Lr));
}

/** Kinds that weigh heavily against the person and that no plain check names already. */
export function heavyAgainst(compared: readonly ComparedKind[]): ComparedKind[] {
  return compared.filter(({ row, checks }) => row.state === 'weighed' && (row.kind === 'marker' || row.log10Lr <= strongAgainst) && !checks.some(({ verdict }) => verdict === 'contradicts'));
}

function standingOf({ kind, state, log10Lr }: WeighedRow, checks: readonly EvidenceRow[]): Standing {
  if (checks.some(({ verdict }) => verdict === 'contradicts')) return 'against';
  // What was read contradicts the body: told on top though its weight is that of the other kinds.
  if (kind === 'marker') return 'against';
  if (state !== 'weighed') return state;
  if (log10Lr < -open) return 'against';
  return log10Lr > open ? 'for' : 'open';
}
