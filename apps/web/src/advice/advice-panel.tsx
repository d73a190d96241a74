import { Button, Progress } from '@mantine/core';
import { formatProbability } from '@imena/report';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge, ProblemText, QueryView, type Tone } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { adviceQuery, type AdviceChoice, type AdviceChoices, type ComputedChoice } from './advice-api.ts';
import { AdviceTable } from './advice-table.tsx';
import { bestFirst, choiceWords, shareWords } from './advice-words.ts';
import { useAdvice } from './use-advice.ts';
import classes from './advice.module.css';

export interface AdvicePanelProps {
  /** The case below the server's address: `/candidates/...` with remains, `/persons/...` for whoever may be found. */
  readonly path: string;
  readonly family?: string | undefined;
  readonly of: 'candidate' | 'person';
}

/** Which further relative, kit or second bone would help, and how often; computed on demand, one choice after another. */
export function AdvicePanel(props: AdvicePanelProps) {
  const query = useQuery(adviceQuery(props.path, props.family));
  return <QueryView query={query}>{(answer) => <Choices {...props} answer={answer} />}</QueryView>;
}

function Choices({ path, family, of, answer }: AdvicePanelProps & { readonly answer: AdviceChoices }) {
  const { t } = useTranslation(['advice', 'common']);
  const language = useLanguage();
  const { computed, failed, running, start, stop } = useAdvice(path, family);
  const { choices } = answer;
  const done = computed.size + failed.size;
  const [first] = computed.values();
  const threshold = formatProbability({ probability: answer.threshold, complement: 1 - answer.threshold }, language);
  return (
    <div>
      <p className={classes.dimmed}>{t(`explained.${of}`, { threshold })}</p>
      {choices.length === 0 && <p>{t('nobody')}</p>}
      {choices.length > 0 && !running && computed.size === 0 && <Button size="md" variant="default" onClick={() => void start(choices)}>{t('start', { count: choices.length })}</Button>}
      {running && (
        <div className={classes.progress}>
          <Progress value={(100 * done) / choices.length} size="lg" aria-label={t('progress')} />
          <p role="status">{t('doneOf', { done: formatNumber(done, language), total: formatNumber(choices.length, language) })}</p>
          <Button size="md" variant="default" onClick={stop}>{t('common:cancel')}</Button>
        </div>
      )}
      {first !== undefined && <p className={classes.now}>{of === 'person' ? t('now.person', { share: shareWords(first.now.passes.mean ?? 0, t) }) : t('now.candidate')}</p>}
      {done > 0 && <ol className={classes.choices}>{bestFirst(choices, computed).map((choice) => <Choice key={choice.id} of={of} choice={choice} computed={computed.get(choice.id)} failed={failed.get(choice.id)} />)}</ol>}
      {computed.size > 0 && <AdviceTable choices={bestFirst(choices, computed)} computed={computed} />}
      {choices.length > 0 && <p className={classes.dimmed}>{[answer.kit === null ? t('markersOfCase', { count: answer.markers }) : t('markersOfKit', { kit: answer.kit, count: answer.markers }), t('terms', { table: answer.table, n: formatNumber(answer.expectedMissing, language), threshold }), t('theta', { theta: formatNumber(answer.theta, language, 4) })].join(' ')}</p>}
    </div>
  );
}

const askingTones: Readonly<Record<NonNullable<AdviceChoice['asking']>, Tone>> = { can_be_asked: 'good', not_known_alive: 'warn', dead: 'plain', refused: 'warn', consent_withdrawn: 'warn' };

function Choice({ of, choice, computed, failed }: { readonly of: AdvicePanelProps['of']; readonly choice: AdviceChoice; readonly computed: ComputedChoice | undefined; readonly failed: unknown }) {
  const { t } = useTranslation('advice');
  const what = choiceWords(choice, t);
  const sentence = computed === undefined ? what : t(`brings.${of}`, { what, share: shareWords(computed.after.passes.mean ?? 0, t) });
  return (
    <li>
      <span>{sentence}</span>{' '}
      {choice.asking !== null && <Badge tone={askingTones[choice.asking]}>{t(`asking.${choice.asking}`)}</Badge>}{' '}
      {choice.relative !== null && <Link to={`/relatives/${choice.relative}`}>{t('openRelative')}</Link>}
      {failed !== undefined && <div className={classes.failed}><ProblemText error={failed} /></div>}
    </li>
  );
}
