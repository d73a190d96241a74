import type { Lattice } from './lattice.ts';
import { marginals } from './marginals.ts';
import type { PreparedJoint } from './prepare-joint.ts';
import type { GeneralisedRatio } from './types.ts';

/**
 * For every pairing (and "nobody") the largest likelihood of an assignment with it against the largest without it, priors left
 * out; and the smallest with it. Row-major remains x (missing + 1). NaN stands for a pairing that is not allowed, and for the ratio of 0 to 0.
 * Source: Egeland, Kling and Mostad 2016, Relationship Inference with Familias and R, chapter 4 (ISBN 978-0-12-802402-7), unverified.
 */
export function generalisedRatios(prepared: PreparedJoint, lattice: Lattice): GeneralisedRatio[] {
  const isExact = lattice.relativeError === 0;
  const best = marginals(lattice, (level) => level.lnLr, 'max').pairs;
  const least = isExact && prepared.input.smallest === true ? leastOf(prepared, lattice) : null;
  const columns = prepared.missing.length + 1;
  // No assignment left out of a truncated sum weighs more than all of them together.
  const unseen = isExact ? -Infinity : lattice.lnSum + Math.log(lattice.relativeError);
  const out: GeneralisedRatio[] = [];
  for (let r = 0; r < prepared.input.remains.length; r++)
    for (let m = 0; m < columns; m++) {
      if (m < columns - 1 && prepared.allowed[r]?.[m] !== true) {
        out.push({ lnGlr: NaN, lnGlrMin: null, bound: 'exact' });
        continue;
      }
      const having = best[r * columns + m] ?? NaN;
      let lacking = -Infinity;
      for (let other = 0; other < columns; other++) if (other !== m) lacking = Math.max(lacking, best[r * columns + other] ?? NaN);
      const isHavingSure = having >= unseen;
      const isLackingSure = lacking >= unseen;
      const lnGlr = (isHavingSure ? having : unseen) - (isLackingSure ? lacking : unseen);
      const bound = isHavingSure ? (isLackingSure ? 'exact' : 'atLeast') : isLackingSure ? 'atMost' : 'unknown';
      out.push({ lnGlr, lnGlrMin: least === null ? null : (least[r * columns + m] ?? NaN) - lacking, bound });
    }
  return out;
}

/** ln of the smallest likelihood with each pairing: -Infinity where some assignment with it is impossible. */
function leastOf(prepared: PreparedJoint, lattice: Lattice): Float64Array {
  const columns = prepared.missing.length + 1;
  const possible = marginals(lattice, (level) => level.lnLr, 'min').pairs;
  // Every impossible assignment holds one of these parts; a pairing that fits beside one is in an impossible assignment.
  const parts = prepared.tables.flatMap((table, f) =>
    table.impossible.map((part) => part.flatMap(([place, c]) => (prepared.candidates[c]?.members ?? []).map((r): [number, number] => [(prepared.offsets[f] ?? 0) + place, r]))),
  );
  return possible.map((value, cell) => {
    const r = Math.floor(cell / columns);
    const m = cell % columns;
    const isBeside = parts.some((part) => part.every(([missing, remains]) => (m === columns - 1 ? remains !== r : (missing === m) === (remains === r))));
    return isBeside || value === Infinity ? -Infinity : value;
  });
}
