/** A set of bit masks of a fixed number of 32-bit words, numbered in order of arrival (open addressing, linear probing). */
export class StateTable {
  readonly words: number;
  count = 0;
  masks: Int32Array;
  private slots: Int32Array;

  constructor(words: number, capacity = 64) {
    this.words = words;
    let size = 64;
    while (size < capacity * 2) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
    this.masks = new Int32Array((size / 2) * words);
  }

  /** Number of a mask, -1 where it is not held. */
  find(mask: Int32Array): number {
    return this.slots[this.probe(mask)] ?? -1;
  }

  /** Number of a mask; a new one gets the next number. */
  insert(mask: Int32Array): number {
    const at = this.probe(mask);
    const known = this.slots[at] ?? -1;
    if (known >= 0) return known;
    if ((this.count + 1) * 2 > this.slots.length) {
      this.grow();
      return this.insert(mask);
    }
    this.slots[at] = this.count;
    this.masks.set(mask, this.count * this.words);
    return this.count++;
  }

  /** `insert` for masks of one word, which most problems have. */
  insertWord(mask: number): number {
    const { slots, masks } = this;
    const last = slots.length - 1;
    let at = slotOf(mask, last);
    for (let number = slots[at] ?? -1; number >= 0; number = slots[at] ?? -1) {
      if (masks[number] === mask) return number;
      at = (at + 1) & last;
    }
    if ((this.count + 1) * 2 > slots.length) {
      this.grow();
      return this.insertWord(mask);
    }
    slots[at] = this.count;
    masks[this.count] = mask;
    return this.count++;
  }

  private probe(mask: Int32Array): number {
    const last = this.slots.length - 1;
    let hash = 0;
    for (let w = 0; w < this.words; w++) hash = Math.imul(hash ^ (mask[w] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    let at = this.words === 1 ? slotOf(mask[0] ?? 0, last) : spread(hash) & last;
    for (;;) {
      const number = this.slots[at] ?? -1;
      if (number < 0) return at;
      let same = true;
      for (let w = 0; w < this.words && same; w++) same = this.masks[number * this.words + w] === mask[w];
      if (same) return at;
      at = (at + 1) & last;
    }
  }

  private grow(): void {
    const old = this.masks;
    const size = this.slots.length * 2;
    this.slots = new Int32Array(size).fill(-1);
    this.masks = new Int32Array((size / 2) * this.words);
    this.masks.set(old);
    const mask = new Int32Array(this.words);
    for (let i = 0; i < this.count; i++) {
      for (let w = 0; w < this.words; w++) mask[w] = old[i * this.words + w] ?? 0;
      this.slots[this.probe(mask)] = i;
    }
  }
}

function slotOf(mask: number, last: number): number {
  return spread(Math.imul(mask, 0x9e3779b1)) & last;
}

function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
}
