import { Button, Menu } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canRead, useAllSubjects, useMayState, useSession, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { EmptyState, FieldList, FieldView, FormDialog, HistoryTimeline, PageHeader, Photographs, PrintButton, QueryView, Section, SplitView, StatusBadge, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { kindLabel } from '../format/index.ts';
import { MarkGraveForm } from '../graves/grave-forms.tsx';
import { IndividualsSection } from '../individuals/individuals-section.tsx';
import { SiteClaims } from './site-claims.tsx';
import { AreaForm, ClearanceForm, LeadForm, LocateForm, siteStages, StageForm, type SiteStage } from './site-forms.tsx';
import { Clearances, Leads, Stages } from './site-lists.tsx';
import { SitePlanLoader } from './site-plan-loader.tsx';

type OpenForm = 'locate' | 'lead' | 'clearance' | 'area' | 'grave' | SiteStage | null;

export function SitePage() {
  const id = useParam('id');
  const query = useSubject(id);
  return <QueryView query={query}>{(detail) => <SiteDetail key={id} detail={detail} />}</QueryView>;
}

function SiteDetail({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['sites', 'common']);
  const session = useSession();
  const [form, setForm] = useState<OpenForm>(null);
  const id = detail.subject.id;
  return (
    <>
      <PageHeader
        kind={`${kindLabel('site')} ${detail.item.code}`} title={detail.item.title || detail.item.code}
        badges={<><StatusBadge kind="site" status={detail.item.status} />{detail.subject.synthetic && <SyntheticBadge />}</>}
        actions={<><SiteActions detail={detail} open={setForm} /><PrintButton /></>}
      />
      <Section title={t('plan')} actions={<>
        {canRead(session, 'burial_record') && <Button component={Link} to={`/sites/${id}/reconciliation`} variant="default" size="sm" mr="xs">{t('reconcile')}</Button>}
        <Button component={Link} to={`/sites/${id}/plan`} variant="default" size="sm">{t('common:open')}</Button>
      </>}>
        <SitePlanLoader site={detail} height={420} />
      </Section>
      <SplitView side={(
        <>
          <IndividualsSection place={id} scope={detail.subject.scope} />
          <Section title={t('stages')}><Stages detail={detail} /></Section>
          <Section title={t('clearances')}><Clearances detail={detail} /></Section>
          <Section title={t('areas')}><Areas detail={detail} /></Section>
          <Section title={t('leads')}><Leads detail={detail} /></Section>
        </>
      )}>
        <Section title={t('description')}>
          <FieldList>
            {['code', 'name', 'description', 'place', 'grid'].map((field) => <FieldView key={field} detail={detail} field={field} {...(field === 'grid' ? { hideEmpty: 'hideEmpty' as const } : {})} />)}
          </FieldList>
        </Section>
        <Section title={t('claims')}><SiteClaims site={detail} /></Section>
        <Section title={t('common:photographs.title')}><Photographs detail={detail} /></Section>
        <Section title={t('common:history.title')}><HistoryTimeline detail={detail} /></Section>
      </SplitView>
      <SiteDialog detail={detail} form={form} close={() => setForm(null)} />
    </>
  );
}

const actionTypes: Readonly<Record<Exclude<OpenForm, null>, string>> = {
  locate: 'site.located', lead: 'site.lead_reported', clearance: 'site.cleared', area: 'area.defined', grave: 'grave.marked',
  confirmed: 'site.confirmed', secured: 'site.secured', opened: 'site.opened', closed: 'site.closed',
};

/** What the reader may record here; nothing is offered that would be refused. */
function SiteActions({ detail, open }: { readonly detail: SubjectDetail; readonly open: (form: OpenForm) => void }) {
  const { t } = useTranslation(['sites', 'common']);
  const mayState = useMayState();
  const may = (form: Exclude<OpenForm, null>): boolean => mayState(actionTypes[form], detail.subject.scope);
  const labels = { locate: t('locate'), lead: t('addLead'), clearance: t('addClearance'), area: t('defineArea'), grave: t('markGrave'), confirmed: t('confirmed'), secured: t('secured'), opened: t('opened'), closed: t('closed') } as const;
  const inMenu = (['locate', 'lead', 'clearance', 'area', ...siteStages] as const).filter(may);
  return (
    <>
      {may('grave') && <Button size="md" onClick={() => open('grave')}>{t('markGrave')}</Button>}
      {inMenu.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target><Button size="md" variant="default">{t('common:add')}</Button></Menu.Target>
          <Menu.Dropdown>{inMenu.map((form) => <Menu.Item key={form} onClick={() => open(form)}>{labels[form]}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function SiteDialog({ detail, form, close }: { readonly detail: SubjectDetail; readonly form: OpenForm; readonly close: () => void }) {
  const { t } = useTranslation('sites');
  const navigate = useNavigate();
  const props = { detail, onDone: close, onCancel: close };
  const titles = { locate: t('locate'), lead: t('addLead'), clearance: t('addClearance'), area: t('defineArea'), grave: t('markGrave'), confirmed: t('confirmed'), secured: t('secured'), opened: t('opened'), closed: t('closed') } as const;
  return (
    <FormDialog opened={form !== null} onClose={close} title={form === null ? '' : titles[form]}>
      {form === 'locate' && <LocateForm {...props} />}
      {form === 'lead' && <LeadForm {...props} />}
      {form === 'clearance' && <ClearanceForm {...props} />}
      {form === 'area' && <AreaForm {...props} />}
      {form === 'grave' && <MarkGraveForm site={detail} onCancel={close} onDone={(id) => void navigate({ to: `/graves/${id}` })} />}
      {siteStages.map((stage) => form === stage && <StageForm key={stage} stage={stage} {...props} />)}
    </FormDialog>
  );
}

function Areas({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('sites');
  const query = useAllSubjects({ kind: 'area', 'link.site': detail.subject.id, sort: 'code' });
  return (
    <QueryView query={query}>
      {(areas) => (areas.length === 0 ? <EmptyState>{t('areasNone')}</EmptyState> : <ul>{areas.map((area) => <li key={area.id}><SubjectLink item={area} /></li>)}</ul>)}
    </QueryView>
  );
}
