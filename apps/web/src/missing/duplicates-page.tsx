import { Button } from '@mantine/core';
import { describeNameReason } from '@imena/names';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName, useMayState, type Item } from '../api/index.ts';
import { Badge, ConfirmWithReason, EmptyState, PageHeader, QueryView, SubjectLink, SyntheticBadge } from '../components/index.ts';
import { codeLabel, formatMoment, formatNumber, formatProbability, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { kindWord } from '../matches/weighed-words.ts';
import { useRecord } from '../record/index.ts';
import { duplicatesQuery, type DuplicatePair } from './duplicates-api.ts';
import { DuplicatesSearch } from './duplicates-search.tsx';
import classes from './missing.module.css';

/** Reports that may be about one person: proposed with reasons, decided by people, never merged by itself. */
export function DuplicatesPage() {
  const { t } = useTranslation('missing');
  const language = useLanguage();
  const query = useInfiniteQuery(duplicatesQuery);
  return (
    <>
      <PageHeader title={t('duplicates.title')}>{t('duplicates.explained')}</PageHeader>
      <QueryView query={query}>
        {({ pages }) => (
          <>
            {pages[0] !== undefined && <DuplicatesSearch search={pages[0].search} job={pages[0].job} />}
            {(pages[0]?.search !== null || pages[0].total > 0) && <p className={classes.quiet}>{t('duplicates.counts', { open: formatNumber(pages[0]?.open ?? 0, language), total: formatNumber(pages[0]?.total ?? 0, language) })}</p>}
            {pages[0]?.total === 0 && pages[0].search !== null && <EmptyState>{t('duplicates.none')}</EmptyState>}
            <ul className={classes.pairs}>{pages.flatMap((page) => page.items).map((pair) => <Pair key={`${pair.a} ${pair.b}`} pair={pair} />)}</ul>
            {query.hasNextPage && <Button mt="md" size="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('duplicates.more')}</Button>}
          </>
        )}
      </QueryView>
    </>
  );
}

function Pair({ pair }: { readonly pair: DuplicatePair }) {
  const { t } = useTranslation(['missing', 'matches']);
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  const { probability, decided } = pair;
  return (
    <li className={classes.pair}>
      <div className={classes.pairNames}><Name item={pair.itemA} /><Name item={pair.itemB} /></div>
      <p>{probability === null ? t('duplicates.byPeople') : t('duplicates.probability', { percent: formatProbability(probability, language) })}</p>
      {pair.kinds.length > 0 && <p className={classes.badges}>{pair.kinds.map((one) => <Badge key={one.kind} tone={one.log10Lr > 0 ? 'good' : 'warn'}>{`${kindWord(one.kind, tMatches)} ${formatSigned(one.log10Lr, language, 1)}`}</Badge>)}</p>}
      {pair.nameReasons.length > 0 && <p className={classes.quiet}>{pair.nameReasons.map((reason) => describeNameReason(reason, language)).join('; ')}</p>}
      {decided === null
        ? <Button component={Link} to={`/missing/${pair.a}/compare`} search={{ other: pair.b } as never} size="md" variant="default">{t('duplicates.compare')}</Button>
        : <Decided pair={pair} decided={decided} />}
    </li>
  );
}

function Name({ item }: { readonly item: Item | null }) {
  const { t } = useTranslation('matches');
  return <div>{item === null ? t('hiddenPerson') : <><SubjectLink item={item} /> {item.facets['synthetic'] === true && <SyntheticBadge />}</>}</div>;
}

/** Who decided what and why; taking it back is a statement with a reason too. */
function Decided({ pair, decided }: { readonly pair: DuplicatePair; readonly decided: NonNullable<DuplicatePair['decided']> }) {
  const { t } = useTranslation('missing');
  const language = useLanguage();
  const nameOf = useAccountName();
  const mayState = useMayState();
  const record = useRecord();
  const [undoing, setUndoing] = useState(false);
  const on = decided.on === pair.a ? pair.itemA : pair.itemB;
  const undo = async (explanation: string): Promise<void> => {
    if (on !== null) await record.mutateAsync({ scope: on.scope, subject: on.id, subjectKind: 'person', supersedes: [decided.entry], body: { type: 'statement.withdrawn', basis: 'decided', explanation } });
  };
  return (
    <>
      <p><strong>{codeLabel('mergeGrounds', decided.verdict)}</strong>: {decided.explanation} <span className={classes.quiet}>{nameOf(decided.by)}, <Link to={`/ledger/${decided.entry}`}>{formatMoment(decided.at, language)}</Link></span></p>
      {on !== null && mayState('person.compared', on.scope) && <Button size="md" variant="default" onClick={() => setUndoing(true)}>{t('duplicates.undo')}</Button>}
      <ConfirmWithReason opened={undoing} onClose={() => setUndoing(false)} title={t('duplicates.undo')} draftKey={`statement.withdrawn/${decided.entry}`} confirmLabel={t('duplicates.undo')} confirm={undo}>
        <p>{t('duplicates.undoExplained')}</p>
      </ConfirmWithReason>
    </>
  );
}
