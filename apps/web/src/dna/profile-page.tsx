import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agreedValue } from '@imena/record';
import { useSubject } from '../api/index.ts';
import { FieldList, FieldView, HistoryTimeline, PageHeader, PrintButton, QueryView, Section, SplitView, SyntheticBadge } from '../components/index.ts';
import { fieldLabel, kindLabel, listOf, recordOf, textOf } from '../format/index.ts';
import classes from './dna.module.css';

const fields = ['sampleCode', 'sample', 'remains', 'relative', 'person', 'kit', 'laboratory', 'analyst', 'reviewer', 'software', 'amelogenin'] as const;

/** One profile: whose it is, who typed it, and its genotypes. Only laboratory, analyst and board come here. */
export function ProfilePage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const { t } = useTranslation('dna');
  const detail = useSubject(id);
  return (
    <QueryView query={detail}>
      {(data) => (
        <>
          <PageHeader title={data.item.code} kind={kindLabel('profile')} badges={data.subject.synthetic ? <SyntheticBadge /> : undefined} actions={<PrintButton />} />
          <SplitView side={<><Section title={t('profiles.genotypes')}><Genotypes value={recordOf(agreedValue(data.subject, 'genotypes'))} /></Section>{agreedValue(data.subject, 'yHaplotype') !== undefined && <Section title={fieldLabel('yHaplotype')}><Genotypes value={recordOf(agreedValue(data.subject, 'yHaplotype'))} /></Section>}</>}>
            <Section title={t('profiles.about')}><FieldList>{fields.map((field) => <FieldView key={field} detail={data} field={field} hideEmpty="hideEmpty" />)}</FieldList></Section>
            <HistoryTimeline detail={data} />
          </SplitView>
        </>
      )}
    </QueryView>
  );
}

function Genotypes({ value }: { readonly value: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('dna');
  const markers = Object.entries(value);
  if (markers.length === 0) return <p className={classes.dimmed}>{t('profiles.genotypesDisagree')}</p>;
  return (
    <table className={classes.rows}>
      <thead><tr><th scope="col">{t('profiles.marker')}</th><th scope="col">{t('profiles.alleles')}</th></tr></thead>
      <tbody>{markers.map(([marker, alleles]) => <tr key={marker}><th scope="row">{marker}</th><td>{listOf(alleles).map((allele) => textOf(allele) ?? '?').join(', ')}</td></tr>)}</tbody>
    </table>
  );
}
