import type { en } from '../i18n/en/index.ts';

type Relation = keyof (typeof en)['advice']['from'];

/** Relations that have words; the server's list is that of `packages/matching`, and a test keeps the two equal. */
export const relations = [
  'father', 'mother', 'son', 'daughter', 'child', 'brother', 'sister', 'sibling', 'half_brother', 'half_sister', 'half_sibling', 'grandson', 'granddaughter', 'grandchild',
  'paternal_grandfather', 'paternal_grandmother', 'maternal_grandfather', 'maternal_grandmother', 'paternal_uncle', 'paternal_aunt', 'maternal_uncle', 'maternal_aunt',
  'nephew', 'niece', 'siblings_child', 'cousin', 'partner', 'relative',
] as const satisfies readonly Relation[];
