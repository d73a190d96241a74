/** Dark modules of a QR code as one SVG path: each run of a row is a rectangle. @param dark row-major, size × size, non-zero is dark */
export function qrPath(size: number, dark: ArrayLike<number | boolean>): string {
  const runs: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!dark[y * size + x]) continue;
      const from = x;
      while (x + 1 < size && dark[y * size + x + 1]) x += 1;
      runs.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
    }
  }
  return runs.join('');
}
