// The screening kernel, compiled by AssemblyScript to WebAssembly with SIMD. All data lie in the memory that the caller
// gives; addresses are bytes. Nothing is allocated, nothing kept. The TypeScript twin of each function is in src/screening.

export { fill } from './machine';

/** Lanes of the bounded pass: two vectors of sixteen bytes. */
const LANES: usize = 32;

/** Where the table of the pass begins: as a constant it becomes part of each load, and below 128 it makes the load a shorter one. */
const TABLE: usize = 64;

/**
 * Writes the penalties of a group: table[entry][lane] = min(255, floor((top - value) * scale)), 255 where a lane is empty.
 * The top of a table stands before it. places: i32[columns][32], scales: f64[32], offsets: i32[columns + 1].
 */
export function quantise(values: usize, places: usize, scales: usize, offsets: usize, columns: i32): void {
  for (let c: i32 = 0; c < columns; c++) {
    const first = load<i32>(offsets + ((<usize>c) << 2));
    const length = load<i32>(offsets + ((<usize>c + 1) << 2)) - first;
    for (let lane: usize = 0; lane < LANES; lane++) {
      const place = load<i32>(places + ((<usize>c * LANES + lane) << 2));
      let to = TABLE + <usize>first * LANES + lane;
      if (place < 0) {
        for (let e: i32 = 0; e < length; e++, to += LANES) store<u8>(to, 255);
        continue;
      }
      const from = values + ((<usize>place) << 3);
      const top = f64x2.splat(load<f64>(from - 8));
      const scale = f64x2.splat(load<f64>(scales + (lane << 3)));
      const most = f64x2.splat(255);
      const pairs = length & ~1;
      let at = from;
      for (let e: i32 = 0; e < pairs; e += 2, at += 16) {
        const units = f64x2.mul(f64x2.sub(top, v128.load(at)), scale);
        const whole = i32x4.trunc_sat_f64x2_s_zero(f64x2.pmin(units, most));
        store<u8>(to, <u8>i32x4.extract_lane(whole, 0));
        store<u8>(to + LANES, <u8>i32x4.extract_lane(whole, 1));
        to += 2 * LANES;
      }
      if (pairs < length) {
        const units = (load<f64>(from - 8) - load<f64>(at)) * load<f64>(scales + (lane << 3));
        store<u8>(to, units < 255 ? <u8>(<i32>units) : 255);
      }
    }
  }
}

/**
 * Sums penalties with saturation and reports each row in which a lane stays below 255: (row, bits of lanes) as u32 pairs. What
 * is kept is what is left of 255, so that one question tells a row without hope: whether anything is left in any lane.
 * rows: u16[count][columns] in the order of the pass. Rows without hope are left after 8, 12 or 16 columns.
 */
export function bounded(rows: usize, count: i32, columns: i32, out: usize): i32 {
  const full = i8x16.splat(-1);
  const none = i8x16.splat(0);
  const firstStop = min(columns, 8);
  let found: i32 = 0;
  let at = rows;
  const width = (<usize>columns) << 1;
  for (let r: i32 = 0; r < count; r++, at += width) {
    let a = full;
    let b = full;
    let c: i32 = 0;
    let stop = firstStop;
    let hopeless = false;
    for (;;) {
      for (; c < stop; c++) {
        const cell = ((<usize>load<u16>(at + ((<usize>c) << 1))) << 5);
        a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
        b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
      }
      if (!v128.any_true(v128.or(a, b))) {
        hopeless = true;
        break;
      }
      if (c >= columns) break;
      stop = min(columns, stop < 16 ? stop + 4 : columns);
    }
    if (hopeless) continue;
    const bits = (~(i8x16.bitmask(i8x16.eq(a, none)) | (i8x16.bitmask(i8x16.eq(b, none)) << 16)));
    store<u32>(out + ((<usize>found) << 3), r);
    store<u32>(out + ((<usize>found) << 3), bits, 4);
    found++;
  }
  return found;
}

