import type { NumberPhrase } from './read-number.ts';
import type { Bound } from './types.ts';

/** A figure while it is read: its words grow to both sides of the number. */
export interface Found extends Omit<NumberPhrase, 'value'> {
  value: number | null;
  start: number;
  end: number;
  bound: Bound;
  value2: number | null;
  unit: string;
  isLabel: boolean;
  isSuperseded: boolean;
}
