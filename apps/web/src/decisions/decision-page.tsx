import { agreedValue, type Subject } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useItemsById, useMayState, useSession, useSubject, type SubjectDetail } from '../api/index.ts';
import { Code, HistoryTimeline, PageHeader, PrintButton, QueryView, Section, SplitView, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { kindLabel, textOf } from '../format/index.ts';
import { ActList } from './act-list.tsx';
import { useDecisionWords } from './decision-words.ts';
import { CertificateButtons } from './certificate-buttons.tsx';
import { DecisionActions } from './decision-actions.tsx';
import { DecisionContent } from './decision-content.tsx';
import { decisionQuery, type Decision } from './decisions-api.ts';
import { ObstacleList } from './obstacle-list.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { StepLine } from './step-line.tsx';
import { ThreeIdentities } from './three-identities.tsx';
import classes from './decisions.module.css';

/** One identification: how far it has come, what is in the way, what was decided by whom, and what can be done now. */
export function DecisionPage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const detail = useSubject(id);
  const decision = useQuery(decisionQuery(id));
  return <QueryView query={detail}>{(data) => <QueryView query={decision}>{(state) => <DecisionView detail={data} decision={state} />}</QueryView>}</QueryView>;
}

function DecisionView({ detail, decision }: { readonly detail: SubjectDetail; readonly decision: Decision }) {
  const { t } = useTranslation(['decisions', 'common']);
  const describe = useDecisionWords(decision.siblings);
  const [reviewing, setReviewing] = useState(false);
  const mayReview = useMayReview(detail.subject);
  const { subject, item } = detail;
  const personId = textOf(agreedValue(subject, 'person')) ?? '';
  const person = useItemsById([personId]).get(personId);
  const review = mayReview && decision.stage !== 'revoked' ? () => setReviewing(true) : undefined;
  const isOpen = decision.stage === 'proposed' || decision.stage === 'returned' || decision.stage === 'reviewed';
  return (
    <>
      <PageHeader kind={kindLabel('identification')} title={item.code} badges={<><StatusBadge kind="identification" status={decision.stage} />{subject.synthetic && <SyntheticBadge />}</>} actions={<PrintButton />}>
        {person !== undefined && `${person.code} ${person.title}`}
      </PageHeader>
      <StepLine identification={subject} />
      <ThreeIdentities identification={subject} />
      {isOpen && <Section title={t('obstacles.title')}><ObstacleList identification={subject} obstacles={decision.obstacles} onReview={review} /></Section>}
      <DecisionActions identification={subject} decision={decision} onReview={review} />
      <SplitView side={<><Section title={t('acts.title')}><ActList decision={decision} /></Section><CertificateButtons id={item.id} decision={decision} /></>}>
        <Section title={t('content.title')}>
          <DecisionContent identification={subject} />
          <p className={classes.dimmed} style={{ marginTop: '0.75rem' }}>{t('sign.hash')}: <Code length={24}>{decision.hash}</Code></p>
        </Section>
      </SplitView>
      <Section title={t('common:history.title')}><HistoryTimeline detail={detail} describe={describe} /></Section>
      <ReviewDialog identification={subject} opened={reviewing} onClose={() => setReviewing(false)} />
    </>
  );
}

const covered = new Set(['identification.proposed', 'identification.contradiction_resolved', 'identification.discriminated', 'identification.exposure_answered']);

/** Whoever wrote any of what is reviewed is not the one who reviews it. */
function useMayReview(identification: Subject): boolean {
  const session = useSession();
  const mayState = useMayState();
  const isAuthor = identification.history.some((one) => covered.has(one.type) && one.state === 'standing' && one.by === session.account.id);
  return !isAuthor && mayState('identification.reviewed', identification.scope);
}
