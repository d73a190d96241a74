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
