import { formatRatio } from '@imena/report';
import { describeProblem } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../components/status-badge.tsx';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { compareNumbers, worstOf, type Agreement } from './compare-numbers.ts';
import { JointTables } from './joint-tables.tsx';
import { MarkerFactsTable } from './marker-facts-table.tsx';
import type { HypothesisRatio, Recomputed, RecomputedPedigrees, TwiceComputed } from './recompute-case.ts';
import classes from './recompute.module.css';

/** Numbers computed elsewhere for the one ratio of a case: natural logarithms, in sum and by marker. */
export interface ShownNumbers {
  readonly total: number;
  readonly parts: ReadonlyMap<string, number>;
}

/** A case computed anew: every number by both algorithms and, where some are given, beside those shown elsewhere. */
export function RecomputedView({ result, shown }: { readonly result: Recomputed; readonly shown?: ShownNumbers }) {
  const { t } = useTranslation('recompute');
  const language = useLanguage();
  return (
    <>
      <p className={classes.dimmed}>{[result.title === result.id ? null : result.title, t('case', { id: result.id }), t('theta', { theta: formatNumber(result.theta, language, 4) }), t('markers', { count: result.markers.length })].filter((part) => part !== null).join(' · ')}</p>
      {result.kind === 'joint' ? <JointTables joint={result} /> : <Pedigrees result={result} shown={shown} />}
      <MarkerFactsTable markers={result.markers} />
    </>
  );
}

function Pedigrees({ result, shown }: { readonly result: RecomputedPedigrees; readonly shown: ShownNumbers | undefined }) {
  const { t } = useTranslation('recompute');
  const language = useLanguage();
  const all = result.ratios.length > 0 ? result.ratios.flatMap(agreementsOf) : result.hypotheses.flatMap(twice);
  return (
    <>
      {result.secondRefused === null ? <Verdict agreement={worstOf(all)} of="algorithms" /> : <p className={classes.verdict} data-tone="warn">{t('secondRefused', { reason: describeProblem(result.secondRefused, language) })}</p>}
      {result.ratios.map((ratio) => <Ratio key={ratio.hypothesis} ratio={ratio} shown={shown} />)}
      <h3 className={classes.sub}>{t('likelihoods')}</h3>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={t('likelihoods')}>
        <table className={classes.rows}>
          <thead><tr><th scope="col">{t('hypothesis')}</th><th scope="col" className={classes.number}>{t('people')}</th><th scope="col" className={classes.number}>{t('lnFirst')}</th><th scope="col" className={classes.number}>{t('lnSecond')}</th></tr></thead>
          <tbody>{result.hypotheses.map((one) => <tr key={one.name}><th scope="row">{one.name}</th><td className={classes.number}>{formatNumber(one.people, language)}</td><td className={classes.digits}>{digits(one.first)}</td><td className={classes.digits}>{one.second === null ? '—' : digits(one.second)}</td></tr>)}</tbody>
        </table>
      </div>
      {result.exclusionPower !== null && <p>{t('exclusionPower', { percent: formatFixed(100 * result.exclusionPower, language, 4) })}</p>}
    </>
  );
}

function Ratio({ ratio, shown }: { readonly ratio: HypothesisRatio; readonly shown: ShownNumbers | undefined }) {
  const { t } = useTranslation('recompute');
  const language = useLanguage();
  const log10 = ratio.total.first / Math.LN10;
  const label = t('ratioOf', { hypothesis: ratio.hypothesis, against: ratio.against });
  return (
    <>
      <h3 className={classes.sub}>{label}</h3>
      {shown !== undefined && <Verdict agreement={worstOf([compareNumbers(ratio.total.first, shown.total), ...ratio.parts.map((part) => compareNumbers(part.first, shown.parts.get(part.name) ?? Number.NaN))])} of="server" />}
      <dl className={classes.figures}>
        <div><dt>LR</dt><dd>{ratioText(log10, language)}</dd></div>
        <div><dt>log10 LR</dt><dd>{formatFixed(log10, language, 4)}</dd></div>
        <div><dt>{t('lnFirst')}</dt><dd className={classes.digits}>{digits(ratio.total.first)}</dd></div>
        <div><dt>{t('lnSecond')}</dt><dd className={classes.digits}>{ratio.total.second === null ? '—' : digits(ratio.total.second)}</dd></div>
        {shown !== undefined && <div><dt>{t('lnServer')}</dt><dd className={classes.digits}>{digits(shown.total)}</dd></div>}
      </dl>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={label}>
        <table className={classes.rows}>
          <thead><tr>
            <th scope="col">{t('marker')}</th><th scope="col" className={classes.number}>log10 LR</th><th scope="col" className={classes.number}>{t('lnFirst')}</th><th scope="col" className={classes.number}>{t('lnSecond')}</th>
            {shown !== undefined && <th scope="col" className={classes.number}>{t('lnServer')}</th>}<th scope="col">{t('agreement')}</th>
          </tr></thead>
          <tbody>
            {ratio.parts.map((part) => {
              const server = shown?.parts.get(part.name);
              return (
                <tr key={part.name}>
                  <th scope="row">{part.name}</th><td className={classes.number}>{formatFixed(part.first / Math.LN10, language, 4)}</td><td className={classes.digits}>{digits(part.first)}</td><td className={classes.digits}>{part.second === null ? '—' : digits(part.second)}</td>
                  {shown !== undefined && <td className={classes.digits}>{server === undefined ? '—' : digits(server)}</td>}
                  <td><AgreementBadge agreement={worstOf([...twice(part), ...(server === undefined ? [] : [compareNumbers(part.first, server)])])} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

const twice = ({ first, second }: TwiceComputed): Agreement[] => (second === null ? [] : [compareNumbers(first, second)]);

function agreementsOf({ total, parts }: HypothesisRatio): Agreement[] {
  return [total, ...parts].flatMap(twice);
}

const tones: Readonly<Record<Agreement['kind'], Tone>> = { same: 'good', rounding: 'good', differs: 'bad' };

function Verdict({ agreement, of }: { readonly agreement: Agreement; readonly of: 'server' | 'algorithms' }) {
  const { t } = useTranslation('recompute');
  return <p className={classes.verdict} data-tone={tones[agreement.kind]} role="status">{t(`verdict.${of}.${agreement.kind}`, { difference: agreement.kind === 'same' ? '0' : agreement.difference.toExponential(1) })}</p>;
}

function AgreementBadge({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('recompute');
  return <Badge tone={tones[agreement.kind]}>{t(`agrees.${agreement.kind}`, { difference: agreement.kind === 'same' ? '0' : agreement.difference.toExponential(1) })}</Badge>;
}

/** All digits of a number, as the file of a calculation writes it: somebody compares them with another program's. */
function digits(value: number): string {
  return Number.isNaN(value) ? '—' : String(value).replace('Infinity', '∞');
}

function ratioText(log10: number, language: Parameters<typeof formatRatio>[1]): string {
  if (Number.isFinite(log10)) return formatRatio(log10, language);
  return Number.isNaN(log10) ? '—' : log10 > 0 ? '∞' : '0';
}
