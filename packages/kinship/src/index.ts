export { KinshipError } from './kinship-error.ts';
export {
  defaultPolicies,
  type AppliedPolicy,
  type Inbreeding,
  type Individual,
  type LinkageGroup,
  type Marker,
  type MutationBySex,
  type MutationModel,
  type Note,
  type Observation,
  type Pedigree,
  type Policies,
  type Profile,
  type ProfileTyping,
  type Profiles,
  type Settings,
  type Sex,
  type TypingModel,
} from './types.ts';
export type { DroppedReason, LinkedScore, MarkerScore, MarkerTable, PreparedPerson, RemainsScore } from './missing-person/types.ts';
export type { CaseAnswer, CaseLikelihoods, CaseLr, CaseNumber, CasePedigree, CaseRemarks, DroppedMarker, ExclusionPower, KinshipCase, MutationCase } from './case/types.ts';
export { likelihoodRatio, lnLikelihood, type Likelihood, type LikelihoodInput, type MarkerLikelihood, type MarkerRatio } from './likelihood.ts';
export { secondLnLikelihood, type GroupLikelihood } from './inheritance/second-likelihood.ts';
export { agreementTolerance, confirmCase, type Confirmation } from './inheritance/confirm-case.ts';
export { applyPolicies } from './markers/prepare-marker.ts';
export { prepareMissingPerson, type MissingPersonInput } from './missing-person/prepare.ts';
export { withLinkage } from './missing-person/linked-score.ts';
export { scoreMatrix, scoreRemains } from './missing-person/score.ts';
export { scoreAlternatives, withFullSibling, type AlternativePosition, type AlternativeScore } from './missing-person/alternatives.ts';
export { exportCase, type ExportInput } from './missing-person/export-case.ts';
export { directComparison, type DirectComparison, type DirectInput, type DirectMarker } from './direct-comparison.ts';
export { answerCase } from './case/answer-case.ts';
export { explainCase, type CaseDetail, type HypothesisDetail, type MarkerDetail } from './case/explain-case.ts';
export { explainDvi } from './case/explain-dvi.ts';
export { exclusionPower } from './case/exclusion-power.ts';
export { linkageGroupsOf } from './linkage/linkage-groups.ts';
export { closeCm, linkedPairs, type LinkedPair } from './linkage/linked-pairs.ts';
export type { LinkedLikelihood } from './linkage/linked-likelihood.ts';
export { matrixProperties, mutationMatrix, type MatrixProperties } from './mutation/mutation-matrix.ts';
export { posterior, priorFromCount, type Posterior } from './posterior.ts';
export { simulateFamily, type SimulateInput } from './simulate.ts';
export { markersFrom, parseFrequencyTable, shippedFrequencyTables, type FrequencyTable } from './frequencies/frequency-table.ts';
export { canonicalMarkerName, kitMarkers } from './frequencies/marker-names.ts';
export { mutationRates, stepwiseMutation, type LocusMutationRates } from './frequencies/mutation-rates.ts';
export { ChanceSampler } from './screening/chance.ts';
export { FamilyTables, type FamilyStructure } from './screening/family-tables.ts';
export { laneCount, makeReferenceKernel, type KernelInput, type LaneGroup, type ScreenKernel } from './screening/lanes.ts';
export { indexRemains, type RemainsIndex } from './screening/remains-index.ts';
export { codeOfObservation, genotypeCode, observationOfCode, prepareScreenMarkers, singleAlleleCode, type ScreenMarker } from './screening/screen-marker.ts';
export { TableStore } from './screening/table-store.ts';
export { Screen, type Candidates, type OnHit, type ScreenInput, type SexModel } from './screening/screen.ts';
export { identifyJointly, solveJoint } from './joint/identify-jointly.ts';
export { explainJoint, explainPairing, explainPairingAmong, type AssignmentDetail, type JointDetail, type JointMarkerDetail, type JointUnitDetail, type PairingAmongDetail, type PairingDetail } from './joint/explain-joint.ts';
export { prepareJoint, type PreparedJoint } from './joint/prepare-joint.ts';
export { groupPairs, inputOfGroup, solveRun, type JointRunGroup, type JointRunInput, type RunCandidate } from './joint/solve-run.ts';
export { findUndisputed, type UndisputedPairing } from './joint/undisputed.ts';
export { findExcluded, incompatibleMarkers, type ExcludedPairing } from './joint/exclusion.ts';
export { findNonidentifiable } from './joint/nonidentifiable.ts';
export { lnPriorOddsBySite, type SitePriors } from './joint/site-priors.ts';
export type { Assignment, GeneralisedRatio, JointFamily, JointInput, JointMethod, JointRemains, JointResult, JointTheta, SymmetricGroup } from './joint/types.ts';
export { seededRandom } from './random.ts';
export { makeVectorKernel, singlePrecisionError, type VectorKernel } from './screening/vector-kernel.ts';
export { advise } from './advice/advise.ts';
export type { AdviceInput, AdviceOption, AdviceResult, LinkedOut, Simulated } from './advice/types.ts';
export { calibrate } from './calibration/calibrate.ts';
export type { CalibrationFamily, CalibrationInput, CalibrationResult, PosteriorBin, Scenario, ThresholdRow } from './calibration/types.ts';
export { readMissingPersonCase, type MissingPersonCase } from './case/missing-person-case.ts';
export { readCase } from './case/parse-case.ts';
export { readPolicies } from './case/parse-extensions.ts';
export { writeNumber } from './case/write-number.ts';
export { compareFamilies, type ComparedFamily, type FamilyComparison } from './families/compare-families.ts';
export { mergeFamilies, type FamilySide, type MergedFamilies } from './families/merge-families.ts';
export { compareMtHaplotypes } from './lineage/compare-mt.ts';
export { compareYHaplotypes, yRatesSource } from './lineage/compare-y.ts';
export { haplotypeFrequency } from './lineage/haplotype-frequency.ts';
export { countPositions } from './lineage/mt-sequence.ts';
export { lineageEvidence, lineAssumption, multiplyWithAutosomal } from './lineage/lineage-evidence.ts';
export { readLineage } from './lineage/read-lineage.ts';
export { sharedLine, type SharedLine } from './lineage/shared-line.ts';
export type { HaplotypeCount, HaplotypeFrequency, Line, LineageInput, LineageResult, LineEvidence, LinePerson, MtComparison, MtCount, MtHaplotype, MtInterpretation, NoLineEvidence, NoRatioReason, YComparison, YCount, YHaplotype, YLocus } from './lineage/types.ts';
