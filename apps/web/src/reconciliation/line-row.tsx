import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, SubjectLink } from '../components/index.ts';
import { codeLabel, formatEdtf, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { MismatchWords } from './mismatch-view.tsx';
import type { JournalLine, Named, ReconciledLine } from './reconciliation-api.ts';
import type { Lookup } from './select-lines.ts';
import classes from './reconciliation.module.css';

/** One line of the table: grave, journal, marker, what was found, and what does not agree. */
export function LineRow({ line, lookup, open }: { readonly line: ReconciledLine; readonly lookup: Lookup; readonly open: () => void }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const grave = line.grave === null ? undefined : lookup.names.get(line.grave);
  const bags = line.individuals.map((id) => (lookup.individuals.get(id) ?? [id]).flatMap((bag) => lookup.names.get(bag) ?? []));
  return (
    <li className={classes.row}>
      <Cell label={t('grave')}>{grave === undefined ? <span className={classes.quiet}>{t('noGrave')}</span> : <SubjectLink item={{ ...grave, title: '' }} />}</Cell>
      <Cell label={t('journal')} isEmpty={line.journal.length === 0}>{line.journal.length === 0 ? <Nothing /> : line.journal.map((id) => <JournalWords key={id} line={lookup.journal.get(id)} named={lookup.names.get(id)} isDecided={line.links.some((link) => link.journal === id && link.standing === 'decided')} />)}</Cell>
      <Cell label={t('marker')} isEmpty={line.markers.length === 0}>{line.markers.length === 0 ? <Nothing /> : line.markers.map((id) => {
        const marker = lookup.markers.get(id);
        return <p key={id}><strong>{marker?.number}</strong> {marker?.name}</p>;
      })}</Cell>
      <Cell label={t('found')} isEmpty={bags.length === 0}>
        {bags.length === 0 ? <Nothing /> : bags.map((one, at) => <p key={line.individuals[at]}>{one.map((bag) => <span key={bag.id}><SubjectLink item={bag} /> </span>)}</p>)}
        {line.listed !== null && line.found !== null && line.listed !== line.found && <p className={classes.quiet}>{t('counts', { found: formatNumber(line.found, language), listed: formatNumber(line.listed, language) })}</p>}
      </Cell>
      <Cell label={t('mismatches')}>{line.mismatches.length === 0 ? <span className={classes.quiet}>{t('agrees')}</span> : <div className={classes.mismatches}>{line.mismatches.flatMap((key) => lookup.mismatches.get(key) ?? []).map((one) => <MismatchWords key={one.key} mismatch={one} />)}</div>}</Cell>
      <div className="no-print"><Button size="sm" variant="default" onClick={open}>{t('look')}</Button></div>
    </li>
  );
}

/** The heads of the columns, on a desk. */
export function LineHeads() {
  const { t } = useTranslation('reconciliation');
  return <div className={`${classes.row ?? ''} ${classes.head ?? ''}`} aria-hidden><span>{t('grave')}</span><span>{t('journal')}</span><span>{t('marker')}</span><span>{t('found')}</span><span>{t('mismatches')}</span></div>;
}

/** An empty cell keeps its column on a desk; on a phone it is left out, because what does not agree says that it is empty. */
function Cell({ label, isEmpty = false, children }: { readonly label: string; readonly isEmpty?: boolean; readonly children: ReactNode }) {
  return <div className={classes.cell} data-empty={isEmpty}><span className={classes.label}>{label}</span><div>{children}</div></div>;
}

function Nothing() {
  const { t } = useTranslation('reconciliation');
  return <span className={classes.quiet}>{t('nothing')}</span>;
}

/** A line of the journal as it is written there. */
export function JournalWords({ line, named, isDecided = false }: { readonly line: JournalLine | undefined; readonly named: Named | undefined; readonly isDecided?: boolean }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  if (line === undefined || named === undefined) return null;
  const [birth, death] = [line.birth, line.death];
  const said = [
    typeof line.sex === 'string' ? codeLabel('sexes', line.sex) : '', typeof birth === 'string' ? t('born', { date: formatEdtf(birth, language) }) : '', typeof death === 'string' ? t('died', { date: formatEdtf(death, language) }) : '',
    typeof line.people === 'number' && line.people > 1 ? t('people', { count: line.people }) : '',
  ].filter((part) => part !== '');
  return (
    <p>
      <SubjectLink item={{ ...named, code: typeof line.number === 'string' ? line.number : t('withoutNumber'), title: typeof line.name === 'string' ? line.name : '' }} />
      {said.length > 0 && <span className={classes.quiet}> {said.join(', ')}</span>} {isDecided && <Badge tone="good">{t('decided')}</Badge>} {line.disputed && <Badge tone="warn">{t('disputed')}</Badge>}
    </p>
  );
}
