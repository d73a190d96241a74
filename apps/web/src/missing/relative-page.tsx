import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, EmptyState, HistoryTimeline, OriginLine, PageHeader, QueryView, Section, SplitView, StatementButton, StatusBadge, SyntheticBadge } from '../components/index.ts';
import { ChoiceControl, ChoicesControl, DateControl, LineControl, ProseControl } from '../controls/index.ts';
import { codeLabel, formatEdtf, listOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ProfileSummary } from '../remains/profile-summary.tsx';
import { SamplesSection } from '../remains/samples-section.tsx';
import classes from './missing.module.css';

/** One relative: relation, consent, refusal, withdrawal, reference sample. */
export function RelativePage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <RelativeView key={id} detail={detail} />}</QueryView>;
}

function RelativeView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['missing', 'common']);
  const { subject, item } = detail;
  return (
    <>
      <PageHeader title={item.title === '' ? item.code : item.title} kind={`${t('relative')} ${item.code}`} badges={<><StatusBadge kind="relative" status={item.status} />{subject.synthetic && <SyntheticBadge />}</>} />
      {item.status === 'consent_withdrawn' && <Alert color="red" variant="outline" mb="md">{t('withdrawnMeans')}</Alert>}
      <SplitView side={<><SamplesSection detail={detail} /><ProfileSummary detail={detail} /></>}>
        <Consent detail={detail} />
        <Section title={t('relative')}>
          <CorrectableFields detail={detail} fields={['family', 'name', 'relation', 'relationAsTold', 'contact']} forms={{ 'relative.registered': [
            { name: 'relation', required: true, control: (props) => <ChoiceControl {...props} list="relations" required /> },
            { name: 'relationAsTold', control: (props) => <LineControl {...props} /> },
            { name: 'contact', control: (props) => <LineControl {...props} /> },
          ] }} />
        </Section>
        <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
      </SplitView>
    </>
  );
}

function Consent({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['missing', 'common']);
  const language = useLanguage();
  const { lists } = detail.subject;
  const lines = [...(lists['consents'] ?? []), ...(lists['consentWithdrawals'] ?? []), ...(lists['refusals'] ?? [])].sort((a, b) => b.index - a.index);
  const heads: Readonly<Record<string, string>> = { 'relative.consented': t('consentGiven'), 'relative.consent_withdrawn': t('consentWithdrawn'), 'relative.refused': t('refusal') };
  return (
    <Section title={t('consentTitle')}>
      {lines.length === 0 && <EmptyState>{t('notAsked')}</EmptyState>}
      <ul className={classes.list}>
        {lines.map((line) => {
          const reviewOn = textOf(line.value['reviewOn']);
          return (
            <li key={line.entry}>
              <div>
                <strong>{heads[line.type] ?? line.type}</strong> {listOf(line.value['purposes']).map((purpose) => codeLabel('consentPurposes', textOf(purpose) ?? '')).join(', ')}
                {textOf(line.value['recipients']) !== undefined && <div>{t('recipients')}: {textOf(line.value['recipients'])}</div>}
                {textOf(line.value['explanation']) !== undefined && <div>{textOf(line.value['explanation'])}</div>}
                {reviewOn !== undefined && <div>{t('askAgain', { when: formatEdtf(reviewOn, language) })}</div>}
                <OriginLine origin={line} />
              </div>
            </li>
          );
        })}
      </ul>
      <div className={classes.actions}>
        <StatementButton detail={detail} type="relative.consented" basis="told" label={t('recordConsent')} initial={{ purposes: ['identification', 'contact'] }} explained={<p>{t('consentExplained')}</p>} fields={[
          { name: 'purposes', required: true, control: (props) => <ChoicesControl {...props} list="consentPurposes" required /> },
          { name: 'recipients', control: (props) => <LineControl {...props} /> }, { name: 'language', control: (props) => <LineControl {...props} /> },
        ]} />
        <StatementButton detail={detail} type="relative.refused" basis="told" label={t('recordRefusal')} fields={[
          { name: 'explanation', required: true, control: (props) => <ProseControl {...props} required /> }, { name: 'reviewOn', control: (props) => <DateControl {...props} /> },
        ]} />
        {(lists['consents']?.length ?? 0) > 0 && <StatementButton detail={detail} type="relative.consent_withdrawn" basis="told" label={t('recordWithdrawal')} initial={{ purposes: ['identification', 'contact'] }} fields={[
          { name: 'purposes', required: true, control: (props) => <ChoicesControl {...props} list="consentPurposes" required /> }, { name: 'explanation', control: (props) => <ProseControl {...props} /> },
        ]} />}
      </div>
    </Section>
  );
}
