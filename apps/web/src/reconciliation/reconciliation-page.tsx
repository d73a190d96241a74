import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, useSubject, type SubjectDetail } from '../api/index.ts';
import { useParam } from '../app/use-param.ts';
import { ConfirmWithReason, CountedChoice, EmptyState, FormDialog, FreshView, PageHeader, PrintButton, QueryView, Section, SyntheticBadge } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecord } from '../record/index.ts';
import { SitePlanLoader } from '../sites/site-plan-loader.tsx';
import { JournalForm } from './journal-form.tsx';
import { LineDialog, type LineActs } from './line-dialog.tsx';
import { LineHeads, LineRow } from './line-row.tsx';
import { MismatchWords } from './mismatch-view.tsx';
import { reconciliationQuery, type Mismatch, type Reconciliation } from './reconciliation-api.ts';
import { SeriesList } from './series-list.tsx';
import { countKinds, lookupOf, openByGrave, selectLines, type LineFilter } from './select-lines.ts';
import classes from './reconciliation.module.css';

/** Burial journal, markers, graves and remains of a site in one table and on the plan, with every mismatch. */
export function ReconciliationPage() {
  const id = useParam('id');
  const site = useSubject(id);
  return <QueryView query={site}>{(detail) => <Page site={detail} />}</QueryView>;
}

function Page({ site }: { readonly site: SubjectDetail }) {
  const { t } = useTranslation('reconciliation');
  const { scope, id } = site.subject;
  const mayState = useMayState();
  const query = useQuery(reconciliationQuery(id));
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader title={t('title')} kind={site.item.title || site.item.code} badges={query.data?.answer?.synthetic === true && <SyntheticBadge />} actions={<>
        {mayState('burial.listed', scope) && <><Button size="md" variant="default" onClick={() => setAdding(true)}>{t('addLine')}</Button><Button component={Link} to="/import" size="md" variant="default">{t('importJournal')}</Button></>}
        <PrintButton />
      </>}>{t('explained')}</PageHeader>
      <FreshView query={query}>{(data) => <View site={site} data={data} />}</FreshView>
      <FormDialog opened={adding} onClose={() => setAdding(false)} title={t('addLine')}><JournalForm site={id} scope={scope} close={() => setAdding(false)} /></FormDialog>
    </>
  );
}

/** A statement that is about to be made, waiting for its reason. */
type Act =
  | { readonly kind: 'explain'; readonly mismatch: Mismatch }
  | { readonly kind: 'place'; readonly journal: string; readonly grave: string; readonly verdict: 'lies_here' | 'lies_elsewhere' }
  | { readonly kind: 'undo'; readonly entry: string; readonly on: string };

