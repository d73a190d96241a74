import { Button } from '@mantine/core';
import type { Subject } from '@imena/record';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState } from '../../api/index.ts';
import { Badge, EmptyState, ErrorNote, useSubmit, type Tone } from '../../components/index.ts';
import { codeLabel, formatEdtf, formatQuantity, listOf, recordOf, textOf } from '../../format/index.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useRecord } from '../../record/index.ts';
import { speakerLine } from '../speaker-line.ts';
import type { ClaimLink, ClaimRelation } from './claim-links.ts';
import classes from './figures.module.css';

const order: readonly ClaimRelation[] = ['contradicts', 'updates', 'same-claim', 'same-origin'];
const tones: Readonly<Record<ClaimRelation, Tone>> = { contradicts: 'bad', updates: 'info', 'same-claim': 'good', 'same-origin': 'plain' };

/** Which statements agree, change, contradict or copy each other: what people decided, and what they are asked about. */
export function ClaimPairs({ links, claims }: { readonly links: readonly ClaimLink[]; readonly claims: ReadonlyMap<string, Subject> }) {
  const { t } = useTranslation('sources');
  if (links.length === 0) return <EmptyState>{t('noPairs')}</EmptyState>;
  return order.map((relation) => {
    const pairs = links.filter((link) => link.relation === relation).toSorted((a, b) => (a.state === b.state ? 0 : a.state === 'proposed' ? -1 : 1));
    if (pairs.length === 0) return null;
    return (
      <div key={relation}>
        <h3 className={classes.relation}><Badge tone={tones[relation]}>{t(`pairs.${relation}`)}</Badge></h3>
        {relation === 'same-origin' && <p className={classes.quiet}>{t('oneOrigin')}</p>}
        <ul className={classes.pairs}>{pairs.map((link) => <Pair key={`${link.from} ${link.to}`} link={link} claims={claims} />)}</ul>
      </div>
    );
  });
}

function Pair({ link, claims }: { readonly link: ClaimLink; readonly claims: ReadonlyMap<string, Subject> }) {
  const { t } = useTranslation('sources');
  const [from, to] = [claims.get(link.from), claims.get(link.to)];
  if (from === undefined || to === undefined) return null;
  return (
    <li>
      <div><p><ClaimWords claim={from} /></p><p>{t(`between.${link.relation}`)} <ClaimWords claim={to} /></p></div>
      {link.state === 'proposed' ? <Decide link={link} from={from} /> : <span className={classes.quiet}>{t('decidedByPerson')}</span>}
    </li>
  );
}

function ClaimWords({ claim }: { readonly claim: Subject }) {
  const { t } = useTranslation('sources');
  const language = useLanguage();
  const value = (field: string) => claim.fields[field]?.[0]?.value;
  const figures = listOf(value('quantities')).filter((one) => recordOf(one)['ordinal'] !== true).map((one) => formatQuantity(one, language)).join('; ');
  const saidOn = textOf(value('saidOn'));
  return <><Link to={`/claims/${claim.id}`}><strong>{figures === '' ? t('statement') : figures}</strong></Link> <span>{speakerLine(value('speaker'), language) || t('speakerUnknown')}</span> <span className={classes.quiet}>{saidOn === undefined ? t('undated') : formatEdtf(saidOn, language)}</span></>;
}

/** A person says whether a proposed link holds; both answers are statements in the ledger. */
function Decide({ link, from }: { readonly link: ClaimLink; readonly from: Subject }) {
  const { t } = useTranslation('sources');
  const mayState = useMayState();
  const record = useRecord();
  const { submit, error, working } = useSubmit();
  const [asked, setAsked] = useState<'claim.linked' | 'claim.link_rejected' | null>(null);
  if (!mayState('claim.linked', from.scope)) return <Badge tone="warn">{t('proposed')}</Badge>;
  const decide = (type: 'claim.linked' | 'claim.link_rejected'): void => {
    setAsked(type);
    void submit(() => record.mutateAsync({ scope: from.scope, subject: from.id, subjectKind: 'claim', body: { type, basis: 'decided', to: link.to, relation: link.relation } }));
  };
  const label = codeLabel('claimRelations', link.relation);
  return (
    <div>
      <div className={classes.acts}>
        <Badge tone="warn">{t('proposed')}</Badge>
        <Button size="sm" disabled={working} loading={working && asked === 'claim.linked'} aria-label={`${t('act.confirm')}: ${label}`} onClick={() => decide('claim.linked')}>{t('act.confirm')}</Button>
        <Button size="sm" variant="default" disabled={working} loading={working && asked === 'claim.link_rejected'} aria-label={`${t('act.reject')}: ${label}`} onClick={() => decide('claim.link_rejected')}>{t('act.reject')}</Button>
      </div>
      <ErrorNote error={error} />
    </div>
  );
}
