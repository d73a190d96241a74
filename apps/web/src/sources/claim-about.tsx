import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { EmptyState, OriginLine, Section, StatementButton, SubjectLink } from '../components/index.ts';
import { ProseControl, SubjectControl, type ControlProps } from '../controls/index.ts';
import { fieldLabel, kindLabel, recordOf, textOf } from '../format/index.ts';
import { LeadFromClaim } from './lead-from-claim.tsx';
import classes from './sources.module.css';

/** What the statement speaks of: the place in words, the subjects that it names or that a person linked, the sites that it became a lead for. */
export function ClaimAbout({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sources');
  const place = textOf(recordOf(detail.subject.fields['about']?.[0]?.value)['place']);
  const ofRelation = (rel: string, direction: 'in' | 'out') => [...new Map(detail.linked.filter((one) => one.direction === direction && one.rel === rel).map((one) => [one.item.id, one.item])).values()];
  const subjects = ofRelation('about', 'out');
  const leads = ofRelation('lead', 'in');
  const links = detail.subject.lists['aboutLinks'] ?? [];
  return (
    <Section title={fieldLabel('about')} actions={<StatementButton detail={detail} type="claim.about_linked" basis="decided" label={t('linkSubject')} explained={<p>{t('linkSubjectExplained')}</p>} fields={[
      { name: 'to', required: true, label: t('whichSubject'), control: (props) => <AnySubjectControl {...props} /> },
      { name: 'explanation', control: (props) => <ProseControl {...props} /> },
    ]} />}>
      {place !== undefined && <p>{place}</p>}
      {place === undefined && subjects.length === 0 && <EmptyState>{t('aboutNothing')}</EmptyState>}
      <ul className={classes.list}>{subjects.map((item) => {
        const link = links.find((one) => one.value['to'] === item.id);
        return <li key={item.id}><span className={classes.quiet}>{kindLabel(item.kind)}</span><SubjectLink item={item} />{link !== undefined && <OriginLine origin={link} />}</li>;
      })}</ul>
      {leads.length > 0 && <><h3 className={classes.part}>{t('leadFor')}</h3><ul className={classes.list}>{leads.map((item) => <li key={item.id}><SubjectLink item={item} /></li>)}</ul></>}
      <LeadFromClaim detail={detail} />
    </Section>
  );
}

const kinds = ['grave', 'area', 'site', 'remains'] as const;

/** A subject of any kind that a statement may be about; the kind is chosen first. */
function AnySubjectControl(props: ControlProps) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('grave');
  const choose = (next: string): void => {
    setKind(kinds.find((one) => one === next) ?? 'grave');
    props.onChange(undefined);
  };
  return (
    <>
      <SegmentedControl size="md" mb="xs" fullWidth aria-label={props.label} data={kinds.map((one) => ({ value: one, label: kindLabel(one) }))} value={kind} onChange={choose} />
      <SubjectControl key={kind} {...props} kind={kind} />
    </>
  );
}