function View({ site, data }: { readonly site: SubjectDetail; readonly data: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const mayState = useMayState();
  const { scope, id } = site.subject;
  const [opened, setOpened] = useState<string | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const lookup = lookupOf(data);
  const marked = openByGrave(data.lines, lookup);
  const open = data.mismatches.filter(({ explained }) => explained === null).length;
  const line = data.lines.find((one) => keyOf(one) === opened);
  const acts: LineActs = {
    explain: (mismatch) => setAct({ kind: 'explain', mismatch }), undo: (entry, on) => setAct({ kind: 'undo', entry, on }),
    place: ({ journal, grave }, verdict) => setAct({ kind: 'place', journal, grave, verdict }),
  };
  const may = mayState('site.mismatch_explained', scope);
  return (
    <>
      <p role="status">{t('summary', { journal: formatNumber(data.journal.length, language), graves: formatNumber(data.lines.filter(({ grave }) => grave !== null).length, language), individuals: formatNumber(data.individuals.length, language), open: formatNumber(open, language), of: formatNumber(data.mismatches.length, language) })}</p>
      {data.journal.length === 0 && <EmptyState>{t('noJournal')}</EmptyState>}
      {/* Above the table: below hundreds of lines nobody would find where the mismatches lie. */}
      <Section title={t('onPlan')}>
        <SitePlanLoader site={site} height={420} marks={{ label: t('marked', { count: marked.size }), about: (grave) => marked.get(grave)?.map((one) => <MismatchWords key={one.key} mismatch={one} />) }} />
      </Section>
      <SeriesList mismatches={data.mismatches} lines={data.lines} may={may} acts={acts} />
      <Section title={t('table')}><Lines data={data} look={setOpened} /></Section>
      <FormDialog opened={line !== undefined} onClose={() => setOpened(null)} title={t('lookTitle')}>
        {line !== undefined && <LineDialog line={line} lookup={lookup} decisions={data.decisions} may={may} scope={scope} acts={acts} />}
      </FormDialog>
      <ActDialog act={act} site={id} scope={scope} close={() => setAct(null)} />
    </>
  );
}

/** As many as somebody goes through at once, also on a phone; the kinds above the table are the way to the rest. */
const step = 20;

function Lines({ data, look }: { readonly data: Reconciliation; readonly look: (key: string) => void }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const [filter, setFilter] = useState<LineFilter>({ shows: 'open', kind: null, text: '' });
  const [most, setMost] = useState(step);
  const lookup = lookupOf(data);
  const lines = selectLines(data.lines, filter, lookup);
  const change = (next: Partial<LineFilter>): void => {
    setFilter({ ...filter, ...next });
    setMost(step);
  };
  return (
    <>
      <div className={`${classes.filters ?? ''} no-print`}>
        <Select size="md" label={t('shows.label')} allowDeselect={false} value={filter.shows} data={(['open', 'explained', 'all'] as const).map((value) => ({ value, label: t(`shows.${value}`) }))} onChange={(shows) => change({ shows: shows === 'explained' || shows === 'all' ? shows : 'open', kind: null })} />
        <TextInput size="md" type="search" label={t('text')} value={filter.text} onChange={(event) => change({ text: event.currentTarget.value })} />
      </div>
      <CountedChoice
        label={t('kind')} total={selectLines(data.lines, { ...filter, kind: null, text: '' }, lookup).length} value={filter.kind} onChange={(kind) => change({ kind })}
        options={countKinds(data.lines, filter.shows, lookup).map(({ kind, count }) => ({ value: kind, label: t(`kinds.${kind}`), count }))}
      />
      {lines.length === 0 && <EmptyState>{t('noLines')}</EmptyState>}
      {lines.length > 0 && <LineHeads />}
      <ul className={classes.rows}>{lines.slice(0, most).map((line) => <LineRow key={keyOf(line)} line={line} lookup={lookup} open={() => look(keyOf(line))} />)}</ul>
      {lines.length > most && <Button mt="md" size="md" variant="default" onClick={() => setMost(most + step)}>{t('more', { left: formatNumber(lines.length - most, language) })}</Button>}
    </>
  );
}

function keyOf({ grave, journal, markers, individuals }: Reconciliation['lines'][number]): string {
  return grave ?? journal[0] ?? markers[0] ?? individuals[0] ?? '';
}

/** Every act is a signed statement with a reason; taking one back is too. */
function ActDialog({ act, site, scope, close }: { readonly act: Act | null; readonly site: string; readonly scope: string; readonly close: () => void }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const record = useRecord();
  const confirm = async (reason: string): Promise<void> => {
    if (act === null) return;
    const said = { basis: 'decided', explanation: reason };
    switch (act.kind) {
      case 'explain':
        await record.mutateAsync({ scope, subject: site, subjectKind: 'site', body: { ...said, type: 'site.mismatch_explained', mismatch: act.mismatch.key, mismatchWords: act.mismatch.words[language].slice(0, 2000) } });
        break;
      case 'place':
        await record.mutateAsync({ scope, subject: act.journal, subjectKind: 'burial_record', body: { ...said, type: 'burial.placed', grave: act.grave, verdict: act.verdict } });
        break;
      case 'undo':
        await record.mutateAsync({ scope, subject: act.on, subjectKind: act.on === site ? 'site' : 'burial_record', supersedes: [act.entry], body: { ...said, type: 'statement.withdrawn' } });
    }
  };
  const title = act === null ? '' : act.kind === 'explain' ? t('explain') : act.kind === 'undo' ? t('undo') : t(act.verdict === 'lies_here' ? 'itIs' : 'itIsNot');
  const draftKey = act === null ? '' : act.kind === 'explain' ? `mismatch/${act.mismatch.key}` : act.kind === 'undo' ? `statement.withdrawn/${act.entry}` : `burial.placed/${act.journal}/${act.grave}/${act.verdict}`;
  return (
    <ConfirmWithReason opened={act !== null} onClose={close} title={title} draftKey={draftKey} confirmLabel={title} confirm={confirm}>
      {act?.kind === 'explain' && <><MismatchWords mismatch={act.mismatch} /><p className={classes.quiet}>{t('explainKept')}</p></>}
      {act?.kind === 'undo' && <p>{t('undoExplained')}</p>}
    </ConfirmWithReason>
  );
}
