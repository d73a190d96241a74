import { statedOn, type Recorder } from '../recorder.ts';
import type { RemainsRecord } from './add-remains.ts';
import { inBoth } from './in-both.ts';

interface Bone {
  readonly element: string;
  readonly side: 'left' | 'right' | 'midline';
  readonly zones: readonly number[];
  readonly note?: string;
}

const zones = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const whole = (element: string, side: Bone['side'], last: number): Bone => ({ element, side, zones: zones(1, last) });

/** A left lower limb from the middle of the thigh downwards. */
const limb: readonly Bone[] = [{ element: 'femur', side: 'left', zones: zones(6, 11) }, whole('patella', 'left', 1), whole('tibia', 'left', 10), whole('fibula', 'left', 6)];
/** The body that lacks it. */
const rest: readonly Bone[] = [
  whole('cranium', 'midline', 23), whole('mandible', 'midline', 14), whole('os_coxae', 'left', 12), whole('os_coxae', 'right', 12), whole('humerus', 'left', 11), whole('humerus', 'right', 11),
  { element: 'femur', side: 'left', zones: zones(1, 5) }, whole('femur', 'right', 11), whole('tibia', 'right', 10), whole('fibula', 'right', 6), whole('patella', 'right', 1),
];
/** A bone too many: somebody else's lies in the same bag. */
const strange: Bone = { element: 'patella', side: 'right', zones: [1], note: inBoth('друга права', 'a second right one') };

/**
 * Lists the bones of every limb that was found alone and of the body it may belong to, and of one more bag that holds a
 * bone of a second person; all invented.
 */
export function addInventories(recorder: Recorder, { izium, remains }: { izium: string; remains: readonly RemainsRecord[] }): void {
  const list = (record: RemainsRecord, bones: readonly Bone[]): void => {
    recorder.addSynthetic(izium, record.id, { type: 'remains.inventoried', basis: 'measured', when: statedOn('2022-10-20'), bones });
  };
  const limbs = remains.filter(({ plan }) => plan.completeness === 'body_part');
  for (const part of limbs) {
    list(part, limb);
    const body = remains.find(({ plan }) => plan.individual === part.plan.individual && plan.completeness !== 'body_part');
    if (body !== undefined) list(body, rest);
  }
  const mixed = remains.find(({ plan }) => plan.completeness === 'partial' && !limbs.some((part) => part.plan.individual === plan.individual));
  if (mixed !== undefined) list(mixed, [...rest, strange]);
}
