import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import { formatFixed, formatNumber, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { kindWord } from '../matches/weighed-words.ts';
import { parameterName, parameterValue } from './parameter-words.ts';
import type { Learning, WeightLevel } from './weights-api.ts';
import classes from './weights.module.css';

/** Every number that was learned beside the documented one, with the pairs behind it. */
export function ParametersTable({ parameters }: Pick<Learning, 'parameters'>) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  return (
    <Section title={t('parameters')}>
      <table className={classes.table}>
        <thead><tr><th scope="col">{t('parameter')}</th><th scope="col">{t('documented')}</th><th scope="col">{t('learnedValue')}</th><th scope="col">{t('pairs')}</th><th scope="col">{t('note')}</th></tr></thead>
        <tbody>{parameters.map(({ parameter, documented, learned, pairs, state, verified }) => (
          <tr key={parameter} data-state={state}>
            <th scope="row">{parameterName(parameter, t)}</th>
            <td data-label={t('documented')}>{parameterValue(parameter, documented, { t, language })}</td>
            <td data-label={t('learnedValue')}>{learned === documented ? t('unchanged') : <strong>{parameterValue(parameter, learned, { t, language })}</strong>}</td>
            <td data-label={t('pairs')}>{formatNumber(pairs, language, 0)}</td>
            <td className={classes.note}>{[t(`state.${state}`), verified ? '' : t('unverified')].filter((one) => one !== '').join('; ')}</td>
          </tr>
        ))}</tbody>
      </table>
    </Section>
  );
}

/** Each kind by what it says, with its mean weight under both. */
export function LevelsTables({ levels }: Pick<Learning, 'levels'>) {
  const { t } = useTranslation('weights');
  return (
    <Section title={t('levels')}>
      <p className={classes.quiet}>{t('levelsExplained')}</p>
      <h3>{t('ofRemains')}</h3>
      <Levels levels={levels.remains} />
      <h3>{t('ofReports')}</h3>
      <Levels levels={levels.reports} />
    </Section>
  );
}

function Levels({ levels }: { readonly levels: readonly WeightLevel[] }) {
  const { t } = useTranslation('weights');
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  // A level at which no pair of either kind stands says nothing.
  const told = levels.filter(({ documented }) => documented !== null);
  if (told.length === 0) return <p className={classes.quiet}>{t('noLevels')}</p>;
  const share = (value: number | null): string => (value === null ? t('noPair') : `${formatFixed(100 * value, language, 1)}\u00a0%`);
  const weight = (value: number | null): string => (value === null ? t('noPair') : formatSigned(value, language, 2));
  return (
    <table className={classes.table}>
      <thead><tr><th scope="col">{t('evidence')}</th><th scope="col">{t('says')}</th><th scope="col">{t('documented')}</th><th scope="col">{t('learnedValue')}</th><th scope="col">{t('pairs')}</th><th scope="col">{t('ofOne')}</th><th scope="col">{t('ofTwo')}</th></tr></thead>
      <tbody>{told.map((one) => (
        <tr key={`${one.kind} ${one.level}`}>
          <th scope="row">{kindWord(one.kind, tMatches)}</th>
          <td data-label={t('says')}>{t(`level.${one.level}`)}</td>
          <td data-label={t('documented')}>{weight(one.documented)}</td>
          <td data-label={t('learnedValue')}><strong>{weight(one.learned)}</strong></td>
          <td data-label={t('pairs')}>{formatNumber(one.pairs, language, 0)}</td>
          <td data-label={t('ofOne')}>{share(one.ofOne)}</td>
          <td data-label={t('ofTwo')}>{share(one.ofTwo)}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}
