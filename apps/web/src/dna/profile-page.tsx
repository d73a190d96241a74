import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agreedValue } from '@imena/record';
import { useSubject, type SubjectDetail } from '../api/index.ts';
import { Badge, FieldList, FieldView, HistoryTimeline, PageHeader, PrintButton, QueryView, Section, SplitView, StatementButton, SyntheticBadge, type FormField } from '../components/index.ts';
import { ChoiceControl, LineControl, NumberControl } from '../controls/index.ts';
import { codeLabel, fieldLabel, formatNumber, kindLabel, listOf, numberOf, recordOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { LowTemplateSection } from './low-template-section.tsx';
import classes from './dna.module.css';

const fields = ['sampleCode', 'sample', 'remains', 'relative', 'person', 'kit', 'laboratory', 'analyst', 'reviewer', 'software', 'amelogenin'] as const;

/** One profile: whose it is, who typed it, and its genotypes. Only laboratory, analyst and board come here. */
export function ProfilePage() {
  const { id = '' }: { readonly id?: string } = useParams({ strict: false });
  const { t } = useTranslation(['dna', 'lowTemplate']);
  const detail = useSubject(id);
  return (
    <QueryView query={detail}>
      {(data) => (
        <>
          <PageHeader title={data.item.code} kind={kindLabel('profile')} badges={<>{data.subject.synthetic && <SyntheticBadge />}{data.item.facets['lowTemplate'] === true && <Badge tone="warn">{t('lowTemplate:badge')}</Badge>}</>} actions={<PrintButton />} />
          <SplitView side={<Typed detail={data} />}>
            <Section title={t('profiles.about')}><FieldList>{fields.map((field) => <FieldView key={field} detail={data} field={field} hideEmpty="hideEmpty" />)}</FieldList></Section>
            <LowTemplateSection detail={data} markers={Object.keys(recordOf(agreedValue(data.subject, 'genotypes')))} />
            <HistoryTimeline detail={data} />
          </SplitView>
        </>
      )}
    </QueryView>
  );
}

/** What was typed: autosomes, X, Y and mtDNA apart, and how often a haplotype was seen. */
function Typed({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['dna', 'lineage']);
  const language = useLanguage();
  const { subject } = detail;
  const value = (field: string) => agreedValue(subject, field);
  const counts = subject.lists['haplotypeCounts'] ?? [];
  const hasHaplotype = value('yHaplotype') !== undefined || value('mtHaplotype') !== undefined;
  return (
    <>
      <Section title={t('profiles.genotypes')}><Genotypes value={recordOf(value('genotypes'))} /></Section>
      {listOf(value('nothingSeen')).length > 0 && <Section title={fieldLabel('nothingSeen')}><p>{listOf(value('nothingSeen')).map((marker) => textOf(marker) ?? '').join(', ')}</p></Section>}
      {(['manyAlleles', 'xGenotypes', 'yHaplotype'] as const).map((field) => value(field) !== undefined && <Section key={field} title={fieldLabel(field)}><Genotypes value={recordOf(value(field))} /></Section>)}
      {value('mtHaplotype') !== undefined && <Section title={fieldLabel('mtHaplotype')}><Sequence value={recordOf(value('mtHaplotype'))} /></Section>}
      {hasHaplotype && (
        <Section title={t('lineage:profile.counts')}>
          <p>{t('lineage:profile.explained')}</p>
          <ul>{counts.map(({ entry, value: { lineage, database, timesSeen, databaseSize } }) => <li key={entry}>{t('lineage:profile.count', { line: codeLabel('lineages', textOf(lineage) ?? ''), times: formatNumber(numberOf(timesSeen) ?? 0, language), size: formatNumber(numberOf(databaseSize) ?? 0, language), database: textOf(database) ?? '' })}</li>)}</ul>
          <StatementButton detail={detail} type="profile.haplotype_counted" basis="document" label={t('lineage:profile.state')} fields={countFields} />
        </Section>
      )}
    </>
  );
}

const countFields: readonly FormField[] = [
  { name: 'lineage', control: (props) => <ChoiceControl {...props} list="lineages" />, required: true }, { name: 'database', control: LineControl, required: true },
  { name: 'timesSeen', control: (props) => <NumberControl {...props} min={0} />, required: true }, { name: 'databaseSize', control: (props) => <NumberControl {...props} min={1} />, required: true },
];

function Sequence({ value }: { readonly value: Readonly<Record<string, unknown>> }) {
  const { t } = useTranslation('lineage');
  const ranges = listOf(value['ranges']).map((range) => listOf(range).map(String).join('–'));
  const differences = listOf(value['differences']).map((one) => textOf(one) ?? '');
  return <><p>{t('profile.positions')}: {ranges.join(', ')}</p><p>{t('profile.differences')}: {differences.length === 0 ? t('profile.none') : differences.join(' ')}</p></>;
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
