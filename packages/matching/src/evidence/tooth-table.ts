import type { ToothReplacement, ToothState } from './tooth-chart.ts';

/** Kinds of teeth by place in the quadrant, as shares of restorations go: incisors, canines, premolars, molars, wisdom teeth. */
export type ToothGroup = 'incisor' | 'canine' | 'premolar' | 'molar' | 'wisdom';

/** Shares of unrestored, filled, crowned, gone. */
export type StateShares = readonly [unrestored: number, filled: number, crowned: number, gone: number];

/** One kind of mouth with its share of the population: teeth of one mouth go together. */
export interface MouthClass {
  readonly name: string;
  readonly share: number;
  readonly states: Readonly<Record<ToothGroup, StateShares>>;
}

/**
 * How often teeth are restored or gone, in five kinds of mouths; teeth are taken as independent inside a kind only.
 * That molars are restored first and lower incisors last, and that few mouths hold most of the losses, is general dental
 * knowledge; the numbers are not measured.
 */
export const toothTable: { readonly source: string; readonly verified: boolean; readonly classes: readonly MouthClass[] } = {
  source: 'judgement of the authors for adults of Ukraine; to be replaced by counts on ante-mortem charts of the region',
  verified: false,
  classes: [
    { name: 'intact', share: 0.1, states: { incisor: [0.985, 0.012, 0.001, 0.002], canine: [0.99, 0.008, 0.001, 0.001], premolar: [0.965, 0.028, 0.002, 0.005], molar: [0.92, 0.07, 0.003, 0.007], wisdom: [0.6, 0.04, 0.002, 0.358] } },
    { name: 'good', share: 0.25, states: { incisor: [0.97, 0.02, 0.005, 0.005], canine: [0.98, 0.013, 0.004, 0.003], premolar: [0.88, 0.09, 0.01, 0.02], molar: [0.66, 0.27, 0.02, 0.05], wisdom: [0.5, 0.08, 0.01, 0.41] } },
    { name: 'middling', share: 0.4, states: { incisor: [0.85, 0.09, 0.03, 0.03], canine: [0.91, 0.05, 0.025, 0.015], premolar: [0.62, 0.22, 0.06, 0.1], molar: [0.3, 0.4, 0.1, 0.2], wisdom: [0.35, 0.12, 0.02, 0.51] } },
    { name: 'toothless', share: 0.06, states: { incisor: [0.01, 0.005, 0.005, 0.98], canine: [0.02, 0.005, 0.005, 0.97], premolar: [0.005, 0.003, 0.002, 0.99], molar: [0.003, 0.001, 0.001, 0.995], wisdom: [0.005, 0.001, 0.001, 0.993] } },
    { name: 'poor', share: 0.19, states: { incisor: [0.45, 0.12, 0.13, 0.3], canine: [0.6, 0.1, 0.12, 0.18], premolar: [0.25, 0.12, 0.13, 0.5], molar: [0.1, 0.12, 0.13, 0.65], wisdom: [0.15, 0.05, 0.03, 0.77] } },
  ],
};

/** Where a tooth that is treated goes next, by what it was. */
export const laterTreatment: Readonly<Record<ToothState, StateShares>> = {
  unrestored: [0, 0.6, 0.1, 0.3], filled: [0, 0, 0.4, 0.6], crowned: [0, 0, 0, 1], gone: [0, 0, 0, 1],
};

/**
 * What two fillings or crowns of one tooth say of surfaces and material, this person against another: P(relation | same) /
 * P(relation | other). Surfaces grow with treatment (MO, later MOD) and do not shrink; amalgam is renewed with tooth-coloured
 * material, hardly ever the other way; two dentists name surfaces differently in about one of ten fillings. Judgement, unverified.
 */
export const restorationDetail = {
  surfaces: { same: [0.73, 0.25], larger: [0.15, 0.2], smaller: [0.07, 0.2], other: [0.05, 0.35] },
  material: { same: [0.85, 0.5], renewed: [0.1, 0.2], other: [0.05, 0.3] },
} as const;

/**
 * What stands where teeth are gone, in three ways of treating gaps (left open, bridge or denture, implants), and how often
 * it is still there at death: a denture is lost with the body, an implant is not. Judgement, unverified.
 */
export const gapTable: { readonly habits: readonly { readonly name: string; readonly share: number; readonly stands: Readonly<Record<ToothReplacement, number>> }[]; readonly kept: Readonly<Record<ToothReplacement, number>> } = {
  habits: [
    { name: 'left open', share: 0.62, stands: { bare: 0.97, implant: 0.001, replaced: 0.009, root: 0.02 } },
    { name: 'replaced', share: 0.3, stands: { bare: 0.03, implant: 0.005, replaced: 0.95, root: 0.015 } },
    { name: 'implants', share: 0.08, stands: { bare: 0.3, implant: 0.5, replaced: 0.17, root: 0.03 } },
  ],
  kept: { bare: 0.5, implant: 0.85, replaced: 0.4, root: 0.4 },
};

/** The group of an FDI number. */
export function groupOf(tooth: number): ToothGroup {
  const place = tooth % 10;
  return place <= 2 ? 'incisor' : place === 3 ? 'canine' : place <= 5 ? 'premolar' : place <= 7 ? 'molar' : 'wisdom';
}
