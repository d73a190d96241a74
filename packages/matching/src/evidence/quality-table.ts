/** What a description adds to the thing it names. Each axis is weighed by itself, and silence on it says nothing. */
export const qualityAxes = ['colour', 'pattern', 'material', 'style', 'place', 'side', 'motif', 'detail'] as const;
export type QualityAxis = (typeof qualityAxes)[number];

/** How one axis is named: shares among things of which it is said, and how often two people name it differently for one thing. */
export interface AxisTable {
  /** Concepts of the axis with their shares; other words have `otherShare`. */
  readonly shares: Readonly<Record<string, number>>;
  readonly otherShare: number;
  /** Pairs that are taken for each other: a black jacket for a dark blue one, a forearm for an arm. */
  readonly near: readonly (readonly string[])[];
  /** Share of one thing’s namings that are near the other’s, and that have nothing to do with it, where `namedOtherwise` is as documented. */
  readonly namedNear: number;
  readonly namedOtherwise: number;
}

/**
 * Shares and errors of what is said beside the thing. Shares are mixed with the counts of the lists as `imagined` people.
 * No study of garments or marks named twice was at hand.
 */
export const qualityTable: { readonly source: string; readonly verified: boolean; readonly imagined: number; readonly axes: Readonly<Record<QualityAxis, AxisTable>> } = {
  source: 'judgement of the authors: colours of clothes are told apart badly after months in the ground and from memory, sides are mixed up in about one of twenty descriptions; to be replaced by the installation’s own figures',
  verified: false,
  imagined: 20,
  axes: {
    colour: {
      shares: { black: 0.33, blue: 0.2, grey: 0.15, green: 0.1, brown: 0.08, white: 0.06, red: 0.05, yellow: 0.02, purple: 0.01 }, otherShare: 0.01,
      near: [['black', 'blue', 'grey'], ['black', 'brown'], ['grey', 'white'], ['grey', 'brown'], ['grey', 'green'], ['brown', 'green'], ['brown', 'red'], ['brown', 'yellow'], ['white', 'yellow'], ['green', 'blue'], ['red', 'purple'], ['blue', 'purple']],
      namedNear: 0.12, namedOtherwise: 0.05,
    },
    pattern: { shares: { checked: 0.33, striped: 0.29, camouflage: 0.33, embroidered: 0.05 }, otherShare: 0.05, near: [['checked', 'striped']], namedNear: 0.1, namedOtherwise: 0.05 },
    material: { shares: { leather: 0.25, knitted: 0.2, gold: 0.2, silver: 0.1, metal: 0.25 }, otherShare: 0.05, near: [['gold', 'metal'], ['silver', 'metal']], namedNear: 0.15, namedOtherwise: 0.05 },
    style: { shares: { sports: 0.3, denim: 0.3, home: 0.1, warm: 0.2 }, otherShare: 0.05, near: [['home', 'sports']], namedNear: 0.1, namedOtherwise: 0.1 },
    place: {
      shares: { forearm: 0.15, arm: 0.12, hand: 0.07, wrist: 0.04, finger: 0.03, abdomen: 0.08, chest: 0.09, back: 0.05, face: 0.06, head: 0.05, neck: 0.03, leg: 0.07, thigh: 0.03, knee: 0.03, hip: 0.02, ear: 0.02, clavicle: 0.01, rib: 0.02, skull: 0.01, toe: 0.01, heart: 0.01 }, otherShare: 0.02,
      near: [['arm', 'forearm'], ['forearm', 'wrist', 'hand'], ['arm', 'hand'], ['hand', 'finger'], ['leg', 'thigh', 'knee'], ['leg', 'toe'], ['thigh', 'hip'], ['head', 'face', 'skull', 'ear'], ['neck', 'head'], ['neck', 'chest'], ['chest', 'rib', 'clavicle'], ['clavicle', 'arm'], ['back', 'rib'], ['abdomen', 'chest'], ['abdomen', 'hip']],
      namedNear: 0.2, namedOtherwise: 0.03,
    },
    side: { shares: { left: 0.5, right: 0.5 }, otherShare: 0.5, near: [], namedNear: 0, namedOtherwise: 0.1 },
    motif: { shares: { anchor: 0.08, star: 0.08, trident: 0.12, inscription: 0.2, eagle: 0.06, snake: 0.06, wolf: 0.06, rose: 0.08 }, otherShare: 0.04, near: [], namedNear: 0, namedOtherwise: 0.05 },
    // Words that the lexicon does not hold: two of them are often one thing in two languages.
    detail: { shares: { front: 0.25, middle: 0.08, old: 0.15, surgical: 0.2, samsung: 0.1, nokia: 0.03, xiaomi: 0.06, iphone: 0.03, adidas: 0.06, nike: 0.02, puma: 0.02 }, otherShare: 0.12, near: [], namedNear: 0, namedOtherwise: 0.6 },
  },
};

