import { decisionState, type Subject } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { stepsOf } from './stages.ts';
import classes from './decisions.module.css';

/** The way from proposal to the act of the authority, and how far this one has come. */
export function StepLine({ identification }: { readonly identification: Subject }) {
  const { t } = useTranslation('decisions');
  return (
    <ol className={classes.steps} aria-label={t('steps.title')}>
      {stepsOf(decisionState(identification)).map(({ name, state }) => (
        <li key={name} className={classes.step} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>{t(`steps.${name}`)}<small>{t(`steps.state.${state}`)}</small></li>
      ))}
    </ol>
  );
}
