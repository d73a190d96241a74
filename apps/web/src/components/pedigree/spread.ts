/**
 * Positions nearest to the wished ones (least squares) that keep the order and stand at least `gap` apart: isotonic
 * regression by pooling adjacent violators.
 */
export function spread(wished: readonly number[], gap: number): number[] {
  const blocks: { sum: number; size: number }[] = [];
  wished.forEach((wish, place) => {
    blocks.push({ sum: wish - place * gap, size: 1 });
    for (;;) {
      const last = blocks[blocks.length - 1];
      const before = blocks[blocks.length - 2];
      if (last === undefined || before === undefined || before.sum / before.size <= last.sum / last.size) break;
      blocks.pop();
      before.sum += last.sum;
      before.size += last.size;
    }
  });
  return blocks.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size)).map((level, place) => level + place * gap);
}
