import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../api/index.ts';
import { ConfirmWithReason, SubjectLink } from '../components/index.ts';
import { codeLabel, formatFixed, formatLength, formatMoment, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useRecord } from '../record/index.ts';
import type { Against, Individuals, PartsProposal, Sizes } from './individuals-api.ts';
import classes from './individuals.module.css';

const mostSizes = 5;

type Act = 'together' | 'apart' | { readonly entry: string; readonly on: string };

/** Two bags that may hold one individual: why, what speaks against it, what people said; and the acts. */
export function ProposalLine({ proposal, names, scope, may }: { readonly proposal: PartsProposal; readonly names: Individuals['names']; readonly scope: string; readonly may: boolean }) {
  const { t } = useTranslation(['individuals', 'matches']);
  const language = useLanguage();
  const nameOf = useAccountName();
  const [act, setAct] = useState<Act | null>(null);
  const bags = [proposal.a, proposal.b].flatMap((id) => names.find((one) => one.id === id) ?? []);
  return (
    <li className={classes.proposal}>
      <p className={classes.bags}>{bags.map((bag, at) => <span key={bag.id}>{at > 0 && ' + '}<SubjectLink item={bag} /></span>)}</p>
      <p>{t(`basis.${proposal.basis}`)}{proposal.log10Lr !== null && ` (${t('matches:log10', { value: formatFixed(proposal.log10Lr, language, 1) })})`}</p>
      {proposal.sizes !== null && <SizeLines sizes={proposal.sizes} />}
      {proposal.against.length > 0 && <ul className={classes.against}>{proposal.against.map((one, at) => <li key={at}>{againstWords(one, t)}</li>)}</ul>}
      {proposal.stated.map((one) => (
        <p key={one.entry}>
          <strong>{t(one.verdict === 'together' ? 'saidTogether' : 'saidApart')}</strong>{one.ground !== null && ` (${codeLabel('reassociationGrounds', one.ground)})`}: {one.reason} <span className={classes.quiet}><Link to={`/ledger/${one.entry}`}>{nameOf(one.by)}, {formatMoment(one.at, language)}</Link></span>{' '}
          {may && <Button size="sm" variant="default" onClick={() => setAct({ entry: one.entry, on: one.on })}>{t('undo')}</Button>}
        </p>
      ))}
      {may && proposal.stated.length === 0 && <div className={classes.acts}>
        <Button size="sm" variant="default" onClick={() => setAct('together')}>{t('together')}</Button>
        <Button size="sm" variant="default" onClick={() => setAct('apart')}>{t('apart')}</Button>
      </div>}
      <ActDialog act={act} proposal={proposal} scope={scope} close={() => setAct(null)} />
    </li>
  );
}

/** What sizes and joints that were tried say, the most telling first; several sizes of one person count as one. */
function SizeLines({ sizes }: { readonly sizes: Sizes }) {
  const { t } = useTranslation('individuals');
  const language = useLanguage();
  const boneWord = ({ element, side }: Sizes['reasons'][number]['a']): string => `${codeLabel('boneElements', element)}${side === 'midline' ? '' : ` (${codeLabel('boneSides', side)})`}`;
  return (
    <>
      <p>{t('bySize', { weight: formatSigned(sizes.log10Lr, language, 1) })}</p>
      <ul className={classes.sizes}>
        {sizes.reasons.slice(0, mostSizes).map((one, at) => (
          <li key={at}>
            {one.differenceMm === null
              ? t('fitOfJoint', { a: boneWord(one.a), b: boneWord(one.b) })
              : t('sizeOfPair', { a: boneWord(one.a), b: boneWord(one.b), measurements: one.measurements.map((name) => codeLabel('boneMeasurements', name)).join(', '), difference: formatLength(one.differenceMm, language) })}
            {' '}<strong>{formatSigned(one.log10Lr, language, 1)}</strong>
          </li>
        ))}
      </ul>
      {sizes.reasons.length > mostSizes && <p className={classes.quiet}>{t('andMore', { count: sizes.reasons.length - mostSizes })}</p>}
    </>
  );
}

function againstWords(one: Against, t: ReturnType<typeof useTranslation<'individuals'>>['t']): string {
  return one.kind === 'bone_twice' ? t('against.bone_twice', { bone: codeLabel('boneElements', one.element), side: codeLabel('boneSides', one.side), zone: one.zone }) : t(`against.${one.kind}`);
}

/** What a person who joins two bags is taken to rest on; where nothing but their own words spoke for it, what they saw. */
const groundOf = { dna: 'dna', joint: 'articulation', complement: 'field_observation', size: 'pair_match', stated: 'field_observation' } as const;

/** Joining, keeping apart and taking back are signed statements with a reason. */
function ActDialog({ act, proposal, scope, close }: { readonly act: Act | null; readonly proposal: PartsProposal; readonly scope: string; readonly close: () => void }) {
  const { t } = useTranslation('individuals');
  const record = useRecord();
  const confirm = async (explanation: string): Promise<void> => {
    if (act === null) return;
    const of = { scope, subjectKind: 'remains' } as const;
    if (typeof act === 'object') await record.mutateAsync({ ...of, subject: act.on, supersedes: [act.entry], body: { type: 'statement.withdrawn', basis: 'decided', explanation } });
    else if (act === 'apart') await record.mutateAsync({ ...of, subject: proposal.a, body: { type: 'remains.kept_apart', basis: 'decided', from: proposal.b, explanation } });
    else await record.mutateAsync({ ...of, subject: proposal.a, body: { type: 'remains.reassociated', basis: 'decided', with: proposal.b, ground: groundOf[proposal.basis], explanation } });
  };
  const title = act === null ? '' : typeof act === 'object' ? t('undo') : t(act);
  return <ConfirmWithReason opened={act !== null} onClose={close} title={title} draftKey={`parts/${proposal.a}/${proposal.b}/${typeof act === 'string' ? act : 'undo'}`} confirmLabel={title} confirm={confirm}>
    {act === 'together' && (proposal.against.length > 0 || (proposal.sizes?.log10Lr ?? 0) < 0) && <p>{t('joinDespite')}</p>}
  </ConfirmWithReason>;
}
