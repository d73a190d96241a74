import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section, SubjectLink } from '../components/index.ts';
import { formatFixed, formatNumber, formatProbability } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Learning, Moves } from './weights-api.ts';
import classes from './weights.module.css';

/** What would change if the learned weights were chosen: how many pairs cross a probability, and which move most. */
export function MovesSection({ moves, version }: Pick<Learning, 'moves' | 'version'>) {
  const { t } = useTranslation('weights');
  return (
    <Section title={t('moves')}>
      <p className={classes.quiet}>{t('movesExplained')}</p>
      <h3>{t('ofRemains')}</h3>
      <MovesOf moves={moves.remains} addressOf={(a, b) => `/remains/${a}/with/${b}`} weights={version} />
      <h3>{t('ofReports')}</h3>
      <MovesOf moves={moves.reports} addressOf={(a) => `/missing/${a}/compare`} />
    </Section>
  );
}

interface MovesOfProps {
  readonly moves: Moves;
  readonly addressOf: (a: string, b: string) => string;
  /** The version under which a pair of a person and remains is shown; two reports are shown as they are. */
  readonly weights?: string;
}

function MovesOf({ moves: { thresholds, largest, hidden }, addressOf, weights }: MovesOfProps) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  return (
    <>
      <table className={classes.table}>
        <thead><tr><th scope="col">{t('from')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th><th scope="col">{t('up')}</th><th scope="col">{t('down')}</th></tr></thead>
        <tbody>{thresholds.map(({ probability, before, after, up, down }) => (
          <tr key={probability}>
            <th scope="row">{`${formatNumber(100 * probability, language)}\u00a0%`}</th>
            <td data-label={t('before')}>{number(before)}</td><td data-label={t('after')}>{number(after)}</td><td data-label={t('up')}>{number(up)}</td><td data-label={t('down')}>{number(down)}</td>
          </tr>
        ))}</tbody>
      </table>
      {largest.length === 0 && hidden === 0 && <p className={classes.quiet}>{t('noneMoves')}</p>}
      {largest.length > 0 && (
        <details className={classes.more}>
          <summary>{t('largest')}</summary>
          <ul className={classes.pairs}>{largest.map(({ itemA, itemB, before, after, log10Before, log10After }) => (
            <li key={`${itemA.id} ${itemB.id}`}>
              <div><SubjectLink item={itemA} /> · <SubjectLink item={itemB} /></div>
              <div>{`${formatProbability(before, language)} → `}<strong>{formatProbability(after, language)}</strong> <span className={classes.quiet}>{`log10 ${formatFixed(log10Before, language, 2)} → ${formatFixed(log10After, language, 2)}`}</span></div>
              <Link to={addressOf(itemA.id, itemB.id)} search={(weights === undefined ? { other: itemB.id } : { weights }) as never}>{t('compare')}</Link>
            </li>
          ))}</ul>
        </details>
      )}
      {hidden > 0 && <p className={classes.quiet}>{t('hidden', { count: hidden })}</p>}
    </>
  );
}
