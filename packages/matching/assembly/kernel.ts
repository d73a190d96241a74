// The innermost loops of a search through a long list, compiled by AssemblyScript to WebAssembly. All data lie in the memory
// that the caller gives (src/candidates/search-kernel.ts, which says what each column holds); addresses and lengths of entries
// are bytes. Nothing is allocated. Numbers are added in the order in which TypeScript would add them.

/** Numbers of a place of one word: place, bucket, who, marks, clothing; of a gathered one also what is met there. */
const ASKED: usize = 20;
const GATHERED: usize = 24;
/** Rows after which a scan is told what it found: what is asked of the others may rise by it. */
const ENOUGH: i32 = 32;

export let starts: usize = 0;
export let places: usize = 0;
export let isGathered: usize = 0;
export let gatheredAt: usize = 0;
export let gatheredTold: usize = 0;
export let met: usize = 0;
export let isMet: usize = 0;
export let isTold: usize = 0;
export let touched: usize = 0;
export let touchedBuckets: usize = 0;
export let touchedWhos: usize = 0;
export let besides: usize = 0;
export let reach: usize = 0;
export let bucketPlaces: usize = 0;
export let bucketWeeks: usize = 0;
export let placeWeights: usize = 0;
export let weekWeights: usize = 0;
export let bySex: usize = 0;
export let byBucket: usize = 0;
export let byWho: usize = 0;
export let marks: usize = 0;
export let clothing: usize = 0;
export let againstRoles: usize = 0;
export let read: usize = 0;
export let readSex: usize = 0;
export let sexes: usize = 0;
export let leads: usize = 0;
export let groupStarts: usize = 0;
export let groupWhos: usize = 0;
export let bucketGroups: usize = 0;
export let body: usize = 0;
export let whoWeights: usize = 0;
export let groupWeights: usize = 0;
export let looks: usize = 0;
export let nextBucket: usize = 0;
export let found: usize = 0;
export let saidOfFound: usize = 0;
/** Bits of a code of who that are its birth. */
export let birthBits: i32 = 0;

@inline function ints(column: usize, at: i32): i32 { return load<i32>(column + (<usize>at << 2)); }
@inline function floats(column: usize, at: i32): f64 { return <f64>load<f32>(column + (<usize>at << 2)); }
@inline function doubles(column: usize, at: i32): f64 { return load<f64>(column + (<usize>at << 3)); }

/** What words and days say in what was met, log10. */
@inline function saidIn(sum: i32): f64 { return <f64>(sum >> 10) / 1024; }

/** Meets a word at one place; returns how many places are touched then. */
@inline function touch(at: usize, told: i32, bit: i32, lacking: f64, count: i32): i32 {
  const place = load<i32>(at);
  const mark = 1 << (place & 31);
  const bits = isMet + (<usize>(place >> 5) << 2);
  const known = load<i32>(bits);
  if ((known & mark) != 0) {
    const sum = met + (<usize>place << 2);
    if ((load<i32>(sum) & bit) == 0) store<i32>(sum, load<i32>(sum) + (told | bit));
    return count;
  }
  const bucket = load<i32>(at, 4);
  const who = load<i32>(at, 8);
  const said = floats(byBucket, bucket) + doubles(byWho, who) + floats(marks, load<i32>(at, 12)) + floats(clothing, load<i32>(at, 16));
  if (said < lacking && (ints(isTold, place >> 5) & mark) == 0) return count;
  store<i32>(bits, known | mark);
  store<i32>(met + (<usize>place << 2), told | bit);
  const to = <usize>count << 2;
  store<i32>(touchedBuckets + to, bucket);
  store<i32>(touchedWhos + to, who);
  store<f64>(besides + (to << 1), said - doubles(againstRoles, who >> birthBits));
  store<i32>(touched + to, place);
  return count + 1;
}

/** The first entry of so many bytes between two addresses whose place is `from` or after it. */
function firstAt(begin: usize, end: usize, width: usize, from: i32): usize {
  let low: usize = 0;
  let high = (end - begin) / width;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<i32>(begin + middle * width) < from) low = middle + 1;
    else high = middle;
  }
  return begin + low * width;
}

