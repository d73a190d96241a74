import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { canRead, queryOf, RefusedError, request, useSession, useSubjects, type SubjectDetail } from '../api/index.ts';
import { roleLabel, subjectPath } from '../format/index.ts';
import { whoId } from '../matches/who-could-it-be.tsx';
import { journeyOf } from './journey.ts';
import classes from './remains.module.css';

/** The way of the remains from the grave to the family: what is done, what comes next and who takes that step. */
export function JourneyStrip({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'matches']);
  const session = useSession();
  const readsRuns = canRead(session, 'run');
  const candidates = useCandidateCount(detail.subject.id, readsRuns);
  const steps = journeyOf(detail, {
    readsProfiles: canRead(session, 'profile'), readsRuns, readsIdentifications: canRead(session, 'identification'), ...(candidates === undefined ? {} : { candidates }),
  });
  return (
    <ol className={classes.journey} aria-label={t('journey.title')}>
      {steps.map((step, at) => (
        <li key={step.stage} className={classes.step} data-state={step.state} {...(step.state === 'next' ? { 'aria-current': 'step' as const } : {})}>
          <span className={classes.dot} aria-hidden>{step.state === 'done' ? <IconCheck size={16} /> : at + 1}</span>
          <span className={classes.name}>{t(`journey.${step.stage}`)}</span>
          <span className={classes.words}>
            {step.state === 'done' && (step.item === undefined ? step.words : <Link to={subjectPath(step.item.kind, step.item.id)}>{step.words || t('journey.done')}</Link>)}
            {step.state === 'done' && step.item === undefined && step.words === '' && t('journey.done')}
            {step.state === 'next' && t('journey.next', { role: roleLabel(step.role) })}
            {step.state === 'waits' && t('journey.waits')}
            {step.state === 'unseen' && t('journey.unseen')}
            {step.stage === 'candidate' && readsRuns && <Link className={classes.who} to="." hash={whoId}>{t('matches:who.title')}</Link>}
          </span>
        </li>
      ))}
    </ol>
  );
}

const page = z.object({ items: z.array(z.unknown()) });

/** How many candidates the newest matching run gives for these remains; undefined where there is no run or it is not shown. */
function useCandidateCount(remains: string, enabled: boolean): number | undefined {
  const runs = useSubjects({ kind: 'run', sort: '-updated' });
  const run = runs.data?.pages[0]?.items[0]?.id;
  const { data } = useQuery({
    queryKey: ['run', run, 'candidates', remains, 'count'], enabled: enabled && run !== undefined,
    queryFn: async ({ signal }) => {
      try {
        return (await request(`/runs/${run ?? ''}/candidates${queryOf({ remains, limit: '20' })}`, page, { signal })).items.length;
      } catch (error) {
        if (error instanceof RefusedError && (error.status === 403 || error.status === 404)) return null;
        throw error;
      }
    },
  });
  return data ?? undefined;
}
