/** A number of a model with where it comes from; what is not verified is a default to be replaced by the installation's own. */
export interface Parameter {
  readonly value: number;
  readonly source: string;
  readonly verified: boolean;
}

const judgement = 'judgement of the authors; to be replaced by the installation’s own figures';

/**
 * Error rates and spreads of all evidence models. Population frequencies are not here: they are counted on the lists
 * that are compared. Shares are 0..1, spreads in the unit of their name.
 */
export const evidenceParameters = {
  sexEstimateError: { value: 0.05, source: 'Klales 2012: 94.5 % right in cross-validation, 86.2 % on a new sample; Phenice 1969 about 96 % where the traits are clear', verified: true },
  sexDoubtError: { value: 0.25, source: `an estimate of sex that the examiner calls doubtful is wrong; ${judgement}`, verified: false },
  sexReportError: { value: 0.005, source: judgement, verified: false },
  markerMisplaced: { value: 0.03, source: `share of markers, papers and list lines that stand with another body; ${judgement}`, verified: false },
  markerOfListed: { value: 0.5, source: `share of misplaced markers that read somebody of the list of the missing; ${judgement}`, verified: false },
  nameSexError: { value: 0.03, source: `what given name, patronymic or ending of a name that was read tells of sex is not the sex of its bearer; ${judgement}`, verified: false },
  ageIntervalCoverage: { value: 0.9, source: `share of true ages inside the examiner’s interval; Suchey-Brooks 95 % ranges hold less in other populations; ${judgement}`, verified: false },
  ageIntervalSpread: { value: 1, source: `the examiner’s intervals as wide as stated: the spread of true ages over that of a normal curve with 90 % inside; learned from the lists; ${judgement}`, verified: false },
  ageOldShortfallYears: { value: 0.5, source: `for each ten years beyond fifty, years by which bodies are estimated too young (estimates of the old are drawn to the middle, recalled); learned from the lists; ${judgement}`, verified: false },
  birthYearReportError: { value: 0.06, source: judgement, verified: false },
  birthYearFoundError: { value: 0.1, source: judgement, verified: false },
  ageStatementError: { value: 0.35, source: `stated ages are rounded and guessed; ${judgement}`, verified: false },
  ageStatementSpreadYears: { value: 2.5, source: judgement, verified: false },
  birthDayError: { value: 0.1, source: judgement, verified: false },
  statureReportSdCm: { value: 3, source: 'Giles and Hutchinson 1991, Willey and Falsetti 1991: reported heights differ from measured ones by 2 to 4 cm (recalled)', verified: false },
  statureReportBiasCm: { value: 1, source: 'as above: people are reported taller than measured (recalled)', verified: false },
  statureGrossError: { value: 0.02, source: judgement, verified: false },
  statureGrossSpreadCm: { value: 5, source: `mean distance of a height that is grossly wrong; ${judgement}`, verified: false },
  statureDefaultSdCm: { value: 4, source: 'Trotter and Gleser 1952, 1958: standard errors of long-bone formulas 3 to 5 cm', verified: true },
  deathDelayDays: { value: 21, source: `mean of the days from last seen to death; ${judgement}`, verified: false },
  deathLongDelayDays: { value: 120, source: `mean of the longer of two exponentials; ${judgement}`, verified: false },
  deathLongDelayShare: { value: 0.2, source: judgement, verified: false },
  deathGrossError: { value: 0.05, source: `last seen or death misdated; ${judgement}`, verified: false },
  deathMisdatedDays: { value: 7, source: `spread of a date given from memory; ${judgement}`, verified: false },
  placeSame: { value: 0.6, source: `found in the place where last seen; learned from the lists; ${judgement}`, verified: false },
  militaryReportError: { value: 0.03, source: judgement, verified: false },
  militaryFoundError: { value: 0.1, source: `uniform is worn by civilians and taken from soldiers; ${judgement}`, verified: false },
  marksFound: { value: 0.6, source: `a mark that was reported is seen on examined remains; learned from the lists; ${judgement}`, verified: false },
  clothingFound: { value: 0.4, source: `a reported piece of clothing is still worn; learned from the lists; ${judgement}`, verified: false },
  placeSameReported: { value: 0.8, source: `two informants name one place for one person; learned from the lists; ${judgement}`, verified: false },
  marksReportedAgain: { value: 0.5, source: `a second informant names a mark that the first named; learned from the lists; ${judgement}`, verified: false },
  clothingReportedAgain: { value: 0.3, source: `the same of clothing; learned from the lists; ${judgement}`, verified: false },
  lastSeenSpreadDays: { value: 7, source: `two informants’ dates of one last seen; ${judgement}`, verified: false },
  lastSeenGrossError: { value: 0.1, source: judgement, verified: false },
  relativesReported: { value: 0.5, source: `reports of relatives of one household on the list, for each report; ${judgement}`, verified: false },
  relativesFound: { value: 0.15, source: `share, among individuals who are nobody of the list, of those of the household of somebody on it; ${judgement}`, verified: false },
  relativesOneFather: { value: 0.5, source: `relatives of one surname who have one father’s name; ${judgement}`, verified: false },
  relativesTogether: { value: 0.5, source: `relatives of one household who were last seen, and lie, where the other was; ${judgement}`, verified: false },
  relativesOneBirthday: { value: 0.025, source: `relatives of one household who share their day of birth, twins most of all: about 1 birth in 80 is of twins (recalled), so 1 person in 40 has one; ${judgement}`, verified: false },
  hairError: { value: 0.05, source: judgement, verified: false },
  eyesError: { value: 0.08, source: judgement, verified: false },
  toothChartError: { value: 0.02, source: `a tooth or surface charted wrongly, for each chart; ${judgement}`, verified: false },
  toothChartMixedUp: { value: 0.01, source: `the ante-mortem chart is another person’s or mirrored; ${judgement}`, verified: false },
  toothLostAfterDeath: { value: 0.1, source: `a tooth that was there at death is missing and its socket was not judged; ${judgement}`, verified: false },
  numberReadError: { value: 0.1, source: `a number misread or mistyped on either side; ${judgement}`, verified: false },
  numberByChance: { value: 1e-6, source: `two people are written down with one number of a kind, by copying or reuse; ${judgement}`, verified: false },
  numberOfAnother: { value: 0.1, source: `another number of the same kind with the same person: a second document or device; ${judgement}`, verified: false },
  numberMisplaced: { value: 0.03, source: `the thing was another person’s, or lay with another body; as \`markerMisplaced\`; ${judgement}`, verified: false },
  belongingsFound: { value: 0.3, source: `a reported belonging is still with the body; ${judgement}`, verified: false },
  belongingsReportedAgain: { value: 0.3, source: `a second informant names a belonging that the first named; ${judgement}`, verified: false },
  streetSame: { value: 0.3, source: `found in the street where last seen or living, the settlement being the same; ${judgement}`, verified: false },
  streetShare: { value: 0.05, source: `share of one street among those of a settlement; ${judgement}`, verified: false },
  doubtfulYearsSpread: { value: 2, source: `how far beside a year that is called uncertain or approximate the right one lies, mean of years; ${judgement}`, verified: false },
  marksOfAnother: { value: 1e-5, source: `another person has the same list of marks throughout, or it was copied; ${judgement}`, verified: false },
  clothingOfAnother: { value: 1e-3, source: `another person wears the same list of everyday clothes; ${judgement}`, verified: false },
  belongingsOfAnother: { value: 1e-3, source: `another person carries the same list of things, or this person’s; ${judgement}`, verified: false },
  namedOtherwise: { value: 0.15, source: `colour, side, place or picture of one thing is named otherwise by the other side; the errors of \`quality-table.ts\` move with it; learned from the lists; ${judgement}`, verified: false },
  markRarest: { value: 0.002, source: `least share of people with a described mark; ${judgement}`, verified: false },
  garmentRarest: { value: 0.02, source: `least share of people who wear a garment, however seldom it is written; ${judgement}`, verified: false },
  belongingRarest: { value: 0.01, source: `least share of people who carry a thing, however seldom it is written; ${judgement}`, verified: false },
  toothTreatedBetween: { value: 0.1, source: `one tooth treated or lost between the chart and death; ${judgement}`, verified: false },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof evidenceParameters;

/** The values of all parameters; kept with each run, so that it can be computed again. */
export type EvidenceSettings = Readonly<Record<ParameterName, number>>;

/** The documented priors of all parameters. */
export function defaultSettings(): EvidenceSettings {
  const names = Object.keys(evidenceParameters) as ParameterName[];
  return Object.fromEntries(names.map((name) => [name, evidenceParameters[name].value])) as EvidenceSettings;
}
