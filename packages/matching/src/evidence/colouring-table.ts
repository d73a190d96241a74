/**
 * Shares of hair and eye colours among adults, which go together how, and which are taken for each other. Order of `hair`
 * and rows: black, brown, fair, red, grey, white, bald; of `eyes` and columns: blue, grey, green, hazel, brown.
 */
export interface ColouringTable {
  readonly source: string;
  readonly verified: boolean;
  readonly hair: readonly number[];
  readonly eyes: readonly number[];
  /** P(hair and eyes) / (P(hair) P(eyes)). */
  readonly association: readonly (readonly number[])[];
  /** Shares of a true colour seen or said as a neighbouring one, beside errors of any kind. */
  readonly hairConfusions: readonly (readonly [truth: string, seen: string, share: number])[];
  readonly eyeConfusions: readonly (readonly [truth: string, seen: string, share: number])[];
}

export const colouringTable: ColouringTable = {
  source: 'judgement of the authors for adults of eastern Ukraine; that fair hair goes with blue eyes is general knowledge; to be replaced by counts of the installation, which are mixed in',
  verified: false,
  hair: [0.08, 0.4, 0.27, 0.02, 0.15, 0.06, 0.02],
  eyes: [0.31, 0.23, 0.14, 0.13, 0.19],
  association: [
    [0.5, 0.65, 0.7, 1.5, 2.1],
    [0.9, 0.95, 1.05, 1.15, 1.1],
    [1.35, 1.2, 1.05, 0.6, 0.4],
    [1.1, 0.9, 1.7, 0.8, 0.6],
    [1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1],
  ],
  hairConfusions: [
    ['black', 'brown', 0.12], ['brown', 'black', 0.06], ['brown', 'fair', 0.08], ['brown', 'red', 0.03], ['fair', 'brown', 0.15], ['red', 'brown', 0.1], ['red', 'fair', 0.05],
    ['grey', 'white', 0.12], ['grey', 'brown', 0.05], ['grey', 'fair', 0.06], ['white', 'grey', 0.2], ['white', 'fair', 0.05], ['brown', 'grey', 0.05], ['black', 'grey', 0.05], ['fair', 'grey', 0.05], ['bald', 'grey', 0.15],
  ],
  eyeConfusions: [
    ['blue', 'grey', 0.15], ['grey', 'blue', 0.18], ['grey', 'green', 0.08], ['green', 'grey', 0.08], ['green', 'hazel', 0.12], ['hazel', 'green', 0.1], ['hazel', 'brown', 0.15], ['brown', 'hazel', 0.08],
  ],
};
