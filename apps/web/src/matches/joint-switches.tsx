import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { recordedView, weighedKinds, type JointAnswer, type JointView } from './candidate-api.ts';
import { kindWord } from './weighed-words.ts';
import classes from './matches.module.css';

export interface JointSwitchesProps {
  readonly view: JointView;
  readonly answer: JointAnswer;
  readonly onChange: (view: JointView) => void;
}

/** What the joint solution counts, each to be switched off and on: the prior, what was said earlier, every other kind of evidence. */
export function JointSwitches({ view, answer, onChange }: JointSwitchesProps) {
  const { t } = useTranslation(['joint', 'matches']);
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  const n = formatNumber(answer.expectedMissing, language);
  const isRecorded = view.prior === 'declared' && view.occupants === 'counted' && view.evidence === 'dna';
  const toggleKind = (kind: JointView['without'][number]): void => onChange({ ...view, without: view.without.includes(kind) ? view.without.filter((one) => one !== kind) : [...view.without, kind] });
  return (
    <fieldset className={classes.counted}>
      <legend>{t('counted')}</legend>
      <Switch label={answer.priorVersion === null ? t('prior', { n }) : t('priorVersion', { n, version: answer.priorVersion })} isOn={view.prior === 'declared'} onToggle={() => onChange({ ...view, prior: view.prior === 'declared' ? 'even' : 'declared' })} />
      {answer.occupantsOfRun !== null && <Switch label={t('occupantsOf', { number: formatNumber(answer.occupantsOfRun, language) })} isOn={view.occupants === 'counted'} onToggle={() => onChange({ ...view, occupants: view.occupants === 'counted' ? 'ignored' : 'counted' })} />}
      <Switch label={t('others')} isOn={view.evidence === 'all'} onToggle={() => onChange({ ...view, evidence: view.evidence === 'all' ? 'dna' : 'all' })} />
      {view.evidence === 'all' && (
        <div className={classes.countedKinds} role="group" aria-label={t('kinds')}>
          {weighedKinds.map((kind) => <Switch key={kind} label={kindWord(kind, tMatches)} isOn={!view.without.includes(kind)} onToggle={() => toggleKind(kind)} />)}
        </div>
      )}
      {view.prior === 'even' && <p className={classes.dimmed}>{t('evenOdds')}</p>}
      {view.evidence === 'all' && <p className={classes.dimmed}>{t('onDna')}{answer.unread > 0 ? ` ${t('unread', { pairs: formatNumber(answer.unread, language) })}` : ''}</p>}
      {!isRecorded && <p className={classes.dimmed}>{t('own')}</p>}
      {!isRecorded && <Button size="md" variant="default" onClick={() => onChange(recordedView)}>{t('recorded')}</Button>}
    </fieldset>
  );
}

function Switch({ label, isOn, onToggle }: { readonly label: string; readonly isOn: boolean; readonly onToggle: () => void }) {
  return <label className={classes.switchName}><input type="checkbox" checked={isOn} onChange={onToggle} />{label}</label>;
}