/** Where a thing is nearly always worn or stands: saying so adds nothing. Shares among things of that name, as of the table. */
export const usualQualities: Readonly<Record<string, Readonly<Partial<Record<QualityAxis, Readonly<Record<string, number>>>>>>> = {
  piercing: { place: { ear: 0.9 } }, earring: { place: { ear: 0.95 } }, ring: { place: { finger: 0.8, hand: 0.2 } }, watch: { place: { hand: 0.5, wrist: 0.5 } }, bracelet: { place: { hand: 0.5, wrist: 0.5 } },
  cross: { place: { neck: 0.8, chest: 0.2 } }, necklace: { place: { neck: 0.95 } }, pacemaker: { place: { heart: 0.5, chest: 0.3, clavicle: 0.2 } }, stent: { place: { heart: 0.9 } }, slippers: { style: { home: 0.7 } }, 'dressing-gown': { style: { home: 0.8 } }, hat: { material: { knitted: 0.8 } }, sweater: { material: { knitted: 0.9 } },
};

/** The axis that a concept of the lexicon belongs to; every other concept names a thing. */
export const axisOfConcept: ReadonlyMap<string, QualityAxis> = new Map(
  qualityAxes.flatMap((axis) => Object.keys(qualityTable.axes[axis].shares).map((concept): [string, QualityAxis] => [concept, axis])),
);

/** Where several things are named, the first of these is the thing and the others tell of it: `a surgical scar`, `a cross on a chain`. */
export const leadingThings: readonly string[] = ['tattoo', 'scar', 'suture', 'burn', 'mole', 'bruise', 'plate', 'screw', 'fracture', 'piercing', 'pacemaker', 'stent', 'earring', 'crown', 'cross', 'watch', 'ring', 'bracelet', 'necklace', 'icon', 'wallet', 'passport', 'licence', 'telephone', 'keys'];

/** Things that are another thing at another place of the body: a missing finger is no missing leg. */
export const thingsByPlace: ReadonlySet<string> = new Set(['absent', 'prosthesis', 'phalanx']);

/**
 * Shares of people with a mark, mixed with the counts of the lists as `imagined` people: what is seldom written is not
 * seldom worn. Crowns, missing teeth and pierced ears are common, whether anybody wrote them down or not.
 */
export const commonMarks: { readonly source: string; readonly verified: boolean; readonly imagined: number; readonly shares: Readonly<Record<string, number>> } = {
  source: 'judgement of the authors for adults of Ukraine; to be replaced by counts of an institution’s own examinations', verified: false, imagined: 20,
  shares: { scar: 0.25, suture: 0.1, tattoo: 0.12, piercing: 0.2, mole: 0.1, fracture: 0.1, crown: 0.25, 'absent tooth': 0.4, 'prosthesis tooth': 0.12, surgical: 0.15, plate: 0.02, screw: 0.01, 'hip prosthesis': 0.01, pacemaker: 0.01, stent: 0.02, burn: 0.03, bruise: 0.05 },
};
