import { Button } from '@mantine/core';
import { Link as RouterLink } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../api/index.ts';
import { Badge, StatementForm, SubjectLink } from '../components/index.ts';
import { ProseControl, SubjectControl } from '../controls/index.ts';
import { formatMoment, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { JournalWords } from './line-row.tsx';
import { MismatchActs, MismatchWords } from './mismatch-view.tsx';
import type { Decision, Link, Mismatch, ReconciledLine } from './reconciliation-api.ts';
import type { Lookup } from './select-lines.ts';
import classes from './reconciliation.module.css';

/** What a person can do about a line; each asks for a reason. */
export interface LineActs {
  readonly explain: (mismatch: Mismatch) => void;
  readonly undo: (entry: string, on: string) => void;
  readonly place: (link: { readonly journal: string; readonly grave: string }, verdict: 'lies_here' | 'lies_elsewhere') => void;
}

/** A line of the table from near: why it is proposed, what else it could be, what people decided; and the acts. */
export function LineDialog({ line, lookup, decisions, may, scope, acts }: {
  readonly line: ReconciledLine;
  readonly lookup: Lookup;
  readonly decisions: readonly Decision[];
  readonly may: boolean;
  readonly scope: string;
  readonly acts: LineActs;
}) {
  const { t } = useTranslation('reconciliation');
  const grave = line.grave === null ? undefined : lookup.names.get(line.grave);
  const bags = line.individuals.flatMap((id) => lookup.individuals.get(id) ?? [id]).flatMap((id) => lookup.names.get(id) ?? []);
  const own = decisions.filter((one): one is Extract<Decision, { readonly kind: 'link' | 'apart' }> => one.kind !== 'explained' && (one.grave === line.grave || line.journal.includes(one.journal)));
  return (
    <div className={classes.dialog}>
      {grave !== undefined && <><h3>{t('grave')}</h3><p><SubjectLink item={grave} /></p></>}
      {bags.length > 0 && <><h3>{t('found')}</h3><p>{bags.map((bag) => <span key={bag.id}><SubjectLink item={bag} /> </span>)}</p></>}
      <h3>{t('mismatches')}</h3>
      {line.mismatches.length === 0 && <p className={classes.quiet}>{t('agrees')}</p>}
      {line.mismatches.flatMap((key) => lookup.mismatches.get(key) ?? []).map((one) => <div key={one.key}><MismatchWords mismatch={one} /><div className={classes.acts}><MismatchActs mismatch={one} may={may} explain={acts.explain} undo={acts.undo} /></div></div>)}
      {line.links.length > 0 && <><h3>{t('linked')}</h3><ul className={classes.links}>{line.links.map((link) => (
        <li key={link.journal}>
          <JournalWords line={lookup.journal.get(link.journal)} named={lookup.names.get(link.journal)} isDecided={link.standing === 'decided'} />
          <Weights link={link} />
          {may && <div className={classes.acts}>
            {link.standing === 'proposed' && <Button size="sm" variant="default" onClick={() => acts.place(link, 'lies_here')}>{t('itIs')}</Button>}
            {link.standing === 'proposed' && <Button size="sm" variant="default" onClick={() => acts.place(link, 'lies_elsewhere')}>{t('itIsNot')}</Button>}
          </div>}
        </li>
      ))}</ul></>}
      {line.alternatives.length > 0 && <><h3>{t('alternatives')}</h3><ul className={classes.links}>{line.alternatives.map((link) => (
        <li key={`${link.journal} ${link.grave}`}>
          <JournalWords line={lookup.journal.get(link.journal)} named={lookup.names.get(link.journal)} />
          <GraveName id={link.grave} lookup={lookup} />
          <Weights link={link} />
          {may && <div className={classes.acts}><Button size="sm" variant="default" onClick={() => acts.place(link, 'lies_here')}>{t('itIs')}</Button></div>}
        </li>
      ))}</ul></>}
      {may && line.grave === null && line.journal.map((id) => <PlaceElsewhere key={id} journal={id} scope={scope} />)}
      {own.length > 0 && <><h3>{t('decisions')}</h3><ul className={classes.links}>{own.map((one) => <DecisionWords key={one.entry} decision={one} lookup={lookup} may={may} undo={acts.undo} />)}</ul></>}
    </div>
  );
}

function GraveName({ id, lookup }: { readonly id: string; readonly lookup: Lookup }) {
  const grave = lookup.names.get(id);
  return grave === undefined ? null : <p><SubjectLink item={grave} /></p>;
}

/** What speaks for the link, each kind with its log10 LR. */
function Weights({ link }: { readonly link: Link }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const signed = (value: number): string => formatSigned(value, language, 1);
  return <p className={classes.badges}>{link.weights.map((one) => <Badge key={one.kind} tone={one.log10Lr > 0 ? 'good' : 'warn'}>{`${t(`weight.${one.kind}`)} ${signed(one.log10Lr)}`}</Badge>)}<span className={classes.quiet}>{t('sum', { sum: signed(link.log10Lr) })}</span></p>;
}

/** A line without a grave is laid to one that nothing proposed. */
function PlaceElsewhere({ journal, scope }: { readonly journal: string; readonly scope: string }) {
  const { t } = useTranslation('reconciliation');
  const [opened, setOpened] = useState(false);
  if (!opened) return <div className={classes.acts}><Button size="sm" variant="default" onClick={() => setOpened(true)}>{t('layToGrave')}</Button></div>;
  return <StatementForm
    type="burial.placed" basis="decided" scope={scope} subject={journal} subjectKind="burial_record" fixed={{ verdict: 'lies_here' }}
    fields={[
      { name: 'grave', required: true, control: (props) => <SubjectControl {...props} kind="grave" scope={scope} /> },
      { name: 'explanation', required: true, control: (props) => <ProseControl {...props} required /> },
    ]}
    onDone={() => setOpened(false)} onCancel={() => setOpened(false)}
  />;
}

function DecisionWords({ decision, lookup, may, undo }: { readonly decision: Extract<Decision, { readonly kind: 'link' | 'apart' }>; readonly lookup: Lookup; readonly may: boolean; readonly undo: LineActs['undo'] }) {
  const { t } = useTranslation('reconciliation');
  const language = useLanguage();
  const nameOf = useAccountName();
  const grave = lookup.names.get(decision.grave);
  return (
    <li>
      <JournalWords line={lookup.journal.get(decision.journal)} named={lookup.names.get(decision.journal)} />
      <p><strong>{t(decision.kind === 'link' ? 'liesHere' : 'liesElsewhere')}</strong> {grave !== undefined && <SubjectLink item={grave} />}: {decision.reason} <span className={classes.quiet}><RouterLink to={`/ledger/${decision.entry}`}>{nameOf(decision.by)}, {formatMoment(decision.at, language)}</RouterLink></span></p>
      {!decision.followed && <p><Badge tone="bad">{t('contradicted')}</Badge></p>}
      {decision.stale && <p className={classes.quiet}>{t('stale')}</p>}
      {may && <div className={classes.acts}><Button size="sm" variant="default" onClick={() => undo(decision.entry, decision.on)}>{t('undo')}</Button></div>}
    </li>
  );
}
