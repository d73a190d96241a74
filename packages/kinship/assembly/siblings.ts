// Tables of a missing person whose typed relatives are full siblings, with a subpopulation correction. The formulas stand in
// docs/methods/screening.md; the twin is src/screening/reference-siblings.ts: the same operations in the same order.

import { product } from './products';

/** P(all siblings' share | the two alleles of one parent), both ways round: pairs[u][w] = product over siblings of (c[u] + c[w]) / 2. */
function pairUp(pairs: usize, columns: usize, count: usize, alleles: usize, stride: usize): void {
  const half = f64x2.splat(0.5);
  for (let s: usize = 0; s < count; s++) {
    const column = <usize>load<u32>(columns + (s << 2));
    for (let u: usize = 0; u < alleles; u++) {
      const own = v128.load64_splat(column + (u << 3));
      const row = pairs + u * stride;
      for (let c: usize = 0; c < stride; c += 16) {
        const mean = f64x2.mul(half, f64x2.add(own, v128.load(column + c)));
        v128.store(row + c, s == 0 ? mean : f64x2.mul(v128.load(row + c), mean));
      }
    }
  }
}

/** own[u] = pairs[u][u]; with[u] = pairs[u][u] + sum over w of urn[w] pairs[u][w]. Returns the sum of urn x with. */
function passOn(own: usize, withUrn: usize, pairs: usize, urn: usize, alleles: usize, stride: usize): f64 {
  let all: f64 = 0;
  for (let u: usize = 0; u < alleles; u++) {
    const row = pairs + u * stride;
    let sum = f64x2.splat(0);
    for (let c: usize = 0; c < stride; c += 16) sum = f64x2.add(sum, f64x2.mul(v128.load(urn + c), v128.load(row + c)));
    const same = load<f64>(row + (u << 3));
    const both = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1) + same;
    store<f64>(own + (u << 3), same);
    store<f64>(withUrn + (u << 3), both);
    all += load<f64>(urn + (u << 3)) * both;
  }
  return all;
}

/** The columns of a phase: what each sibling had from a parent (0 father, 1 mother). */
function chooseColumns(columns: usize, siblings: usize, count: usize, phase: usize, parent: usize, genotypes: usize, constants: usize, others: usize, alleles: usize, stride: usize): void {
  const matrix = constants + 4 * stride + (2 * parent + 1) * alleles * stride;
  for (let s: usize = 0; s < count; s++) {
    const seen = genotypes + (<usize>load<u32>(siblings + (s << 3)) << 3);
    const option = (phase >> s) & 1;
    let column = matrix;
    if (load<u32>(siblings + (s << 3), 4) == 2) column += <usize>load<u32>(seen + ((option ^ parent) << 2)) * stride;
    // One seen allele: the paternal one, the other may be any; or the maternal one, and the paternal one is another.
    else if (option == parent) column += <usize>load<u32>(seen) * stride;
    else column = option == 0 ? constants + stride : others + s * stride;
    store<u32>(columns + (s << 2), <u32>column);
  }
}

/**
 * Writes P(siblings, alleles of the missing person) into the first table, P(siblings, alleles of a stranger) into the second,
 * up to a common factor; returns P(siblings) up to it. siblings: i32 person and number of alleles seen; room: seven tables at
 * `tables`; vectors at `vectors`: urn, four of a phase, counts, one a sibling; places of columns at `columns`.
 */