/** Adds what one word says to the places of all words that it may stand for, the most telling first; returns how many places are touched. */
export function touchLists(words: usize, told: usize, length: i32, from: i32, bit: i32, left: i32, least: f64, count: i32): i32 {
  for (let i = 0; i < length; i++) {
    const word = ints(words, i);
    let at = places + <usize>ints(starts, word) * ASKED;
    const end = places + <usize>ints(starts, word + 1) * ASKED;
    if (from > 0) {
      // The end of a list is looked at only where it can spare the list.
      if (load<i32>(end - ASKED) < from) continue;
      at = firstAt(at, end, ASKED, from);
    }
    const most = ints(told, i);
    const lacking = least - saidIn(most + left);
    for (; at < end; at += ASKED) count = touch(at, most, bit, lacking, count);
  }
  return count;
}

/** The same of a word whose places are gathered from one address up to another. */
export function touchGathered(begin: usize, end: usize, from: i32, bit: i32, left: i32, least: f64, count: i32): i32 {
  for (let at = from > 0 ? firstAt(begin, end, GATHERED, from) : begin; at < end; at += GATHERED) {
    const most = load<i32>(at, ASKED);
    count = touch(at, most, bit, least - saidIn(most + left), count);
  }
  return count;
}

/**
 * Gathers the places of all words that one may stand for, ascending, each once with the most that these say (the most telling
 * words come first), from an address on; returns where they end.
 */
export function gather(words: usize, told: usize, length: i32, out: usize): usize {
  let first = i32.MAX_VALUE;
  let last = -1;
  for (let i = 0; i < length; i++) {
    const word = ints(words, i);
    const end = places + <usize>ints(starts, word + 1) * ASKED;
    for (let at = places + <usize>ints(starts, word) * ASKED; at < end; at += ASKED) {
      const place = load<i32>(at);
      const group = place >> 5;
      const bits = isGathered + (<usize>group << 2);
      const known = load<i32>(bits);
      if ((known & (1 << (place & 31))) != 0) continue;
      store<i32>(bits, known | (1 << (place & 31)));
      store<i32>(gatheredAt + (<usize>place << 2), <i32>at);
      store<i32>(gatheredTold + (<usize>place << 2), ints(told, i));
      first = min(first, group);
      last = max(last, group);
    }
  }
  for (let group = first; group <= last; group++) {
    let known = ints(isGathered, group);
    store<i32>(isGathered + (<usize>group << 2), 0);
    for (; known != 0; known &= known - 1) {
      const place = (group << 5) | ctz(known);
      memory.copy(out, <usize>ints(gatheredAt, place), ASKED);
      store<i32>(out, ints(gatheredTold, place), ASKED);
      out += GATHERED;
    }
  }
  return out;
}

/** Bits of the words asked for by role, -1 of a role that none surely has, and what says against a place where one is not met. */
@inline function against(bits: usize, disagreement: usize, roles: i32, sum: i32): f64 {
  let all: f64 = 0;
  for (let role = 0; role < 3; role++) {
    const bit = ints(bits, role);
    if (bit != -1 && (roles & (1 << role)) != 0 && (sum & bit) == 0) all += doubles(disagreement, role);
  }
  return all;
}

/** A bound for each place touched, into `reach`; returns the highest. */
export function boundTouched(count: i32, rest: f64, restOfTold: f64, isRead: i32, always: f64, readMost: f64, readLeast: f64, bits: usize, disagreement: usize): f64 {
  let high = -Infinity;
  const births = (1 << birthBits) - 1;
  for (let t = 0; t < count; t++) {
    const place = ints(touched, t);
    let bound = ((ints(isTold, place >> 5) >> (place & 31)) & 1 ? restOfTold : rest) + doubles(besides, t);
    if (isRead) {
      // What was read of birth and sex stands in what is said besides.
      const who = ints(touchedWhos, t);
      const sum = ints(met, place);
      const ofRead = floats(read, who & births) + doubles(readSex, <i32>load<u8>(sexes + ints(touchedBuckets, t)));
      const said = saidIn(sum) + against(bits, disagreement, who >> birthBits, sum) + always + ofRead;
      bound += readMost + max<f64>(said, readLeast) - ofRead;
    }
    store<f32>(reach + (<usize>t << 2), <f32>bound);
    if (bound > high) high = bound;
  }
  return high;
}

