import { useTranslation } from 'react-i18next';
import { SubjectLink } from '../components/index.ts';
import { codeLabel, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CountGroup, Individuals } from './individuals-api.ts';

/** The fewest individuals in one sentence each: how many, and the bones or profiles that ask for so many. */
export function CountWords({ data }: { readonly data: Individuals }) {
  const { t } = useTranslation('individuals');
  const { minimum } = data;
  const shown = minimum.rests === 'age_groups_added' ? minimum.groups : [minimum.together];
  return <ul>{shown.filter(({ number }) => number > 0).map((group) => <li key={group.ageGroup ?? 'all'}>{ageWord(group.ageGroup, t)} <Source group={group} data={data} /></li>)}</ul>;
}

function ageWord(ageGroup: string | null, t: ReturnType<typeof useTranslation<'individuals'>>['t']): string {
  return ageGroup === 'child' ? t('children') : ageGroup === 'adult' ? t('adults') : t('anyAge');
}

function Source({ group: { number, source }, data }: { readonly group: CountGroup; readonly data: Individuals }) {
  const { t } = useTranslation('individuals');
  const language = useLanguage();
  const n = formatNumber(number, language);
  if (source.kind === 'dna') return <>{t('byProfiles', { number: n })}</>;
  // A specimen is named by its bag and its place in it.
  const bags = [...new Set(source.specimens.map((id) => id.slice(0, 36)))].flatMap((id) => data.names.find((one) => one.id === id) ?? []);
  return (
    <>
      {t('byBones', { number: n, bone: codeLabel('boneElements', source.element), side: source.side === 'any' ? t('bothSides') : codeLabel('boneSides', source.side) })}
      {source.zone !== null && `, ${t('zone', { zone: source.zone })}`}: {bags.slice(0, 8).map((bag) => <span key={bag.id}><SubjectLink item={bag} /> </span>)}{bags.length > 8 && t('andMore', { count: bags.length - 8 })}
    </>
  );
}
