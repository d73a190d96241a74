import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, EmptyState, FreshView, PageHeader, PrintButton, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { codeLabel, formatListedProbability, formatNumber, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { WeightsLine } from '../weights/weights-line.tsx';
import { auditQuery, type AuditedIdentity } from './audit-api.ts';
import { evidenceWords } from './evidence-line.ts';
import classes from './audit.module.css';

/** Presumed and established identities that the rest of the evidence speaks against; it points, people look. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const query = useQuery(auditQuery);
  const [all, setAll] = useState(false);
  return (
    <>
      <PageHeader title={t('title')} actions={<PrintButton />}>{t('explained')}</PageHeader>
      <FreshView query={query}>
        {({ items, run, asOf, withoutDna, weights, total, doubtful }) => {
          const looked = items.slice(0, doubtful);
          const shown = all ? items : looked;
          return (
            <>
              <p role="status" className={classes.quiet}>
                {t('counts', { doubtful: formatNumber(doubtful, language), of: formatNumber(total, language), asOf: formatNumber(asOf + 1, language) })}{' '}
                {t('numbers')}{' '}
                {run === null ? t('noRun') : <>{t('dnaOf')} <SubjectLink item={run} />{withoutDna > 0 && `; ${t('withoutDna', { count: withoutDna })}`}</>}
              </p>
              <WeightsLine weights={weights} />
              {shown.length === 0 && <EmptyState>{t(items.length === 0 ? 'none' : 'nobodyDoubtful')}</EmptyState>}
              <ol className={classes.list}>{shown.map((one, at) => <Identity key={`${one.remains?.id ?? ''} ${one.person?.id ?? ''}`} identity={one} isDoubtful={at < doubtful} run={run?.id ?? null} />)}</ol>
              {items.length < (all ? total : doubtful) && <p className={classes.quiet}>{t('firstOnly', { shown: formatNumber(shown.length, language) })}</p>}
              {items.length > looked.length && <Button mt="md" size="md" variant="default" onClick={() => setAll(!all)}>{all ? t('onlyDoubtful') : t('showAll', { count: items.length })}</Button>}
            </>
          );
        }}
      </FreshView>
    </>
  );
}

function Identity({ identity, isDoubtful, run }: { readonly identity: AuditedIdentity; readonly isDoubtful: boolean; readonly run: string | null }) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const { remains, person, standing, grounds, wrong, evidence, reportsThatFitBetter, remainsThatFitBetter, collidesWith } = identity;
  const against = evidence.filter((one) => one.counts && one.verdict === 'against');
  const rest = evidence.filter((one) => !against.includes(one));
  return (
    <li className={classes.item} data-doubtful={isDoubtful}>
      <div className={classes.head}>
        <div className={classes.names}>{remains !== null && <SubjectLink item={remains} />} {t('takenFor')} {person !== null && <SubjectLink item={person} />} {person?.facets['synthetic'] === true && <SyntheticBadge />}</div>
        <Badge tone={standing === 'established' ? 'good' : 'plain'}>{t(`standing.${standing}`)}</Badge>
      </div>
      <p><strong>{t('wrong', { percent: formatListedProbability(wrong, language) })}</strong> <span className={classes.quiet}>{t('restsOn', { grounds: grounds.map((ground) => (ground === 'dna' || ground === 'teeth' ? codeLabel('identificationGrounds', ground) : codeLabel('presumptionGrounds', ground))).join(', ') })}</span></p>
      {against.length > 0 && <><h2>{t('against')}</h2><ul className={classes.evidence}>{against.map((one) => <EvidenceLine key={one.kind} evidence={one} />)}</ul></>}
      <Better title={t('reportsBetter')} fits={reportsThatFitBetter} />
      <Better title={t('remainsBetter')} fits={remainsThatFitBetter} />
      {collidesWith.length > 0 && <><h2>{t('collides')}</h2><ul>{collidesWith.map((other) => <li key={`${other.remains?.id ?? ''} ${other.person?.id ?? ''}`}>{other.remains !== null && <SubjectLink item={other.remains} />} {t('takenFor')} {other.person !== null && <SubjectLink item={other.person} />}</li>)}</ul></>}
      {rest.length > 0 && <details className={classes.details}><summary>{t('rest')}</summary><ul className={classes.evidence}>{rest.map((one) => <EvidenceLine key={one.kind} evidence={one} />)}</ul></details>}
      {run !== null && remains !== null && person !== null && <Button component={Link} to={`/matches/${run}/${remains.id}/${person.id}`} size="md" variant="default" mt="xs">{t('look')}</Button>}
    </li>
  );
}

/** One kind with its weight, and what was found beside what was reported. */
function EvidenceLine({ evidence }: { readonly evidence: AuditedIdentity['evidence'][number] }) {
  const { t } = useTranslation('audit');
  const { name, weight, sides } = evidenceWords(evidence, t, useLanguage());
  return (
    <li>
      <span>{name} <strong>{weight}</strong>{!evidence.counts && <span className={classes.quiet}> {t('doesNotCount')}</span>}</span>
      {sides !== null && <dl><div><dt>{t('found')}</dt><dd>{sides.found}</dd></div><div><dt>{t('reported')}</dt><dd>{sides.reported}</dd></div></dl>}
    </li>
  );
}

function Better({ title, fits }: { readonly title: string; readonly fits: AuditedIdentity['reportsThatFitBetter'] }) {
  const language = useLanguage();
  const shown = fits.flatMap(({ item, log10Lr }) => (item === null ? [] : [<li key={item.id}><SubjectLink item={item} /> <strong>{formatSigned(log10Lr, language, 1)}</strong></li>]));
  return shown.length > 0 && <><h2>{title}</h2><ul>{shown}</ul></>;
}
