import { Chip, Group } from '@mantine/core';
import { describeProblem, type Json } from '@imena/problem';
import { codeLists } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useItemsById } from '../api/index.ts';
import { EmptyState, PageHeader, QueryView, Section, StatementForm, SubjectLink, type FormField } from '../components/index.ts';
import { LineControl, ProseControl } from '../controls/index.ts';
import { codeLabel, fieldLabel, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WeightPanel } from '../matches/weight-panel.tsx';
import { contradictionSentence, wordedObstacle } from './contradiction-words.ts';
import { checkQuery, type Ground, type ProposalCheck, type ProposalKey } from './decisions-api.ts';
import { identificationCode } from './stages.ts';
import classes from './decisions.module.css';

/** Proposes an identification: what the register already says is filled in, the argument is the person's own. */
export function NewDecisionPage() {
  const { t } = useTranslation('decisions');
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [ground, setGround] = useState<Ground>('dna');
  const remains = textOf(search['remains'])?.split(',') ?? [];
  const person = textOf(search['person']);
  const run = textOf(search['run']) ?? null;
  if (remains.length === 0 || person === undefined) return <><PageHeader title={t('propose.title')} /><EmptyState>{t('propose.fromCandidate')}</EmptyState></>;
  return (
    <>
      <PageHeader title={t('propose.title')}>{t('propose.explained')}</PageHeader>
      <Section title={fieldLabel('ground')}>
        <Chip.Group value={ground} onChange={(next) => setGround(codeLists.identificationGrounds.find((one) => one === next) ?? 'dna')}>
          <Group role="radiogroup" aria-label={fieldLabel('ground')}>{codeLists.identificationGrounds.map((one) => <Chip key={one} value={one} size="md" radius="sm">{codeLabel('identificationGrounds', one)}</Chip>)}</Group>
        </Chip.Group>
        <p className={classes.dimmed} style={{ marginTop: '0.6rem' }}>{t(`propose.grounds.${ground}`)}</p>
      </Section>
      <Checked key={ground} proposal={{ remains, person, run: run === '' ? null : run, ground }} />
    </>
  );
}

function Checked({ proposal }: { readonly proposal: ProposalKey }) {
  const check = useQuery(checkQuery(proposal));
  // A code is made from the first remains, so only what was proposed of them before can have taken it.
  const identifications = useAllSubjects({ kind: 'identification', 'link.remains': proposal.remains[0] });
  return <QueryView query={check}>{(found) => <QueryView query={identifications}>{(all) => <ProposalForm proposal={proposal} check={found} taken={new Set(all.map((one) => one.code))} />}</QueryView>}</QueryView>;
}

function ProposalForm({ proposal, check, taken }: { readonly proposal: ProposalKey; readonly check: ProposalCheck; readonly taken: ReadonlySet<string> }) {
  const { t } = useTranslation('decisions');
  const navigate = useNavigate();
  const items = useItemsById([...proposal.remains, proposal.person]);
  const first = items.get(proposal.remains[0] ?? '');
  const person = items.get(proposal.person);
  if (first === undefined || person === undefined) return null;
  const numbers: Readonly<Record<string, Json>> = check.numbers === null ? {} : { ...check.numbers };
  const fixed: Record<string, Json | undefined> = {
    code: identificationCode(first.code, taken), remains: [...proposal.remains], person: proposal.person, ground: proposal.ground, ...numbers,
    ...(proposal.run === null || check.numbers === null ? {} : { run: proposal.run }), ...(check.family === null ? {} : { family: check.family }), contradictions: check.contradictions.map((one) => ({ ...one })),
  };
  return (
    <>
      <Section title={t('propose.what')}>
        <dl className={classes.content}>
          <dt>{fieldLabel('remains')}</dt><dd>{proposal.remains.map((id) => { const item = items.get(id); return item === undefined ? null : <SubjectLink key={id} item={item} />; })}</dd>
          <dt>{fieldLabel('person')}</dt><dd><SubjectLink item={person} /></dd>
        </dl>
        {check.numbers !== null && <div style={{ marginTop: '1rem' }}><WeightPanel lnLr={Number(check.numbers.lnLr)} prior={Number(check.numbers.prior)} threshold={check.threshold} /></div>}
      </Section>
      <Standing check={check} />
      <Section title={t('propose.own')}>
        <StatementForm type="identification.proposed" scope={first.scope} subjectKind="identification" basis="decided" fixed={fixed} fields={fieldsOf(proposal.ground, t)} submitLabel={t('propose.submit')} onDone={({ subject }) => void navigate({ to: `/decisions/${subject}` })} onCancel={() => window.history.back()} />
      </Section>
    </>
  );
}

/** What the proposal will have to answer: contradictions, siblings, exposure, other obstacles. */
function Standing({ check }: { readonly check: ProposalCheck }) {
  const { t } = useTranslation(['decisions', 'matches', 'pedigree']);
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  return (
    <>
      <Section title={t('propose.contradictions')}>
        {check.contradictions.length === 0 ? <p className={classes.clear}>{t('content.noContradictions')}</p> : (
          <><p className={classes.dimmed}>{t('propose.contradictionsExplained')}</p><ul>{check.contradictions.map((one) => <li key={one.key}>{contradictionSentence(one, { t: tMatches, language })}</li>)}</ul></>
        )}
      </Section>
      <Section title={t('propose.siblings')}>
        {check.siblings.length === 0 ? <p className={classes.dimmed}>{t('matches:alternatives.noSiblings')}</p> : (
          <><p className={classes.dimmed}>{t('propose.siblingsExplained')}</p><ul>{check.siblings.map((one) => <li key={one.id}>{one.label}: {t(`pedigree:state.${one.state}`)}{one.stateSource === null ? `, ${t('matches:alternatives.noSource')}` : ` (${one.stateSource})`}</li>)}</ul></>
        )}
      </Section>
      {check.exposure.length + check.obstacles.length > 0 && (
        <Section title={t('obstacles.title')}>
          <ul className={classes.obstacles}>
            {check.exposure.map((one) => <li key={one.remains} className={classes.obstacle}>{t('propose.exposed', { code: one.code })}</li>)}
            {check.obstacles.map((problem, place) => <li key={`${problem.code} ${place}`} className={classes.obstacle}>{describeProblem(wordedObstacle(problem, { t: tMatches, language }), language)}</li>)}
          </ul>
        </Section>
      )}
    </>
  );
}

function fieldsOf(ground: Ground, t: ReturnType<typeof useTranslation<'decisions'>>['t']): FormField[] {
  const line = (name: string, required?: true): FormField => ({ name, control: (props) => <LineControl {...props} />, ...(required === undefined ? {} : { required }) });
  const prose = (name: string, more: Partial<FormField> = {}): FormField => ({ name, control: (props) => <ProseControl {...props} />, ...more });
  return [
    prose('argument', { required: true, description: t('propose.argumentHint') }),
    ...(ground === 'dna' ? [prose('priorExplanation', { description: t('propose.priorHint') })] : []),
    ...(ground === 'teeth' || ground === 'friction_ridge' ? [line('examiner', true), line('verifier', true)] : []),
    ...(ground === 'other' ? [prose('authorityReason', { required: true })] : []),
    prose('missingParts', { description: t('propose.missingPartsHint') }),
  ];
}
