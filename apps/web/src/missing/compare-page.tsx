import { useNavigate, useSearch } from '@tanstack/react-router';
import { compareNames } from '@imena/names';
import type { Json } from '@imena/problem';
import { nameTexts } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { PageHeader, QueryView, Section, StatementForm, SubjectLink } from '../components/index.ts';
import { ChoiceControl, ProseControl, SubjectControl } from '../controls/index.ts';
import { textOf } from '../format/index.ts';
import { comparePersons } from './compare-reports.ts';
import { SideBySide } from './side-by-side.tsx';

/** Two persons side by side: the same, or kept apart; a person decides and says why. */
export function ComparePage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <CompareView key={id} detail={detail} />}</QueryView>;
}

function CompareView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['missing', 'common']);
  const { other: asked }: { readonly other?: unknown } = useSearch({ strict: false });
  const [other, setOther] = useState(textOf(asked as Json | undefined));
  return (
    <>
      <PageHeader title={t('compareTitle', { code: detail.item.code })} kind={t('sameOrNot')}>{t('compareExplained')}</PageHeader>
      <Section title={t('withWhom')}><SubjectControl kind="person" label={t('otherPerson')} value={other} onChange={(next) => setOther(textOf(next))} /></Section>
      {other !== undefined && other !== detail.subject.id && <Pair left={detail} other={other} cameFromList={asked !== undefined} />}
    </>
  );
}

function Pair({ left, other, ...from }: { readonly left: SubjectDetail; readonly other: string; readonly cameFromList: boolean }) {
  return <QueryView query={useSubject(other)}>{(right) => <PairView key={other} left={left} right={right} {...from} />}</QueryView>;
}

function PairView({ left, right, cameFromList }: { readonly left: SubjectDetail; readonly right: SubjectDetail; readonly cameFromList: boolean }) {
  const { t } = useTranslation(['missing', 'common']);
  const navigate = useNavigate();
  const mayState = useMayState();
  const back = (): void => void navigate({ to: cameFromList ? '/missing/duplicates' : `/missing/${left.subject.id}` });
  const likeness = Math.max(0, ...nameTexts(left.subject).flatMap((a) => nameTexts(right.subject).map((b) => compareNames(a, b).score)));
  return (
    <>
      <Section title={t('sideBySide')}>
        <p>{t('namesAlike', { percent: Math.round(100 * likeness) })}</p>
        <SideBySide label={t('sideBySide')} heads={[left, right].map((one) => <SubjectLink key={one.item.id} item={one.item} />)} rows={comparePersons(left.subject, right.subject)} />
      </Section>
      {mayState('person.compared', left.subject.scope) && (
        <Section title={t('decide')}>
          <StatementForm
            type="person.compared" basis="decided" scope={left.subject.scope} subject={left.subject.id} subjectKind="person" fixed={{ other: right.subject.id }}
            fields={[
              { name: 'verdict', required: true, control: (props) => <ChoiceControl {...props} list="mergeGrounds" required /> },
              { name: 'explanation', required: true, control: (props) => <ProseControl {...props} required /> },
            ]}
            onDone={back} onCancel={back}
          />
        </Section>
      )}
    </>
  );
}
