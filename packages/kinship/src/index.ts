export { KinshipError } from './kinship-error.ts';
export {
  defaultPolicies,
  type Individual,
  type Marker,
  type MutationBySex,
  type MutationModel,
  type Note,
  type Observation,
  type Pedigree,
  type Policies,
  type Profile,
  type Profiles,
  type Settings,
  type Sex,
} from './types.ts';
export type { DroppedReason, MarkerScore, MarkerTable, PreparedPerson, RemainsScore } from './missing-person/types.ts';
export type { CaseAnswer, CaseLikelihoods, CaseLr, CaseNumber, CasePedigree, ExclusionPower, KinshipCase, MutationCase } from './case/types.ts';
export { likelihoodRatio, lnLikelihood, type LikelihoodInput, type MarkerLikelihood, type MarkerRatio } from './likelihood.ts';
export { secondLnLikelihood, type GroupLikelihood, type SecondLikelihoodInput } from './inheritance/second-likelihood.ts';
export { prepareMissingPerson, type MissingPersonInput } from './missing-person/prepare.ts';
export { scoreMatrix, scoreRemains } from './missing-person/score.ts';
export { scoreAlternatives, withFullSibling, type AlternativePosition, type AlternativeScore } from './missing-person/alternatives.ts';
export { exportCase, type ExportInput } from './missing-person/export-case.ts';
export { directComparison, type DirectComparison, type DirectMarker } from './direct-comparison.ts';
export { answerCase } from './case/answer-case.ts';
export { exclusionPower } from './case/exclusion-power.ts';
export { matrixProperties, mutationMatrix, type MatrixProperties } from './mutation/mutation-matrix.ts';
export { posterior, priorFromCount, type Posterior } from './posterior.ts';
export { simulateFamily, type SimulateInput } from './simulate.ts';
export { markersFrom, parseFrequencyTable, shippedFrequencyTables, type FrequencyTable } from './frequencies/frequency-table.ts';
export { canonicalMarkerName, kitMarkers } from './frequencies/marker-names.ts';
export { mutationRates, stepwiseMutation, type LocusMutationRates } from './frequencies/mutation-rates.ts';
