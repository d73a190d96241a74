import { useTranslation } from 'react-i18next';
import { useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, EmptyState, HistoryTimeline, OriginLine, PageHeader, QueryView, Section, SplitView, StatementButton, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { ChoiceControl, ProseControl, SubjectControl } from '../controls/index.ts';
import { bilingualText, codeLabel, formatQuantity, linkLabel, listOf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { ClaimAbout } from './claim-about.tsx';
import { useClaimFields } from './source-fields.tsx';
import { speakerLine } from './speaker-line.ts';
import classes from './sources.module.css';

/** One attributed statement: who said what, where, when, how sure, and what it stands beside. */
export function ClaimPage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <ClaimView key={id} detail={detail} />}</QueryView>;
}

function ClaimView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['sources', 'common']);
  const language = useLanguage();
  const { subject } = detail;
  const fields = useClaimFields();
  const value = (name: string) => subject.fields[name]?.[0]?.value;
  const quantities = listOf(value('quantities'));
  return (
    <>
      <PageHeader title={bilingualText(value('words'), language) || detail.item.title} kind={t('oneClaim')} badges={subject.synthetic && <SyntheticBadge />}>{speakerLine(value('speaker'), language) || t('speakerUnknown')}</PageHeader>
      <SplitView side={<><ClaimAbout detail={detail} /><Grades detail={detail} /><ClaimLinks detail={detail} /></>}>
        {quantities.length > 0 && <Section title={t('figures')}><ul className={classes.list}>{quantities.map((one, at) => <li key={at}><strong>{formatQuantity(one, language)}</strong>{recordOf(one)['ordinal'] === true && <span className={classes.quiet}>{t('labelNotCount')}</span>}</li>)}</ul></Section>}
        <Section title={t('oneClaim')}>
          <CorrectableFields detail={detail} fields={['document', 'words', 'claimKind', 'channel', 'via', 'quoteType', 'modality', 'saidOn', 'eventOn', 'quote', 'locator']} hideEmpty="hideEmpty" forms={{ 'claim.stated': fields }} />
        </Section>
        <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
      </SplitView>
    </>
  );
}

function Grades({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  const document = useSubject(textOf(detail.subject.fields['document']?.[0]?.value) ?? detail.subject.id);
  const reliability = textOf(document.data?.subject.fields['reliability']?.[0]?.value);
  return (
    <Section title={t('grades')} actions={<StatementButton detail={detail} type="claim.graded" basis="decided" label={t('gradeClaim')} explained={<p>{t('gradeClaimExplained')}</p>} fields={[
      { name: 'credibility', required: true, control: (props) => <ChoiceControl {...props} list="credibilities" required /> },
      { name: 'explanation', control: (props) => <ProseControl {...props} /> },
    ]} />}>
      <CorrectableFields detail={detail} fields={['credibility']} forms={{}} />
      <p className={classes.quiet}>{t('sourceGrade')}: {reliability === undefined ? t('notGraded') : codeLabel('reliabilities', reliability)}</p>
    </Section>
  );
}

function ClaimLinks({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  const links = detail.subject.lists['claimLinks'] ?? [];
  const inward = detail.linked.filter((one) => one.direction === 'in' && one.item.kind === 'claim');
  return (
    <Section title={t('standsBeside')} actions={<StatementButton detail={detail} type="claim.linked" basis="decided" label={t('link')} fields={[
      { name: 'relation', required: true, label: t('thisStatement'), control: (props) => <ChoiceControl {...props} list="claimRelations" required /> },
      { name: 'to', required: true, label: t('otherStatement'), control: (props) => <SubjectControl {...props} kind="claim" /> },
      { name: 'explanation', control: (props) => <ProseControl {...props} /> },
    ]} />}>
      {links.length + inward.length === 0 && <EmptyState>{t('noLinks')}</EmptyState>}
      <ul className={classes.list}>
        {links.map((link) => {
          const other = detail.linked.find((one) => one.item.id === link.value['to'])?.item;
          return <li key={link.entry}><span>{codeLabel('claimRelations', textOf(link.value['relation']) ?? '')}</span>{other !== undefined && <SubjectLink item={{ ...other, code: other.title, title: '' }} />}<OriginLine origin={link} /></li>;
        })}
        {inward.map((one) => <li key={`${one.rel} ${one.item.id}`}><span className={classes.quiet}>{t('otherSays', { relation: linkLabel(one.rel) })}</span><SubjectLink item={{ ...one.item, code: one.item.title, title: '' }} /></li>)}
      </ul>
    </Section>
  );
}
