import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modelWords } from '../dna/low-template-words.ts';
import { formatNumber, subjectPath, textOf } from '../format/index.ts';
import { reasonWords } from '../dna/reason-words.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail, PairAddress } from './candidate-api.ts';
import { JointMarkersPanel } from './joint-markers-panel.tsx';
import { droppedWords, MarkerPicture, MarkerTable } from './marker-picture.tsx';
import classes from './matches.module.css';

interface SectionProps {
  readonly pair: PairAddress;
  readonly detail: CandidateDetail;
  readonly mayDraw: boolean;
}

/** What each marker says: the pair alone, or together with the other remains of the family; and what does not count. */
export function MarkerSection({ pair, detail, mayDraw }: SectionProps) {
  const { t } = useTranslation(['joint', 'matches']);
  const [view, setView] = useState<'alone' | 'together'>('alone');
  const hasJoint = detail.together !== 'not_listed';
  return (
    <>
      <LowTemplate detail={detail} />
      {hasJoint && <Group className="no-print" mb="sm" gap="xs" role="group" aria-label={t('markers.switch')}>{(['alone', 'together'] as const).map((one) => <Button key={one} size="md" variant={view === one ? 'filled' : 'default'} aria-pressed={view === one} onClick={() => setView(one)}>{t(`markers.views.${one}`)}</Button>)}</Group>}
      {view === 'together' ? <JointMarkersPanel pair={pair} detail={detail} /> : (
        <>
          <MarkerPicture markers={detail.markers} />
          {mayDraw && <MarkerTable detail={detail} />}
          <Dropped detail={detail} />
        </>
      )}
    </>
  );
}

/** The profiles of the pair of which alleles may be lost or added, with the model that they were calculated by. */
function LowTemplate({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('lowTemplate');
  const language = useLanguage();
  if (detail.lowTemplate.length === 0) return null;
  const nameOf = (member: string | null): string => (member === null ? t('remains') : (detail.pedigree.members.find((one) => one.id === member)?.label ?? member));
  return (
    <div className={classes.lowTemplate} role="note">
      <strong>{t('onPair')}</strong>
      <ul>
        {detail.lowTemplate.map(({ member, profile, typing }) => (
          <li key={profile}>
            <Link to={subjectPath('profile', profile)}>{nameOf(member)}</Link>: {modelWords(typing, { t, language })}
            {Object.entries(typing.markers ?? {}).map(([marker, model]) => <div key={marker}>{t('ofMarker', { marker, what: modelWords(model, { t, language }) })}</div>)}
          </li>
        ))}
      </ul>
      <p>{t('onPairWhy')}</p>
    </div>
  );
}

function Dropped({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['matches', 'dna']);
  const { t: tDna } = useTranslation('dna');
  const language = useLanguage();
  const dropped = detail.markers.filter((row) => row.dropped !== null);
  return (
    <>
      <h3 className={classes.sub}>{t('droppedMarkers.title')}</h3>
      {dropped.length + detail.linkedOut.length === 0 ? <p className={classes.dimmed}>{t('droppedMarkers.none')}</p> : (
        <ul>
          {dropped.map((row) => <li key={row.marker}><strong>{row.marker}</strong>: {droppedWords(row.dropped ?? '', t)}</li>)}
          {detail.linkedOut.map(({ marker, keeps, distanceCm }) => <li key={marker}><strong>{marker}</strong>: {t('jointly.linkedOut', { keeps, cm: formatNumber(distanceCm, language, 1) })}</li>)}
        </ul>
      )}
      {detail.dropped.length > 0 && <><h3 className={classes.sub}>{t('droppedProfiles')}</h3><ul>{detail.dropped.map((one) => <li key={one.profile}>{textOf(one.sampleCode) ?? one.profile.slice(0, 8)}: {reasonWords('dropped', one.reason, tDna)}</li>)}</ul></>}
    </>
  );
}
