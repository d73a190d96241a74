import type { RunParameters } from './dna-api.ts';

export type RunFormFault = 'theta' | 'minLog10Lr' | 'expectedMissing' | 'minimumFrequency' | 'minMarkers' | 'frequencyTable';

/** Which fields cannot be taken as they are; the server applies the same limits. */
export function runFormFaults(form: Partial<RunParameters>): RunFormFault[] {
  const within = (value: number | undefined, low: number, high: number): boolean => value !== undefined && value >= low && value <= high;
  const whole = (value: number | undefined): boolean => value !== undefined && Number.isInteger(value);
  const faults: [RunFormFault, boolean][] = [
    ['frequencyTable', (form.frequencyTable ?? '') !== ''],
    ['theta', within(form.theta, 0, 0.2)],
    ['minLog10Lr', within(form.minLog10Lr, 0, 30)],
    ['expectedMissing', whole(form.expectedMissing) && within(form.expectedMissing, 2, 10_000_000)],
    ['minimumFrequency', within(form.minimumFrequency, Number.MIN_VALUE, 0.1)],
    ['minMarkers', whole(form.minMarkers) && within(form.minMarkers, 1, 100)],
  ];
  return faults.filter(([, right]) => !right).map(([name]) => name);
}
