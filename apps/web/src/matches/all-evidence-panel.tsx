import { formatProbability } from '@imena/report';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WeightsLine } from '../weights/weights-line.tsx';
import { sumEvidence, type BarLength, type EvidenceKind } from './all-evidence.ts';
import type { WeighedEvidence } from './candidate-api.ts';
import { kindWord } from './weighed-words.ts';
import classes from './matches.module.css';

/** Every kind of evidence as a bar that can be switched off, the sum, and the posterior of all that is on. */
export function AllEvidencePanel({ weighed }: { readonly weighed: WeighedEvidence }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const [off, setOff] = useState<ReadonlySet<EvidenceKind>>(new Set());
  const { bars, sum, ...of } = sumEvidence(weighed, off);
  const toggle = (kind: EvidenceKind): void => setOff(new Set(off.has(kind) ? [...off].filter((one) => one !== kind) : [...off, kind]));
  const list = (kinds: readonly EvidenceKind[]): string => kinds.map((kind) => kindWord(kind, t).toLocaleLowerCase(language)).join(', ');
  const sumLabel = of.off.length === 0 ? t('weighed.sumOfAll') : t('weighed.sumWithout', { kinds: list(of.off) });
  return (
    <div>
      <p className={classes.dimmed}>{t('weighed.explained')}</p>
      <div className={`${classes.axis ?? ''} ${classes.wideAxis ?? ''}`} aria-hidden><span /><span>{t('markers.against')}</span><span>{t('markers.for')}</span><span /></div>
      <div className={classes.bars} role="group" aria-label={t('weighed.title')}>
        {bars.map((bar) => (
          <label key={bar.kind} className={classes.switchBar} data-off={bar.isOff}>
            <span className={classes.switchName}><input type="checkbox" checked={!bar.isOff} onChange={() => toggle(bar.kind)} />{kindWord(bar.kind, t)}</span>
            <Bar length={bar} />
            <span className={classes.barNumber}>{formatFixed(bar.log10Lr, language, 2)}</span>
          </label>
        ))}
        <div className={classes.switchBar} data-sum>
          <span className={classes.switchName}>{t('weighed.sum')}</span>
          <Bar length={sum} />
          <span className={classes.barNumber}>{formatFixed(sum.log10Lr, language, 2)}</span>
        </div>
      </div>
      <dl className={classes.figures} aria-live="polite">
        <div><dt>{sumLabel}</dt><dd>{formatFixed(sum.log10Lr, language, 2)}</dd></div>
        <div><dt>{t('weighed.withPrior', { n: formatNumber(1 / weighed.prior, language, 0) })}</dt><dd>{formatProbability(of.withPrior, language)}</dd></div>
        <div><dt>{t('weighed.evenOdds')}</dt><dd>{formatProbability(of.evenOdds, language)}</dd></div>
      </dl>
      <p>{t('weighed.decisionOnDna')}</p>
      {of.disputed.length > 0 && <p>{t('weighed.disputed', { kinds: list(of.disputed) })}</p>}
      {of.notRecorded.length > 0 && <p className={classes.dimmed}>{t('weighed.notRecorded', { kinds: list(of.notRecorded) })}</p>}
      <p className={classes.dimmed}>{t('weighed.population', { reports: formatNumber(weighed.basis.reports, language), remains: formatNumber(weighed.basis.remains, language) })}</p>
      <WeightsLine weights={weighed.basis.weights} />
    </div>
  );
}

function Bar({ length: { side, share } }: { readonly length: BarLength }) {
  const fill = <span className={classes.fill} style={{ width: `${Math.max(1, share * 100)}%` }} />;
  return (
    <>
      <span className={classes.barLeft} aria-hidden>{side === 'against' && fill}</span>
      <span className={classes.barRight} aria-hidden>{side === 'for' && fill}</span>
    </>
  );
}
