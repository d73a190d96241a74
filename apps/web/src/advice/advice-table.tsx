import { useTranslation } from 'react-i18next';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { AdviceChoice, AdviceResult, ComputedChoice } from './advice-api.ts';
import { choiceWords } from './advice-words.ts';
import classes from './advice.module.css';

/** The numbers behind the sentences, with their standard errors. */
export function AdviceTable({ choices, computed }: { readonly choices: readonly AdviceChoice[]; readonly computed: ReadonlyMap<string, ComputedChoice> }) {
  const { t } = useTranslation('advice');
  const language = useLanguage();
  const [first] = computed.values();
  return (
    <details className={classes.details}>
      <summary>{t('table.title')}</summary>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={t('table.title')}>
        <table className={classes.rows}>
          <thead><tr><th scope="col">{t('table.choice')}</th><th scope="col">{t('table.log10Lr')}</th><th scope="col">{t('table.range')}</th><th scope="col">{t('table.passes')}</th><th scope="col">{t('table.falsely')}</th><th scope="col">{t('table.excludes')}</th></tr></thead>
          <tbody>
            {first !== undefined && <Row name={t('table.now')} result={first.now} />}
            {choices.map((choice) => { const found = computed.get(choice.id); return found === undefined ? null : <Row key={choice.id} name={choiceWords(choice, t)} result={found.after} />; })}
          </tbody>
        </table>
      </div>
      {first !== undefined && <p className={classes.dimmed}>{t('table.simulated', { n: formatNumber(first.now.simulations, language), seed: String(first.now.seed) })}</p>}
      {first !== undefined && first.now.linkedOut.length > 0 && <p className={classes.dimmed}>{t('table.linkedOut', { pairs: first.now.linkedOut.map(({ marker, keeps }) => `${marker} (${keeps})`).join(', ') })}</p>}
    </details>
  );
}

function Row({ name, result }: { readonly name: string; readonly result: AdviceResult }) {
  const language = useLanguage();
  const number = (value: number | null | undefined, digits: number): string => (value === null || value === undefined ? '—' : formatFixed(value, language, digits));
  const percent = ({ mean, standardError }: AdviceResult['passes']): string => `${number(mean === null ? null : 100 * mean, 1)} ± ${number(standardError === null ? null : 100 * standardError, 1)} %`;
  const [low, , high] = result.quantiles;
  return (
    <tr>
      <th scope="row">{name}</th><td className={classes.number}>{number(result.log10Lr.mean, 2)} ± {number(result.log10Lr.standardError, 2)}</td><td className={classes.number}>{number(low, 1)} … {number(high, 1)}</td>
      <td className={classes.number}>{percent(result.passes)}</td><td className={classes.number}>{percent(result.passesFalsely)}</td><td className={classes.number}>{percent(result.exclusionPower)}</td>
    </tr>
  );
}
