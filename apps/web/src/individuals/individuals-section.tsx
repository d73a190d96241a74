import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHasRole, useMayState } from '../api/index.ts';
import { EmptyState, FreshView, Section, SubjectLink } from '../components/index.ts';
import { codeLabel, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CountWords } from './count-words.tsx';
import { counters, individualsQuery, type Individuals } from './individuals-api.ts';
import { ProposalLine } from './proposal-line.tsx';
import classes from './individuals.module.css';

/** How many individuals a grave or a site holds at least, with what that rests on, and parts that may belong together. */
export function IndividualsSection({ place, scope }: { readonly place: string; readonly scope: string }) {
  const { t } = useTranslation('individuals');
  const may = useHasRole(...counters);
  const query = useQuery({ ...individualsQuery(place), enabled: may });
  if (!may) return null;
  return <Section title={t('title')}><FreshView query={query}>{(data) => (data.bags === 0 ? <EmptyState>{t('none')}</EmptyState> : <Counted data={data} scope={scope} />)}</FreshView></Section>;
}

function Counted({ data, scope }: { readonly data: Individuals; readonly scope: string }) {
  const { t } = useTranslation('individuals');
  const language = useLanguage();
  const n = (value: number): string => formatNumber(value, language);
  const mayState = useMayState();
  const estimates = data.pairs.filter(({ estimate }) => estimate.estimate !== null);
  return (
    <>
      <p><strong>{t('minimum', { count: data.minimum.minimum })}</strong> {t('ofBags', { bags: n(data.bags), stated: n(data.asStated) })}</p>
      <CountWords data={data} />
      <p className={classes.quiet}>{data.seesDna ? t('bonesAndDna', { bones: n(data.minimum.byBones), profiles: n(data.minimum.profiles) }) : t('bonesOnly')}</p>
      {estimates.length > 0
        ? <ul>{estimates.map(({ element, left, right, paired, estimate: { estimate } }) => estimate !== null && <li key={element}>{t('mostLikely', { bone: codeLabel('boneElements', element), mlni: n(estimate.mlni), low: n(estimate.low), high: n(estimate.high), left: n(left), right: n(right), paired: n(paired) })}</li>)}</ul>
        : <p className={classes.quiet}>{t('noEstimate')}</p>}
      <Bags label={t('assumedWhole')} ids={data.assumedWhole} data={data} />
      <Bags label={t('withoutInventory')} ids={data.withoutInventory} data={data} />
      <Bags label={t('disputed')} ids={data.disputed} data={data} />
      <Bags label={t('notCompared')} ids={data.notCompared} data={data} />
      {data.proposals.length > 0 && <><h3 className={classes.sub}>{t('proposals')}</h3><ul className={classes.proposals}>{data.proposals.map((one) => <ProposalLine key={`${one.a} ${one.b}`} proposal={one} names={data.names} scope={scope} may={mayState('remains.reassociated', scope)} />)}</ul></>}
    </>
  );
}

const shownOpen = 4;

function Bags({ label, ids, data }: { readonly label: string; readonly ids: readonly string[]; readonly data: Individuals }) {
  const language = useLanguage();
  if (ids.length === 0) return null;
  const links = ids.flatMap((id) => data.names.find((one) => one.id === id) ?? []).map((bag) => <span key={bag.id}><SubjectLink item={bag} /> </span>);
  return ids.length <= shownOpen ? <p className={classes.quiet}>{label} {links}</p> : <details className={classes.quiet}><summary>{label} {formatNumber(ids.length, language)}</summary>{links}</details>;
}

/** Of one bag: the other bags that may hold parts of the same individual. */
export function PartsOfBag({ bag, place, scope }: { readonly bag: string; readonly place: string; readonly scope: string }) {
  const { t } = useTranslation('individuals');
  const may = useHasRole(...counters);
  const mayState = useMayState();
  const data = useQuery({ ...individualsQuery(place), enabled: may }).data?.answer;
  const own = (data?.proposals ?? []).filter(({ a, b, stated }) => (a === bag || b === bag) && stated.every(({ verdict }) => verdict === 'apart'));
  if (data == null || own.length === 0) return null;
  return <><h3 className={classes.sub}>{t('proposals')}</h3><ul className={classes.proposals}>{own.map((one) => <ProposalLine key={`${one.a} ${one.b}`} proposal={one} names={data.names} scope={scope} may={mayState('remains.reassociated', scope)} />)}</ul></>;
}
