import type { Asymmetry } from './match-pairs.ts';

const asymmetrySource =
  'estimates of the project after the published order of asymmetry in adults (Auerbach and Ruff 2006, J Hum Evol 50:203: arm bones longer on the right by about 1 %, leg bones slightly longer on the left, breadths more variable; recalled, its tables were not read). Replace by the figures of a reference collection of the population concerned';
const sizeSource = 'rounded spread of adults of both sexes together, estimated; to be replaced by a reference collection of the population concerned';

const bone = (measurement: string, meanMm: number, sdMm: number, betweenSdMm: number): Asymmetry => ({ measurements: [measurement], meanMm, sdMm, people: 30, betweenSdMm, source: `${asymmetrySource}; ${sizeSource}`, verified: false });

/** Left minus right within one person, and spread of the measurement among adults, by element and measurement; millimetres. */
export const asymmetries: Readonly<Record<string, readonly Asymmetry[]>> = {
  humerus: [bone('maximum_length', -2.8, 3.2, 22), bone('head_diameter', -0.3, 0.8, 3.8), bone('epicondylar_breadth', -0.4, 1.2, 5)],
  radius: [bone('maximum_length', -2, 2.4, 19), bone('head_diameter', -0.1, 0.6, 2.2)],
  ulna: [bone('maximum_length', -2, 2.5, 20)],
  femur: [bone('maximum_length', 0.8, 2.9, 29), bone('head_diameter', 0, 0.6, 3.8), bone('epicondylar_breadth', 0, 1, 6)],
  tibia: [bone('maximum_length', -0.3, 2.8, 27), bone('proximal_breadth', 0, 1, 6)],
  os_coxae: [bone('height', 0, 2, 12), bone('acetabulum_diameter', 0, 0.8, 3.8)],
};

/** Two bones that meet in a joint, and how their sizes go together in one person. */
export interface Joint {
  readonly elements: readonly [string, string];
  /** How well an examiner tells by the fit whether two bones met. */
  readonly tells: 'well' | 'fairly' | 'little';
  /** The first measurement less the second: mean and spread in one person, spread between two people; null where no sizes go together. */
  readonly size: { readonly measurements: readonly [string, string]; readonly meanMm: number; readonly sdMm: number; readonly people: number; readonly betweenSdMm: number } | null;
}

export const jointSource =
  'which joints tell well after Adams and Byrd 2006 (J Forensic Sci 51:1199; recalled: vertebrae next to each other and sacroiliac joint well, hip, elbow and ankle fairly, shoulder little); sizes are estimates of the project';
export const jointsVerified = false;

export const joints: readonly Joint[] = [
  { elements: ['os_coxae', 'femur'], tells: 'fairly', size: { measurements: ['acetabulum_diameter', 'head_diameter'], meanMm: 7, sdMm: 1.6, people: 30, betweenSdMm: 5.2 } },
  { elements: ['sacrum', 'os_coxae'], tells: 'well', size: null },
  { elements: ['lumbar_vertebra', 'sacrum'], tells: 'well', size: null },
  { elements: ['cervical_vertebra', 'cranium'], tells: 'well', size: null },
  { elements: ['mandible', 'cranium'], tells: 'well', size: null },
  { elements: ['femur', 'tibia'], tells: 'fairly', size: { measurements: ['epicondylar_breadth', 'proximal_breadth'], meanMm: 7, sdMm: 2, people: 30, betweenSdMm: 8.2 } },
  { elements: ['humerus', 'ulna'], tells: 'fairly', size: null },
  { elements: ['radius', 'ulna'], tells: 'fairly', size: null },
  { elements: ['tibia', 'fibula'], tells: 'fairly', size: null },
  { elements: ['scapula', 'humerus'], tells: 'little', size: null },
  { elements: ['clavicle', 'scapula'], tells: 'little', size: null },
];

/** Two bones that meet, in one word: the elements in the order of the table. */
export function jointName({ elements: [one, other] }: Joint): string {
  return `${one}-${other}`;
}

/** How an examiner graded the fit of two surfaces. */
export const fitGrades = ['fits', 'may_fit', 'hardly_fits', 'does_not_fit'] as const;
export type FitGrade = (typeof fitGrades)[number];

/**
 * Probability of each grade where two bones met in one person, and where they are of two people of one sex: estimates, no
 * published rates of grades were found. Each row sums to 1.
 */
export const fitRates: Readonly<Record<Joint['tells'], { readonly one: Readonly<Record<FitGrade, number>>; readonly two: Readonly<Record<FitGrade, number>> }>> = {
  well: { one: { fits: 0.8, may_fit: 0.15, hardly_fits: 0.03, does_not_fit: 0.02 }, two: { fits: 0.03, may_fit: 0.17, hardly_fits: 0.3, does_not_fit: 0.5 } },
  fairly: { one: { fits: 0.65, may_fit: 0.25, hardly_fits: 0.07, does_not_fit: 0.03 }, two: { fits: 0.12, may_fit: 0.28, hardly_fits: 0.3, does_not_fit: 0.3 } },
  little: { one: { fits: 0.5, may_fit: 0.35, hardly_fits: 0.1, does_not_fit: 0.05 }, two: { fits: 0.3, may_fit: 0.4, hardly_fits: 0.18, does_not_fit: 0.12 } },
};
