import type { Subject } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { useSubject, type Item } from '../api/index.ts';
import { Badge, type Tone } from '../components/index.ts';
import { formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { EvidenceRow, WeighedRow } from './candidate-api.ts';
import { compareKinds, type ComparedKind, type Standing } from './compared-kinds.ts';
import { evidenceLabel, evidenceValue, reasonLabel } from './evidence-words.ts';
import { ReportsReadAsOne } from './reports-read-as-one.tsx';
import { kindWord, recordedInstead, toldWords, weighedReasons, weighedValue } from './weighed-words.ts';
import classes from './comparison.module.css';

const tones: Readonly<Record<Standing, Tone>> = { against: 'bad', for: 'good', open: 'plain', people_disagree: 'warn', not_recorded: 'plain' };

/** Ante-mortem on the left, post-mortem on the right, kind by kind with agreement, weight and reason; contradictions first. */
export function Comparison({ rows, reports, evidence, person, remains }: { readonly rows: readonly WeighedRow[]; readonly reports: readonly Item[]; readonly evidence: readonly EvidenceRow[]; readonly person: string; readonly remains: string }) {
  const { t } = useTranslation('matches');
  const sides = { reported: useSubject(person).data?.subject, found: useSubject(remains).data?.subject };
  return (
    <>
      <ReportsReadAsOne rows={rows} reports={reports} person={person} remains={remains} />
      <div className={classes.heads} aria-hidden><span>{t('other.what')}</span><span>{t('anteMortem')}</span><span>{t('postMortem')}</span></div>
      <ul className={classes.kinds}>{compareKinds(rows, evidence).map((one) => <Kind key={one.row.kind} compared={one} reports={reports} sides={sides} />)}</ul>
    </>
  );
}

function Kind({ compared: { row, checks, stands }, reports, sides }: { readonly compared: ComparedKind; readonly reports: readonly Item[]; readonly sides: Readonly<Record<'reported' | 'found', Subject | undefined>> }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const words = { t, language };
  const said = (side: 'reported' | 'found'): string => (row[side] === null ? recordedInstead(row.kind, side, sides[side], language) : weighedValue(row, side, words));
  // What a check compared is said again only where it is not what stands above.
  const compared = (check: EvidenceRow): string => {
    const [reported, found] = [evidenceValue(check.key, check.reported, words), evidenceValue(check.key, check.found, words)];
    return reported === said('reported') && found === said('found') ? '' : ` (${t('sides', { reported, found })})`;
  };
  return (
    <li className={classes.kind} data-stands={stands}>
      <div className={classes.what}>
        <h3>{kindWord(row.kind, t)}</h3>
        <span className={classes.weight}>{row.state === 'weighed' && <span className={classes.number} title={t('weighed.weight')}><span className={classes.hidden}>{t('weighed.weight')}: </span>{signed(row.log10Lr, language)}</span>} <Badge tone={tones[stands]}>{t(`stands.${stands}`)}</Badge></span>
      </div>
      <div className={classes.side}><span className={classes.label}>{t('anteMortem')}</span>{said('reported')}</div>
      <div className={classes.side}><span className={classes.label}>{t('postMortem')}</span>{said('found')}</div>
      <ul className={classes.why}>
        {checks.map((check, place) => <li key={`${check.key} ${place}`} data-verdict={check.verdict}>{evidenceLabel(check.key, t)}: {t(`verdicts.${check.verdict}`)}, {reasonLabel(check.reason, t)}{compared(check)}</li>)}
        {toldWords(row, reports, words).map(({ code, said: told, log10Lr }) => <li key={code}>{log10Lr === null ? t('files.told', { code, said: told }) : t('files.toldWeight', { code, said: told, weight: signed(log10Lr, language) })}</li>)}
        {weighedReasons(row, words).map((reason) => <li key={reason}>{reason}</li>)}
      </ul>
    </li>
  );
}

function signed(log10Lr: number, language: ReturnType<typeof useLanguage>): string {
  return formatSigned(log10Lr, language, 2);
}
