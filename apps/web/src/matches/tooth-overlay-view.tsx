import { agreedValue } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { Section } from '../components/index.ts';
import { codeLabel, fieldLabel } from '../format/index.ts';
import { jaws, overlayCharts, sidesCharted, toothLines, type ToothPair } from './tooth-overlay.ts';
import classes from './matches.module.css';

/** Both tooth charts laid over each other; nothing where neither side has one. */
export function ToothOverlay({ person, remains }: { readonly person: string; readonly remains: string }) {
  const { t } = useTranslation('matches');
  const [reported, found] = [useSubject(person).data?.subject, useSubject(remains).data?.subject];
  const teeth = reported === undefined || found === undefined ? [] : overlayCharts(agreedValue(reported, 'toothChart'), agreedValue(found, 'toothChart'));
  if (teeth.length === 0) return null;
  const words = (findings: readonly string[] | null): string => (findings === null ? '—' : findings.map((finding) => codeLabel('toothFindings', finding)).join(', '));
  const titleOf = (pair: ToothPair): string => `${pair.tooth}: ${t('teeth.reported', { findings: words(pair.reported) })}; ${t('teeth.found', { findings: words(pair.found) })}`;
  const listed = toothLines(teeth);
  const count = (stands: ToothPair['stands']): number => teeth.filter((pair) => pair.stands === stands).length;
  const sides = sidesCharted(teeth);
  return (
    <Section title={t('teeth.title')}>
      <div className={classes.teeth} role="img" aria-label={t('teeth.picture')}>
        {jaws.map((jaw, at) => <div key={at} className={classes.jaw}>{jaw.map((tooth) => {
          const pair = teeth.find((one) => one.tooth === tooth);
          return <Tooth key={tooth} tooth={tooth} pair={pair} title={pair === undefined ? tooth : titleOf(pair)} />;
        })}</div>)}
      </div>
      <p>{sides === 'both' ? t('teeth.counts', { same: count('same'), differ: count('differs'), one: count('one_side') }) : t(`teeth.only.${sides}`)}</p>
      <p className={classes.dimmed}>{t('teeth.legend')}</p>
      {listed.length > 0 && <div className={classes.wide} tabIndex={0} role="group" aria-label={t('teeth.title')}><table className={`${classes.rows ?? ''} ${classes.toothRows ?? ''}`}>
        <thead><tr><th scope="col">{t('teeth.tooth')}</th><th scope="col">{t('anteMortem')}</th><th scope="col">{t('postMortem')}</th></tr></thead>
        <tbody>{listed.map((pair) => <tr key={pair.tooth} data-stands={pair.stands}><th scope="row">{fieldLabel(pair.tooth)}{pair.stands !== 'one_side' && <> <span className={pair.stands === 'differs' ? classes.toothDiffers : classes.toothSame}>{t(`teeth.${pair.stands}`)}</span></>}</th><td data-side={t('anteMortem')}>{words(pair.reported)}</td><td data-side={t('postMortem')}>{words(pair.found)}</td></tr>)}</tbody>
      </table></div>}
    </Section>
  );
}

/** The upper left half is the report, the lower right half what was found; filled where something other than a sound tooth is charted. */
function Tooth({ tooth, pair, title }: { readonly tooth: string; readonly pair: ToothPair | undefined; readonly title: string }) {
  const charted = (findings: readonly string[] | null | undefined): 'nothing' | 'sound' | 'finding' => (findings == null ? 'nothing' : findings.every((one) => one === 'present_sound') ? 'sound' : 'finding');
  return (
    <span className={classes.tooth}>
      <svg viewBox="0 0 24 24" data-stands={pair?.stands ?? 'nothing'}><title>{title}</title>
        <path d="M2 2H22L2 22Z" data-charted={charted(pair?.reported)} /><path d="M22 2V22H2Z" data-charted={charted(pair?.found)} /><rect x={2} y={2} width={20} height={20} />
      </svg>
      <small>{tooth}</small>
    </span>
  );
}
