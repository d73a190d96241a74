/** Up to so many words on either side every pairing is tried. */
export const mostWordsTried = 4;

/** What two words say of each other, as bits: they agree; disagreement would count. */
export const agrees = 1;
export const comparable = 2;

const most = 12;
/** Weights (log10) and bits of a pair of words: `row * most + column`. Filled by the caller before `choosePairs`. */
export const weights = new Float64Array(most * most);
export const bits = new Uint8Array(most * most);
/** What was chosen for each row: the column, or -1. */
export const chosenColumn = new Int8Array(most);
/** Whether the chosen pair stands there as a contradiction and not as an agreement. */
export const isContradiction = new Uint8Array(most);
/** Cells of one row of the tables. */
export const pairColumns = most;

const column = new Int8Array(most);
const foundColumn = new Int8Array(most);
const foundContradiction = new Uint8Array(most);
let rows = 0;
let columns = 0;
let used = 0;
let best = -Infinity;

/**
 * Sets the words of two names beside each other so that the weights sum to the most, from the tables of this file into
 * them: `rowCount` words against `columnCount`, at most 12 each. Words that have one role in both names and agree with
 * nothing are paired too, as different: leaving both out would hide a contradiction. Allocates nothing.
 */
export function choosePairs(rowCount: number, columnCount: number): void {
  [rows, columns, used, best] = [rowCount, columnCount, 0, -Infinity];
  column.fill(-1);
  if (rows <= mostWordsTried && columns <= mostWordsTried) visit(0, 0);
  else {
    takeBest();
    addContradictions();
    keep();
  }
}

/** What the pair chosen for a row weighs; a contradiction never speaks for. */
export function chosenWeight(row: number): number {
  const weight = weights[row * most + (chosenColumn[row] ?? 0)] ?? 0;
  return isContradiction[row] === 1 ? contradictionWeight(weight, bits[row * most + (chosenColumn[row] ?? 0)] ?? 0) : weight;
}

function contradictionWeight(weight: number, bit: number): number {
  return (bit & agrees) === 0 ? weight : Math.min(0, weight);
}

function visit(row: number, sum: number): void {
  if (row === rows) {
    const total = sum + addContradictions();
    if (total > best) {
      best = total;
      keep();
    }
    return;
  }
  for (let c = 0; c < columns; c++) {
    if (((bits[row * most + c] ?? 0) & agrees) === 0 || (used & (1 << c)) !== 0) continue;
    used |= 1 << c;
    column[row] = c;
    visit(row + 1, sum + (weights[row * most + c] ?? 0));
    column[row] = -1;
    used &= ~(1 << c);
  }
  visit(row + 1, sum);
}

/** Pairs left over words that can have one role, in their order; returns what these contradictions weigh. */
function addContradictions(): number {
  let taken = used;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    foundColumn[row] = column[row] ?? -1;
    foundContradiction[row] = 0;
    if (foundColumn[row] !== -1) continue;
    for (let c = 0; c < columns; c++) {
      const bit = bits[row * most + c] ?? 0;
      if ((bit & comparable) === 0 || (taken & (1 << c)) !== 0) continue;
      foundColumn[row] = c;
      foundContradiction[row] = 1;
      taken |= 1 << c;
      sum += contradictionWeight(weights[row * most + c] ?? 0, bit);
      break;
    }
  }
  return sum;
}

function keep(): void {
  chosenColumn.set(foundColumn);
  isContradiction.set(foundContradiction);
}

/** The greatest weight first; ties go to the earlier words, so that the result is the same every time. */
function takeBest(): void {
  for (;;) {
    let [row, found, weight] = [-1, -1, -Infinity];
    for (let r = 0; r < rows; r++) {
      if (column[r] !== -1) continue;
      for (let c = 0; c < columns; c++) {
        if (((bits[r * most + c] ?? 0) & agrees) === 0 || (used & (1 << c)) !== 0 || (weights[r * most + c] ?? 0) <= weight) continue;
        [row, found, weight] = [r, c, weights[r * most + c] ?? 0];
      }
    }
    if (row === -1) return;
    column[row] = found;
    used |= 1 << found;
  }
}
