import { defaultPolicies, type Policies } from '@imena/kinship';
import type { Call } from './command.ts';
import { numberOf } from './number-option.ts';

/** What to do where data and frequency table do not fit, as options of a command. */
export const policyOptions = ['outside-allele', 'min-frequency', 'rescale'] as const;

/** A frequency that leaves the alleles of the table nearly all of it. */
const leastRange = { otherwise: 0, from: 0, to: 0.1, without: 'both' } as const;

/**
 * The policies of the command line, over those given before; null where it names none. A least frequency is that of every
 * allele, so of one that the table lacks too, unless --outside-allele gives that another.
 */
export function policiesOf(call: Call, before: Policies = defaultPolicies): Policies | null {
  if (call.text('outside-allele') === undefined && call.text('min-frequency') === undefined && !call.flag('rescale')) return null;
  const least = call.text('min-frequency') === undefined ? undefined : numberOf(call, 'min-frequency', leastRange);
  const outside = call.text('outside-allele') === undefined ? least : numberOf(call, 'outside-allele', leastRange);
  return {
    ...before,
    ...(outside !== undefined && { outsideAllele: { kind: 'minFrequency', value: outside } }),
    ...(call.flag('rescale') && { normalisation: 'rescale' }),
    ...(least !== undefined && { minimumFrequency: least }),
  };
}
