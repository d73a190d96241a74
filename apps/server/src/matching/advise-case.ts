import type { AdviceResult } from '@imena/kinship';
import { adviceInput, adviceMarkers, hasWithdrawnConsent, listAdvice, type AdviceChoice, type AdvisedCase } from '@imena/matching';
import { refuse } from '@imena/problem';
import { defaultDnaThreshold, shownValue, type PedigreeMember, type Subject } from '@imena/record';
import type { Calculator } from './calculator.ts';

/** Whether a relative can be asked, as the register knows: people decide, the list only says. */
type Asking = 'can_be_asked' | 'not_known_alive' | 'dead' | 'refused' | 'consent_withdrawn';

/** A stuck case with what people call its members by. */
export interface DescribedCase {
  readonly advised: AdvisedCase;
  /** The family as the register shows it now; null where the account may not read it. */
  readonly family: Subject | null;
  readonly relatives: readonly Subject[];
}

/** What could be done for a case: relatives with their standing, kits and bones; nothing is computed yet. */
export function describeChoices({ advised, family, relatives }: DescribedCase) {
  const drawn = (family === null ? [] : (shownValue(family, 'pedigree') ?? [])) as readonly PedigreeMember[];
  const { kit, markers } = adviceMarkers(advised);
  return {
    threshold: defaultDnaThreshold, theta: advised.input.parameters.theta, expectedMissing: advised.input.parameters.expectedMissing, table: advised.table.name, markers: markers.length, kit,
    choices: listAdvice(advised).map((choice) => {
      const member = choice.kind === 'relative' ? drawn.find((one) => one.id === choice.member) : undefined;
      const relative = relatives.find((one) => one.id === member?.relative);
      return {
        ...choice, ...(choice.kind === 'relative' ? {} : { markers: choice.markers.length }),
        label: member?.label ?? null, relative: member?.relative ?? null, asking: choice.kind === 'relative' ? askingOf(member, relative) : null,
      };
    }),
  };
}

function askingOf(member: PedigreeMember | undefined, relative: Subject | undefined): Asking {
  if (relative !== undefined && hasWithdrawnConsent(relative)) return 'consent_withdrawn';
  if ((relative?.lists['refusals']?.length ?? 0) > 0) return 'refused';
  if (member?.state === 'dead') return 'dead';
  return member?.state === 'alive' ? 'can_be_asked' : 'not_known_alive';
}

/** What one choice would bring, by simulation on this family. @throws Problem `matching.advice_unknown`, `kinship.*` */
export async function computeChoice({ advised }: DescribedCase, id: string, calculator: Calculator) {
  const choice: AdviceChoice = listAdvice(advised).find((one) => one.id === id) ?? refuse('matching.advice_unknown', { choice: id.slice(0, 80) });
  const results = await calculator.compute('advise', adviceInput(advised, choice, defaultDnaThreshold));
  const [now] = results.filter((one) => one.kind === 'now');
  const [after] = results.filter((one) => one.kind !== 'now');
  if (now === undefined || after === undefined) throw new Error('advice without its two results');
  return { now: described(now), after: described(after) };
}

function described({ log10Lr, quantiles, passes, passesFalsely, exclusionPower, simulations, seed, linkedOut }: AdviceResult) {
  // Remains that a model without mutation excludes have no mean.
  const isFinite = Number.isFinite(log10Lr.mean);
  return {
    log10Lr: isFinite ? { mean: log10Lr.mean, standardError: log10Lr.standardError } : { mean: null, standardError: null },
    quantiles: quantiles.map((one) => (Number.isFinite(one) ? one : null)), passes, passesFalsely, exclusionPower, simulations, seed, linkedOut,
  };
}
