import { Button } from '@mantine/core';
import { describeProblem, makeProblem } from '@imena/problem';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAccountName, useSubject } from '../api/index.ts';
import { Code, PageHeader, PrintButton, QueryView, Section, SubjectLink } from '../components/index.ts';
import { codeLabel, formatFixed, formatMoment, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { candidatesQuery, runReportQuery, type RunReport } from './dna-api.ts';
import { DirectMatches } from './direct-matches.tsx';
import { LeftOut } from './left-out.tsx';
import { WhyRepeated } from './why-repeated.tsx';
import classes from './dna.module.css';

/** One run: what it computed from, with which parameters, what came out, and what could not be computed. */
export function RunPage() {
  const { run = '' }: { readonly run?: string } = useParams({ strict: false });
  const { t } = useTranslation('dna');
  const detail = useSubject(run);
  const report = useQuery(runReportQuery(run));
  const candidates = useInfiniteQuery(candidatesQuery(run));
  return (
    <QueryView query={detail}>
      {(data) => (
        <>
          <PageHeader title={data.item.code} kind={t('run.one')} actions={<><Button component={Link} to={`/matches/${data.item.id}`} size="md">{t('run.openCandidates')}</Button><PrintButton /></>} />
          <QueryView query={report}>
            {(found) => (
              <>
                <WhyRepeated report={found} />
                <Outcome report={found} />
                <SolvedTogether joint={found.joint} />
                <DirectMatches direct={candidates.data?.pages[0]?.direct ?? []} />
                <Failures failed={found.failed} />
                <Section title={t('dropped.here')}><LeftOut report={found} /></Section>
                <Inputs report={found} />
              </>
            )}
          </QueryView>
          {!report.isPending && data.subject.history.map((one) => <p key={one.entry}><Link to={`/ledger/${one.entry}`}>{t('run.entry')}</Link></p>)}
        </>
      )}
    </QueryView>
  );
}

function Outcome({ report }: { readonly report: RunReport }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  const { compared, pairsAbove, expectedByChance, parameters } = report;
  return (
    <Section title={t('run.outcome')}>
      <dl className={classes.counts}>
        <div className={classes.count}><dt>{t('run.compared')}</dt><dd>{formatNumber(compared, language)}</dd></div>
        <div className={classes.count}><dt>{t('run.above', { log10: formatNumber(parameters.minLog10Lr, language) })}</dt><dd>{formatNumber(pairsAbove, language)}</dd></div>
        <div className={classes.count}><dt>{t('run.byChance')}</dt><dd>{formatFixed(expectedByChance, language, expectedByChance < 1 ? 3 : 1)}</dd></div>
      </dl>
      <p className={classes.dimmed}>{t('run.byChanceExplained')}</p>
    </Section>
  );
}

/** How the pairs were solved together: exact, certified, estimates, and groups that stand with their pairs' own numbers. */
function SolvedTogether({ joint }: { readonly joint: RunReport['joint'] }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  if (joint === null) return null;
  const number = (value: number): string => formatNumber(value, language);
  return (
    <Section title={t('run.jointTitle')}>
      <p style={{ marginTop: 0 }}>{t('run.jointExplained')}</p>
      <dl className={classes.counts}>
        {(['groups', 'largest', 'exact', 'certified', 'estimated'] as const).map((key) => <div key={key} className={classes.count}><dt>{t(`run.joint.${key}`)}</dt><dd>{number(joint[key])}</dd></div>)}
        <div className={classes.count}><dt>{t('run.joint.refused')}</dt><dd>{number(joint.refused.length)}</dd></div>
      </dl>
      {joint.refused.length > 0 && <ul className={classes.reasons}>{joint.refused.map((one, place) => <li key={place}>{t('run.jointRefused', { remains: number(one.remains), persons: number(one.persons), reason: describeProblem(makeProblem(one.code, one.details), language) })}</li>)}</ul>}
    </Section>
  );
}

function Inputs({ report }: { readonly report: RunReport }) {
  const { t } = useTranslation(['dna', 'joint', 'lowTemplate', 'weights']);
  const language = useLanguage();
  const nameOf = useAccountName();
  const { parameters, population } = report;
  return (
    <Section title={t('run.inputs')}>
      <dl className={classes.facts}>
        <dt>{t('run.asked')}</dt><dd>{report.requestedBy === null ? '' : nameOf(report.requestedBy)}{report.at === null ? '' : `, ${formatMoment(report.at, language)}`}</dd>
        <dt>{t('run.remains')}</dt><dd>{formatNumber(report.remains, language)}</dd>
        <dt>{t('run.persons')}</dt><dd>{formatNumber(report.missing, language)}</dd>
        <dt>{t('run.references')}</dt><dd>{formatNumber(report.references, language)}</dd>
        <dt>{t('form.frequencyTable')}</dt><dd>{population.name} ({population.source})</dd>
        <dt>{t('profiles.markers')}</dt><dd>{report.markers.join(', ')}</dd>
        <dt>{t('run.linked')}</dt><dd>{report.linked === null ? t('run.linkedNotLooked') : report.linked.length === 0 ? t('run.linkedNone') : t(report.linkedTogether ? 'run.linkedTogether' : 'run.linkedPairs', { pairs: report.linked.map(({ a, b, distanceCm }) => `${a} – ${b} (${formatNumber(distanceCm, language, 1)} cM)`).join(', ') })}</dd>
        <dt>{t('joint:occupants')}</dt><dd>{report.occupants === null ? t('joint:notThen') : formatNumber(report.occupants, language)}</dd>
        <dt>{t('lowTemplate:inRun')}</dt><dd>{report.lowTemplate.length === 0 ? t('lowTemplate:inRunNone') : report.lowTemplate.map(({ profile, item }) => <div key={profile}>{item === null ? profile.slice(0, 8) : <SubjectLink item={item} />}</div>)}</dd>
        <dt>{t('form.theta')}</dt><dd>{formatNumber(parameters.theta, language, 4)}</dd>
        <dt>{t('form.mutation')}</dt><dd>{t(`mutations.${parameters.mutation.model}`)}</dd>
        <dt>{t('form.minLog10Lr')}</dt><dd>{formatNumber(parameters.minLog10Lr, language)}</dd>
        <dt>{t('form.expectedMissing')}</dt><dd>{formatNumber(parameters.expectedMissing, language)}</dd>
        <dt>{t('form.minimumFrequency')}</dt><dd>{formatNumber(parameters.minimumFrequency, language, 6)}</dd>
        <dt>{t('form.minMarkers')}</dt><dd>{formatNumber(parameters.minMarkers, language)}</dd>
        {report.weights !== null && <><dt>{t('weights:atRun')}</dt><dd>{t('weights:standing', { version: report.weights.version, origin: codeLabel('weightOrigins', report.weights.origin) })}</dd></>}
        <dt>{t('run.software')}</dt><dd>{report.software}</dd>
        <dt>{t('run.inputsHash')}</dt><dd><Code length={24}>{report.inputsHash}</Code></dd>
        <dt>{t('run.resultHash')}</dt><dd><Code length={24}>{report.resultHash}</Code></dd>
      </dl>
    </Section>
  );
}

function Failures({ failed }: { readonly failed: RunReport['failed'] }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  return (
    <Section title={t('run.failed')}>
      {failed.length === 0 ? <p className={classes.dimmed}>{t('run.failedNone')}</p> : (
        <ul className={classes.reasons}>
          {failed.map((failure) => (
            <li key={`${failure.family} ${failure.person} ${failure.remains ?? ''}`}>
              {failure.familyItem === null ? t('dropped.family') : <SubjectLink item={failure.familyItem} />}
              {failure.personItem !== null && <> · <SubjectLink item={failure.personItem} /></>}: {describeProblem(makeProblem(failure.code, failure.details), language)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
