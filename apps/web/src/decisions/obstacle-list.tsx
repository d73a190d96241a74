import { Button } from '@mantine/core';
import { describeProblem, type Problem } from '@imena/problem';
import type { Subject } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../api/index.ts';
import { ConfirmWithReason } from '../components/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecord } from '../record/index.ts';
import { wordedObstacle } from './contradiction-words.ts';
import { remedyOf, type ObstacleRemedy } from './obstacle-advice.ts';
import classes from './decisions.module.css';

/** What stands in the way, in words, each with what can be done about it. */
export function ObstacleList({ identification, obstacles, onReview }: { readonly identification: Subject; readonly obstacles: readonly Problem[]; readonly onReview: (() => void) | undefined }) {
  const { t } = useTranslation('decisions');
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  if (obstacles.length === 0) return <p className={classes.clear}>{t('obstacles.none')}</p>;
  return (
    <ul className={classes.obstacles}>
      {obstacles.map((problem, place) => {
        const remedy = remedyOf(problem);
        return (
          <li key={`${problem.code} ${place}`} className={classes.obstacle}>
            <div><p>{describeProblem(wordedObstacle(problem, { t: tMatches, language }), language)}</p>{remedy.kind !== 'none' && <p><small>{t(`remedies.${remedy.kind}`)}</small></p>}</div>
            <RemedyButton identification={identification} remedy={remedy} onReview={onReview} />
          </li>
        );
      })}
    </ul>
  );
}

function RemedyButton({ identification, remedy, onReview }: { readonly identification: Subject; readonly remedy: ObstacleRemedy; readonly onReview: (() => void) | undefined }) {
  const { t } = useTranslation('decisions');
  const mayState = useMayState();
  const record = useRecord();
  const [asking, setAsking] = useState(false);
  if (remedy.kind === 'review') return onReview === undefined ? null : <Button size="md" onClick={onReview}>{t('actions.review')}</Button>;
  const answer = answerTo(remedy);
  if (answer === null || !mayState(answer.type, identification.scope)) return null;
  const confirm = (explanation: string) => record.mutateAsync({ scope: identification.scope, subject: identification.id, subjectKind: 'identification', body: { type: answer.type, basis: 'decided', ...answer.about, explanation } });
  return (
    <>
      <Button size="md" variant="default" onClick={() => setAsking(true)}>{t(`remedyButtons.${answer.form}`)}</Button>
      <ConfirmWithReason opened={asking} onClose={() => setAsking(false)} title={t(`remedyButtons.${answer.form}`)} draftKey={[answer.type, identification.id, ...Object.values(answer.about)].join('/')} confirmLabel={t('actions.record')} confirm={confirm}>
        <p>{t(`remedyForms.${answer.form}`)}</p>
      </ConfirmWithReason>
    </>
  );
}

type RemedyForm = 'explain_contradiction' | 'tell_apart' | 'answer_exposure';

/** The statement that answers an obstacle, without its explanation; null where nothing can be stated here. */
function answerTo(remedy: ObstacleRemedy): { readonly form: RemedyForm; readonly type: string; readonly about: Readonly<Record<string, string>> } | null {
  switch (remedy.kind) {
    case 'explain_contradiction': return { form: remedy.kind, type: 'identification.contradiction_resolved', about: { key: remedy.key } };
    case 'tell_apart': return { form: remedy.kind, type: 'identification.discriminated', about: { member: remedy.member } };
    case 'answer_exposure': return { form: remedy.kind, type: 'identification.exposure_answered', about: { remains: remedy.remains } };
    default: return null;
  }
}
