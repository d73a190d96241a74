export { romanise, type RomanisationSystem } from './romanise.ts';
export { confusableKey, normaliseForSearch } from './search-fold.ts';
export { nameSkeleton, queryKeys, searchKeys } from './search-keys.ts';
export { compareNames, type NameComparison, type NameReason } from './compare-names.ts';
