import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useMayState } from '../api/index.ts';
import { Code, PageHeader, PrintButton, QueryView, Section, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { PedigreeChart } from '../components/pedigree/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AdvicePanel } from '../advice/index.ts';
import { AllEvidencePanel } from './all-evidence-panel.tsx';
import { AlternativesList } from './alternatives-list.tsx';
import { candidatePath, casePath, candidateQuery, type CandidateDetail, type PairAddress } from './candidate-api.ts';
import { ChangedSince } from './changed-since.tsx';
import { Comparison } from './comparison.tsx';
import { ContradictionsFirst } from './contradictions-first.tsx';
import { ExcludeDialog } from './exclude-dialog.tsx';
import { MarkerSection } from './marker-section.tsx';
import { JointPanel } from './joint-panel.tsx';
import { PossibleDuplicates } from '../missing/possible-duplicates.tsx';
import { PartsOfPair } from './parts-of-pair.tsx';
import { PhotographsBeside } from './photographs-beside.tsx';
import { LinesPanel } from './lines-panel.tsx';
import { RecomputePanel } from './recompute-panel.tsx';
import { RivalsTable } from './rivals-table.tsx';
import { ToothOverlay } from './tooth-overlay-view.tsx';
import { TwoSides } from './two-sides.tsx';
import { posteriorOf } from './weight.ts';
import { WeightPanel } from './weight-panel.tsx';
import { XPanel } from './x-panel.tsx';
import classes from './matches.module.css';

/** One pair: contradictions on top, ante-mortem beside post-mortem, then the weight of DNA and what it rests on. */
export function CandidatePage() {
  const { run = '', remains = '', person = '' }: { readonly run?: string; readonly remains?: string; readonly person?: string } = useParams({ strict: false });
  const pair: PairAddress = { run, remains, person };
  const query = useQuery(candidateQuery(pair));
  return <QueryView query={query}>{(detail) => <Candidate key={candidatePath(pair)} pair={pair} detail={detail} />}</QueryView>;
}

function Candidate({ pair, detail }: { readonly pair: PairAddress; readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['matches', 'advice', 'lineage']);
  const { remains, person } = detail;
  const mayDraw = useHasRole('laboratory', 'analyst', 'board');
  const people = detail.pedigree.members.map((member) => ({ ...member, typed: member.profile !== null }));
  return (
    <>
      <PageHeader
        kind={t('candidate')} title={`${remains?.code ?? t('hiddenRemains')} · ${person === null ? t('hiddenPerson') : `${person.code} ${person.title}`}`}
        badges={person?.facets['synthetic'] === true ? <SyntheticBadge /> : undefined} actions={<Actions pair={pair} detail={detail} />}
      >
        {detail.run !== null && <>{t('fromRun')} <Link to={`/dna/runs/${detail.run.id}`}>{detail.run.code}</Link></>}
      </PageHeader>
      <ContradictionsFirst detail={detail} />
      <ChangedSince detail={detail} />
      <PartsOfPair detail={detail} />
      {person !== null && <PossibleDuplicates person={person.id} />}
      {detail.weighed !== null && <Section title={t('other.title')}><Comparison rows={detail.weighed.rows} reports={detail.weighed.reports} evidence={detail.evidence} person={detail.personId} remains={detail.remainsId} /></Section>}
      <TwoSides detail={detail} />
      {remains !== null && person !== null && <><ToothOverlay person={detail.personId} remains={detail.remainsId} /><PhotographsBeside person={detail.personId} remains={detail.remainsId} /></>}
      <Section title={t('weight.title')}><WeightPanel lnLr={detail.lnLr} prior={detail.prior} threshold={detail.threshold} markersUsed={detail.markersUsed} confirmation={detail.confirmation.kind} /></Section>
      {!detail.meetsThreshold && <Section title={t('advice:title')}><AdvicePanel path={candidatePath(pair)} family={pair.family} of="candidate" /></Section>}
      {detail.weighed !== null && <Section title={t('weighed.title')}><AllEvidencePanel weighed={detail.weighed} /></Section>}
      <Section title={t('alternatives.title')}><AlternativesList detail={detail} /></Section>
      <Section title={t('pedigreeTitle')} actions={detail.family === null ? undefined : <SubjectLink item={detail.family} />}>
        <PedigreeChart people={people} remains={{ member: detail.pedigree.member, code: remains?.code ?? t('remainsWord') }} />
      </Section>
      <Section title={t('markers.title')}>
        <MarkerSection pair={pair} detail={detail} mayDraw={mayDraw} />
      </Section>
      {detail.lines !== null && <Section title={t('lineage:title')}><LinesPanel detail={detail} lines={detail.lines} /></Section>}
      {detail.xMarkers !== null && <Section title={t('lineage:x.title')}><XPanel detail={detail} x={detail.xMarkers} /></Section>}
      <Section title={t('rivals.title')}><RivalsTable detail={detail} run={pair.run} /></Section>
      <Section title={t('joint.title')}><JointPanel pair={pair} pairwise={posteriorOf(detail.lnLr, detail.prior)} together={detail.together} theta={detail.parameters.theta} /></Section>
      <Calculation detail={detail} />
      {mayDraw && <Section title={t('recomputeTitle')}><RecomputePanel pair={pair} detail={detail} /></Section>}
    </>
  );
}

function Actions({ pair, detail }: { readonly pair: PairAddress; readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const mayState = useMayState();
  const [excluding, setExcluding] = useState(false);
  const scope = detail.remains?.scope;
  const isExcluded = detail.exclusions.length > 0;
  return (
    <>
      {mayState('identification.proposed', scope) && !isExcluded && <Button component={Link} to="/decisions/new" search={{ run: pair.run, remains: pair.remains, person: pair.person } as never} size="md">{t('propose')}</Button>}
      {mayState('pair.excluded', scope) && !isExcluded && detail.remains !== null && <Button size="md" variant="default" onClick={() => setExcluding(true)}>{t('exclude.action')}</Button>}
      <Button component="a" href={`/api${casePath(pair)}`} download size="md" variant="default" leftSection={<IconDownload size={18} aria-hidden />} title={t('calculation.logged')}>{t('calculation.download')}</Button>
      <PrintButton />
      <ExcludeDialog opened={excluding} onClose={() => setExcluding(false)} detail={detail} />
    </>
  );
}

function Calculation({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['matches', 'dna']);
  const language = useLanguage();
  return (
    <Section title={t('calculation.title')}>
      <p style={{ marginTop: 0 }}>{t('calculation.explained', { table: detail.population.name, theta: formatNumber(detail.parameters.theta, language, 4), mutation: t(`dna:mutations.${detail.parameters.mutation.model}`), n: formatNumber(detail.expectedMissing, language) })}</p>
      <p className={classes.dimmed}>{t('dna:run.inputsHash')}: <Code length={24}>{detail.inputsHash}</Code></p>
    </Section>
  );
}