export function siblingTables(siblings: usize, count: usize, unseen: f64, genotypes: usize, constants: usize, alleles: usize, stride: usize, tables: usize, vectors: usize, columns: usize): f64 {
  const size = alleles * stride;
  const matrices = constants + 4 * stride;
  const fathers = tables + 2 * size;
  const mothers = tables + 3 * size;
  const apart = tables + 4 * size;
  const paternal = tables + 5 * size;
  const maternal = tables + 6 * size;
  const urn = vectors;
  const ownF = vectors + stride;
  const ownM = vectors + 2 * stride;
  const withF = vectors + 3 * stride;
  const withM = vectors + 4 * stride;
  const counts = vectors + 5 * stride;
  const others = vectors + 6 * stride;
  for (let c: usize = 0; c < stride; c += 16) {
    v128.store(urn + c, f64x2.mul(f64x2.splat(unseen), v128.load(constants + c)));
    v128.store(ownF + c, f64x2.splat(0));
    v128.store(ownM + c, f64x2.splat(0));
    v128.store(withF + c, f64x2.splat(0));
    v128.store(withM + c, f64x2.splat(0));
    v128.store(counts + c, f64x2.splat(0));
  }
  for (let s: usize = 0; s < count; s++) {
    if (load<u32>(siblings + (s << 3), 4) == 2) continue;
    const column = matrices + size + <usize>load<u32>(genotypes + (<usize>load<u32>(siblings + (s << 3)) << 3)) * stride;
    for (let c: usize = 0; c < stride; c += 16) v128.store(others + s * stride + c, f64x2.sub(v128.load(constants + stride + c), v128.load(column + c)));
  }
  for (let c: usize = 0; c < 3 * size; c += 16) v128.store(apart + c, f64x2.splat(0));
  const two = f64x2.splat(2);
  for (let phase: usize = 0, phases: usize = 1 << count; phase < phases; phase++) {
    chooseColumns(columns, siblings, count, phase, 0, genotypes, constants, others, alleles, stride);
    pairUp(fathers, columns, count, alleles, stride);
    chooseColumns(columns, siblings, count, phase, 1, genotypes, constants, others, alleles, stride);
    pairUp(mothers, columns, count, alleles, stride);
    const allF = f64x2.splat(passOn(ownF, withF, fathers, urn, alleles, stride));
    const allM = f64x2.splat(passOn(ownM, withM, mothers, urn, alleles, stride));
    for (let row: usize = 0; row < size; row += stride)
      for (let c: usize = 0; c < stride; c += 16) v128.store(tables + row + c, f64x2.mul(v128.load(urn + c), v128.load(fathers + row + c)));
    product(tables + size, tables, mothers, alleles, stride >> 3);
    for (let u: usize = 0; u < alleles; u++) {
      const row = u * stride;
      const sameF = v128.load64_splat(ownF + (u << 3));
      const restF = v128.load64_splat(withF + (u << 3));
      const restM = v128.load64_splat(withM + (u << 3));
      for (let c: usize = 0; c < stride; c += 16) {
        const f = v128.load(fathers + row + c);
        const m = v128.load(mothers + row + c);
        const one = f64x2.mul(f64x2.add(restF, f), f64x2.add(v128.load(withM + c), m));
        const joined = f64x2.add(v128.load(tables + size + row + c), f64x2.add(f64x2.mul(sameF, m), f64x2.mul(f, v128.load(ownM + c))));
        v128.store(apart + row + c, f64x2.add(v128.load(apart + row + c), f64x2.add(one, joined)));
        const besideF = f64x2.add(allM, f64x2.mul(two, f64x2.add(f64x2.add(restM, v128.load(withM + c)), m)));
        v128.store(paternal + row + c, f64x2.add(v128.load(paternal + row + c), f64x2.mul(f, besideF)));
        const besideM = f64x2.add(allF, f64x2.mul(two, f64x2.add(f64x2.add(restF, v128.load(withF + c)), f)));
        v128.store(maternal + row + c, f64x2.add(v128.load(maternal + row + c), f64x2.mul(m, besideM)));
      }
    }
  }
  let references: f64 = 0;
  for (let u: usize = 0; u < alleles; u++) {
    const first = load<f64>(urn + (u << 3));
    let sum = f64x2.splat(0);
    for (let c: usize = 0; c < stride; c += 16) {
      let drawn = f64x2.mul(f64x2.splat(first), v128.load(urn + c));
      if (c >> 4 == u >> 1) drawn = (u & 1) == 0 ? f64x2.replace_lane(drawn, 0, f64x2.extract_lane(drawn, 0) + first) : f64x2.replace_lane(drawn, 1, f64x2.extract_lane(drawn, 1) + first);
      const at = u * stride + c;
      const joint = f64x2.mul(drawn, v128.load(apart + at));
      v128.store(apart + at, joint);
      v128.store(paternal + at, f64x2.mul(drawn, v128.load(paternal + at)));
      v128.store(maternal + at, f64x2.mul(drawn, v128.load(maternal + at)));
      sum = f64x2.add(sum, joint);
      v128.store(counts + c, f64x2.add(v128.load(counts + c), joint));
    }
    const line = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
    store<f64>(ownF + (u << 3), line);
    references += line;
  }
  for (let u: usize = 0; u < alleles; u++) store<f64>(counts + (u << 3), 2 * (load<f64>(ownF + (u << 3)) + load<f64>(counts + (u << 3))));
  const next = 1 / ((unseen + 4) * (unseen + 5));
  const stranger = tables + size;
  for (let x: usize = 0; x < alleles; x++) {
    const p = load<f64>(urn + (x << 3));
    const n = load<f64>(counts + (x << 3));
    for (let y: usize = 0; y < alleles; y++) {
      const at = x * stride + (y << 3);
      const q = load<f64>(urn + (y << 3));
      const drawn = (p * references + n) * q + p * load<f64>(counts + (y << 3));
      const within = 2 * (load<f64>(paternal + at) + load<f64>(maternal + at));
      const across = 4 * (load<f64>(apart + at) + load<f64>(apart + y * stride + (x << 3)));
      store<f64>(stranger + at, next * (drawn + (within + across)));
    }
    const same = stranger + x * stride + (x << 3);
    store<f64>(same, load<f64>(same) + next * (p * references + 2 * n));
  }
  product(fathers, apart, matrices + 2 * size, alleles, stride >> 3);
  product(tables, matrices + size, fathers, alleles, stride >> 3);
  return references;
}