/** The most that sex, place and week say for each bucket, into `body`, and that with what was read of the sex, into `byBucket`; returns the highest. */
export function boundBuckets(count: i32): f64 {
  let top = -Infinity;
  for (let bucket = 0; bucket < count; bucket++) {
    const sex = <i32>load<u8>(sexes + bucket);
    const bound = doubles(bySex, sex) + floats(placeWeights, ints(bucketPlaces, bucket)) + floats(weekWeights, ints(bucketWeeks, bucket));
    store<f32>(body + (<usize>bucket << 2), <f32>bound);
    store<f32>(byBucket + (<usize>bucket << 2), <f32>(bound + doubles(readSex, sex)));
    if (bound > top) top = bound;
  }
  return top;
}

/** What a lead says: codes of who, looks, marks and clothing, two or four bytes each. */
@inline function lead<T>(beside: f64, at: usize): f64 {
  return beside + doubles(whoWeights, <i32>load<T>(at)) + doubles(looks, <i32>load<T>(at, sizeof<T>())) + floats(marks, <i32>load<T>(at, 2 * sizeof<T>())) + floats(clothing, <i32>load<T>(at, 3 * sizeof<T>()));
}

@inline function keep(at: i32, said: f64, count: i32): i32 {
  store<i32>(found + (<usize>count << 2), at);
  store<f64>(saidOfFound + (<usize>count << 3), said);
  return count + 1;
}

/** `besides`: the most that is said besides bucket and who; `things`: besides bucket and lead. */
@inline function scan<T>(first: i32, count: i32, from: f64, below: f64, whoMost: f64, besides: f64, slack: f64, things: f64, least: f64): i32 {
  let near = 0;
  let bucket = first;
  for (; bucket < count && near < ENOUGH; bucket++) {
    const bound = floats(body, bucket);
    if (bound < from || bound >= below || bound + besides + whoMost < least) continue;
    const last = ints(bucketGroups, bucket + 1);
    for (let group = ints(bucketGroups, bucket); group < last; group++) {
      if (bound + besides + doubles(groupWeights, ints(groupWhos, group)) < least) continue;
      const end = ints(groupStarts, group + 1);
      for (let at = ints(groupStarts, group); at < end; at++) {
        const said = lead<T>(slack + bound, leads + <usize>at * (4 * sizeof<T>()));
        if (said >= least - things) near = keep(at, said, near);
      }
    }
  }
  store<i32>(nextBucket, bucket);
  return near;
}

/**
 * The places, in the order of buckets, of which the lead says enough, into `found`, with what is said into `saidOfFound`; returns
 * how many. Of the buckets from `first` on those whose bound lies from `from` up to `below`; when there are enough to ask for more,
 * the rest is left, from `nextBucket` on.
 */
export function scanShort(first: i32, count: i32, from: f64, below: f64, whoMost: f64, besides: f64, slack: f64, things: f64, least: f64): i32 { return scan<u16>(first, count, from, below, whoMost, besides, slack, things, least); }
export function scanWide(first: i32, count: i32, from: f64, below: f64, whoMost: f64, besides: f64, slack: f64, things: f64, least: f64): i32 { return scan<i32>(first, count, from, below, whoMost, besides, slack, things, least); }

/** The same of holders: place, bucket, report, and the lead in four bytes a code. Kept is the number of the holder. */
export function scanHolders(holders: usize, first: i32, last: i32, slack: f64, least: f64): i32 {
  let count = 0;
  for (let holder = first; holder < last; holder++) {
    const at = holders + <usize>holder * 28;
    const said = lead<i32>(slack + floats(body, load<i32>(at, 4)), at + 12);
    if (said >= least) count = keep(holder, said, count);
  }
  return count;
}
