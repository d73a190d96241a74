import { expect, test } from 'vitest';
import { markerWeight } from '../evidence/marker.ts';
import { openMarkerBound } from './marker-tables.ts';

test('what a marker says at the most is never below its weight, and in a long list hardly above', () => {
  for (const [misplaced, ofListed, listed] of [[0.03, 0.5, 100_000], [0.2, 1, 3], [0.01, 0.5, 1], [0, 0.5, 1000]] as const) {
    const model = { misplaced, ofListed, listed };
    for (const concordance of [0.001, 0.3, 1, 4]) {
      const bound = openMarkerBound({ concordance, model });
      for (let agreement = -20; agreement < 15; agreement += 0.0371) {
        const above = bound(agreement) - markerWeight(agreement, concordance, model);
        expect(above).toBeGreaterThanOrEqual(-1e-9);
        if (listed === 100_000 && agreement < 1) expect(above).toBeLessThan(0.01);
      }
    }
  }
});