/** The same for exactly 24 columns (23 markers and sex, the common kit), without loops over columns. */
export function bounded24(rows: usize, count: i32, out: usize): i32 {
  const full = i8x16.splat(-1);
  const none = i8x16.splat(0);
  let found: i32 = 0;
  let at = rows;
  for (let r: i32 = 0; r < count; r++, at += 48) {
    let cell = ((<usize>load<u16>(at)) << 5);
    let a = i8x16.sub_sat_u(full, v128.load(cell, TABLE));
    let b = i8x16.sub_sat_u(full, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 2)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 4)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 6)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 8)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 10)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 12)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    cell = ((<usize>load<u16>(at, 14)) << 5);
    a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
    b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
    if (!v128.any_true(v128.or(a, b))) continue;
    let hopeless = false;
    let c: usize = 16;
    for (; c < 48; c += 8) {
      cell = ((<usize>load<u16>(at + c)) << 5);
      a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
      b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
      cell = ((<usize>load<u16>(at + c, 2)) << 5);
      a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
      b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
      cell = ((<usize>load<u16>(at + c, 4)) << 5);
      a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
      b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
      cell = ((<usize>load<u16>(at + c, 6)) << 5);
      a = i8x16.sub_sat_u(a, v128.load(cell, TABLE));
      b = i8x16.sub_sat_u(b, v128.load(cell, TABLE + 16));
      if (!v128.any_true(v128.or(a, b))) {
        hopeless = true;
        break;
      }
    }
    if (hopeless) continue;
    const bits = (~(i8x16.bitmask(i8x16.eq(a, none)) | (i8x16.bitmask(i8x16.eq(b, none)) << 16)));
    store<u32>(out + ((<usize>found) << 3), r);
    store<u32>(out + ((<usize>found) << 3), bits, 4);
    found++;
  }
  return found;
}

/** Interleaves the tables of eight lanes in double precision: table[entry][8]; an empty lane holds zeros. places: i32[columns][8]. */
export function interleave64(values: usize, places: usize, offsets: usize, columns: i32): void {
  for (let c: i32 = 0; c < columns; c++) {
    const first = load<i32>(offsets + ((<usize>c) << 2));
    const length = load<i32>(offsets + ((<usize>c + 1) << 2)) - first;
    for (let lane: usize = 0; lane < 8; lane++) {
      const place = load<i32>(places + ((<usize>c * 8 + lane) << 2));
      let to = TABLE + ((<usize>first * 8 + lane) << 3);
      for (let e: i32 = 0; e < length; e++, to += 64) store<f64>(to, place < 0 ? 0 : load<f64>(values + ((<usize>(place + e)) << 3)));
    }
  }
}

/** Interleaves the tables of sixteen lanes in single precision: table[entry][16]. places: i32[columns][16]. */
export function interleave32(values: usize, places: usize, offsets: usize, columns: i32): void {
  for (let c: i32 = 0; c < columns; c++) {
    const first = load<i32>(offsets + ((<usize>c) << 2));
    const length = load<i32>(offsets + ((<usize>c + 1) << 2)) - first;
    for (let lane: usize = 0; lane < 16; lane++) {
      const place = load<i32>(places + ((<usize>c * 16 + lane) << 2));
      let to = TABLE + ((<usize>first * 16 + lane) << 2);
      for (let e: i32 = 0; e < length; e++, to += 64) store<f32>(to, place < 0 ? 0 : <f32>load<f64>(values + ((<usize>(place + e)) << 3)));
    }
  }
}

/**
 * Every sum in lanes of T, columns in their order: out[row] has 64 bytes. rows: u32[count][columns], 64 x the number of each entry, at least one
 * column. One column a round: unrolled by two it was measured 4 % slower, by four 23 %, without a loop 44 %; two rows at a time 36 %.
 */
@inline
function sums<T>(rows: usize, count: i32, columns: i32, out: usize): void {
  let at = rows;
  const width = (<usize>columns) << 2;
  const last = rows + <usize>count * width;
  for (; at < last; out += 64) {
    let cell = <usize>load<u32>(at);
    let a = v128.load(cell, TABLE);
    let b = v128.load(cell, TABLE + 16);
    let d = v128.load(cell, TABLE + 32);
    let e = v128.load(cell, TABLE + 48);
    const stop = at + width;
    for (at += 4; at < stop; at += 4) {
      cell = <usize>load<u32>(at);
      a = v128.add<T>(a, v128.load(cell, TABLE));
      b = v128.add<T>(b, v128.load(cell, TABLE + 16));
      d = v128.add<T>(d, v128.load(cell, TABLE + 32));
      e = v128.add<T>(e, v128.load(cell, TABLE + 48));
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, d, 32);
    v128.store(out, e, 48);
  }
}

/** Every sum in double precision: out[row][8]. Rows as for \`sums\`. */
export function exact64(rows: usize, count: i32, columns: i32, out: usize): void {
  sums<f64>(rows, count, columns, out);
}

/** Every sum in single precision: out[row][16]. Rows as for \`sums\`. */
export function exact32(rows: usize, count: i32, columns: i32, out: usize): void {
  sums<f32>(rows, count, columns, out);
}
