export { familyShapes, inventFamily, type FamilyMember, type FamilyPlan, type FamilyRole, type FamilyShape, type SynthFamily } from './family.ts';
export { femaleGivenNames, maleGivenNames, type GivenName } from './given-names.ts';
export { layOutRows, type GroundGrave, type GroundPlan } from './ground.ts';
export { toPassportLatin } from './latin.ts';
export { fullName, misspell, noisyName, type NameNoise } from './noise.ts';
export { inventPerson, type NameForm, type PersonPlan, type SynthPerson, type SynthSex } from './person.ts';
export { makeRandom, makeUuidV4, makeUuidV7, type Random } from './random.ts';
export { shuffledSurnames, type Surname } from './surnames.ts';
