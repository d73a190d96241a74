import { Alert, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { CorrectableFields, HistoryTimeline, PageHeader, Photographs, QueryView, Section, SplitView, StatementButton, StatusBadge, SyntheticBadge, type FormField } from '../components/index.ts';
import { BilingualControl, ChoiceControl, GridPointControl, LineControl, SubjectControl } from '../controls/index.ts';
import { textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WhoCouldItBe } from '../matches/who-could-it-be.tsx';
import { Aliases } from './aliases.tsx';
import { BoneInventory } from './bone-inventory.tsx';
import { Examinations } from './examinations.tsx';
import { FoundDescription } from './found-description.tsx';
import { JourneyStrip } from './journey-strip.tsx';
import { Presumptions } from './presumptions.tsx';
import { ProfileSummary } from './profile-summary.tsx';
import { Reassociations } from './reassociations.tsx';
import { SamplesSection } from './samples-section.tsx';

/** Everything known of one bag of remains. */
export function RemainsPage() {
  const id = useParam('id');
  return <QueryView query={useSubject(id)}>{(detail) => <RemainsView key={id} detail={detail} />}</QueryView>;
}

function RemainsView({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const { subject, item } = detail;
  const site = textOf(subject.fields['site']?.[0]?.value);
  const recoveryForm: readonly FormField[] = [
    { name: 'grave', control: (props) => <SubjectControl {...props} kind="grave" {...(site === undefined ? {} : { linkedTo: { 'link.site': site } })} /> },
    { name: 'completeness', required: true, control: (props) => <ChoiceControl {...props} list="completenesses" required /> },
    { name: 'condition', control: (props) => <ChoiceControl {...props} list="conditions" /> },
    { name: 'bag', control: (props) => <LineControl {...props} /> },
    { name: 'seal', control: (props) => <LineControl {...props} /> },
    { name: 'position', control: (props) => <GridPointControl {...props} /> },
    { name: 'description', control: (props) => <BilingualControl {...props} lines={2} /> },
  ];
  const bagForm: readonly FormField[] = [
    { name: 'bag', required: true, control: (props) => <LineControl {...props} required /> },
    { name: 'seal', control: (props) => <LineControl {...props} /> },
  ];
  return (
    <>
      <PageHeader
        title={item.code} kind={t('one')} badges={<><StatusBadge kind="remains" status={item.status} />{subject.synthetic && <SyntheticBadge />}</>}
        actions={<LabelButtons id={subject.id} />}
      />
      <JourneyStrip detail={detail} />
      {detail.blinded && <Alert color="slate" variant="outline" mb="md" title={t('blindedTitle')}>{t('blindedWhy')}</Alert>}
      <SplitView side={<>
        {!detail.blinded && <Presumptions detail={detail} />}
        <SamplesSection detail={detail} />
        <ProfileSummary detail={detail} />
        {!detail.blinded && <Aliases detail={detail} />}
        {!detail.blinded && <WhoCouldItBe remains={subject.id} />}
        <Reassociations detail={detail} />
      </>}>
        <Section title={t('recovery')} actions={<StatementButton detail={detail} type="remains.bagged" label={t('bagAndSeal')} fields={bagForm} />}>
          <CorrectableFields detail={detail} fields={['site', 'grave', 'completeness', 'condition', 'bag', 'seal', 'position', 'description']} forms={{ 'remains.recovered': recoveryForm, 'remains.bagged': bagForm }} />
        </Section>
        <Examinations detail={detail} />
        <BoneInventory detail={detail} />
        <FoundDescription detail={detail} />
        <Section title={t('common:photographs.title')}><Photographs detail={detail} /></Section>
        <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
      </SplitView>
    </>
  );
}

function LabelButtons({ id }: { readonly id: string }) {
  const { t } = useTranslation(['remains', 'common']);
  const language = useLanguage();
  return <Button component="a" size="md" variant="default" leftSection={<IconPrinter size={18} aria-hidden />} href={`/api/remains/${id}/label.pdf?language=${language}`} target="_blank" rel="noopener">{t('label')}</Button>;
}
