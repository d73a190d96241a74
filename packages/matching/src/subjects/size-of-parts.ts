import type { Subject } from '@imena/record';
import { fitGrades, jointName, joints } from '../reassociation/size-tables.ts';
import type { Side } from '../reassociation/types.ts';
import { extremeOf, weighFit, weighParts, type MeasuredSpecimen, type PartsReason } from '../reassociation/weigh-parts.ts';
import { bonesOf, isSide } from './bones-of.ts';

/** What two bones of two bags, measured or laid together, say of the bags. */
export interface SizeReason extends PartsReason {
  readonly a: { readonly element: string; readonly side: Side };
  readonly b: { readonly element: string; readonly side: Side };
}

/** The measured bones of a bag and the joints that were tried with other bags. */
export interface SizedBag {
  readonly measured: readonly MeasuredSpecimen[];
  readonly fits: readonly { readonly with: string; readonly reason: SizeReason }[];
}

/** A bag is read once; bones without a measurement say nothing here. */
export function sizedBag(bag: Subject): SizedBag {
  return {
    measured: (bonesOf(bag) ?? []).filter(({ mm }) => Object.keys(mm).length > 0),
    fits: (bag.lists['jointsCompared'] ?? []).flatMap(({ value }) => {
      const joint = joints.find((one) => jointName(one) === value['joint']);
      const grade = fitGrades.find((one) => one === value['grade']);
      const side = isSide(value['side']) ? value['side'] : 'midline';
      const [one, other] = joint?.elements ?? [];
      if (joint === undefined || grade === undefined || one === undefined || other === undefined || typeof value['with'] !== 'string') return [];
      return [{ with: value['with'], reason: { ...weighFit(joint, grade), a: { element: one, side }, b: { element: other, side } } }];
    }),
  };
}

/** All that sizes and tried joints say of two bags, the most telling first; and together, as one size counts once. */
export function sizesBetween(a: { readonly id: string } & SizedBag, b: { readonly id: string } & SizedBag): { readonly log10Lr: number; readonly reasons: readonly SizeReason[] } {
  const sizes = a.measured.flatMap((one) => b.measured.flatMap((other) => weighParts(one, other).reasons.map((reason): SizeReason => ({ ...reason, a: placeOf(one), b: placeOf(other) }))));
  const fits = [...a.fits.filter((fit) => fit.with === b.id), ...b.fits.filter((fit) => fit.with === a.id)].map(({ reason }) => reason);
  const reasons = [...fits, ...sizes].sort((x, y) => Math.abs(y.log10Lr) - Math.abs(x.log10Lr));
  return { log10Lr: extremeOf(reasons), reasons };
}

const placeOf = ({ element, side }: MeasuredSpecimen): SizeReason['a'] => ({ element, side });
