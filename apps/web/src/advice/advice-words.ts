import type { TFunction } from 'i18next';
import type { AdviceChoice, AdviceResult } from './advice-api.ts';
import { relations } from './relations.ts';

/** How often, as people say it: "in about 9 of 10 cases". Simulation does not know more than that. */
export function shareWords(share: number, t: TFunction<'advice'>): string {
  if (share < 0.01) return t('share.never');
  if (share > 0.99) return t('share.always');
  const ofTen = share >= 0.05 && share <= 0.95;
  return ofTen ? t('share.ofTen', { n: Math.min(9, Math.max(1, Math.round(share * 10))) }) : t('share.ofHundred', { n: Math.round(share * 100) });
}

/** What a choice is, as the beginning of a sentence. */
export function choiceWords({ kind, relation, label, kit, markers = 0 }: AdviceChoice, t: TFunction<'advice'>): string {
  switch (kind) {
    case 'relative': {
      const known = relations.find((one) => one === relation) ?? 'relative';
      return label === null ? t('sample', { who: t(`from.${known}`) }) : t('sampleNamed', { who: t(`from.${known}`), label });
    }
    case 'kit': return t('kit', { kit: kit ?? '', count: markers });
    case 'second_bone': return t('bone', { count: markers });
  }
}

/** Choices in the order of what they bring; those not computed yet keep their place at the end. */
export function bestFirst<T extends { readonly after: AdviceResult }>(choices: readonly AdviceChoice[], computed: ReadonlyMap<string, T>): AdviceChoice[] {
  const worth = (choice: AdviceChoice): readonly [number, number] => {
    const found = computed.get(choice.id)?.after;
    return [found?.passes.mean ?? -1, found?.log10Lr.mean ?? Number.NEGATIVE_INFINITY];
  };
  return [...choices].sort((a, b) => {
    const [[p, x], [q, y]] = [worth(a), worth(b)];
    return q - p || (x === y ? 0 : y - x);
  });
}
