import { useTranslation } from 'react-i18next';
import { modelWords, type DropOutModel } from '../dna/low-template-words.ts';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail, MarkerRow } from './candidate-api.ts';
import { countedMarkers, isLinked, markerBars } from './marker-bars.ts';
import classes from './matches.module.css';

/** Every marker's contribution: bars to the right speak for the person, hatched bars to the left against. */
export function MarkerPicture({ markers }: { readonly markers: readonly Pick<MarkerRow, 'marker' | 'log10Lr' | 'dropped' | 'notes'>[] }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  const used = markerBars(countedMarkers(markers));
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className={classes.dimmed}>{t('markers.explained')}</figcaption>
      <div className={classes.axis} aria-hidden><span /><span>{t('markers.against')}</span><span>{t('markers.for')}</span><span /></div>
      <div className={classes.bars} role="img" aria-label={used.map((bar) => `${bar.marker} ${formatFixed(bar.log10Lr, language, 2)}`).join('; ')}>
        {used.map((bar) => (
          <div key={bar.marker} className={classes.bar} aria-hidden>
            <span className={classes.barName}>{bar.marker}</span>
            <span className={classes.barLeft}>{bar.side === 'against' && <span className={classes.fill} style={{ width: `${Math.max(1, bar.share * 100)}%` }} />}</span>
            <span className={classes.barRight}>{bar.side === 'for' && <span className={classes.fill} style={{ width: `${Math.max(1, bar.share * 100)}%` }} />}</span>
            <span className={classes.barNumber}>{formatFixed(bar.log10Lr, language, 2)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** The markers as a table, with the alleles they rest on. Genotypes stand here and nowhere else. */
export function MarkerTable({ detail }: { readonly detail: CandidateDetail }) {
  const { t } = useTranslation('matches');
  const { t: tLow } = useTranslation('lowTemplate');
  const language = useLanguage();
  const typed = detail.markers[0]?.relatives.map((one) => one.member) ?? [];
  const nameOf = (member: string): string => detail.pedigree.members.find((one) => one.id === member)?.label ?? member;
  const ownerOf = (profile: string): string => { const member = detail.pedigree.members.find((one) => one.profile === profile); return member === undefined ? tLow('remains') : member.label; };
  const words = (note: Note): string => (note.code === 'typingModel' ? tLow('note', { who: ownerOf(String(note.details['profile'])), figures: modelWords(modelOfNote(note), { t: tLow, language }) }) : noteWords(note.code, t));
  const written = (alleles: MarkerRow['remains']): string => (alleles === null ? '—' : alleles.length === 0 ? '∅' : alleles.map((allele) => allele ?? '?').join(', '));
  return (
    <details className={classes.details}>
      <summary>{t('markers.table')}</summary>
      <div className={classes.wide} tabIndex={0} role="group" aria-label={t('markers.table')}>
        <table className={classes.rows}>
          <thead><tr><th scope="col">{t('markers.marker')}</th><th scope="col" className={classes.number}>{t('markers.log10')}</th><th scope="col">{t('markers.remains')}</th>{typed.map((member) => <th key={member} scope="col">{nameOf(member)}</th>)}<th scope="col">{t('markers.note')}</th></tr></thead>
          <tbody>
            {detail.markers.map((row) => (
              <tr key={row.marker}>
                <th scope="row">{row.marker}</th>
                <td className={classes.number}>{row.dropped === null && !isLinked(row) ? formatFixed(row.log10Lr, language, 3) : '—'}</td>
                <td>{written(row.remains)}</td>
                {typed.map((member) => <td key={member}>{written(row.relatives.find((one) => one.member === member)?.alleles ?? null)}</td>)}
                <td>{[...(row.dropped === null ? [] : [droppedWords(row.dropped, t)]), ...row.notes.map(words)].join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type Note = MarkerRow['notes'][number];

function modelOfNote({ details }: Note): DropOutModel {
  return { dropOut: Number(details['dropOut']), homozygoteDropOut: Number(details['homozygoteDropOut']), dropIn: Number(details['dropIn']) };
}

type Words = ReturnType<typeof useTranslation<'matches'>>['t'];

export function droppedWords(reason: string, t: Words): string {
  switch (reason) {
    case 'remainsNotTyped': case 'referencesNotTyped': case 'referencesImpossible': case 'noFrequencies': case 'moreThanTwoAlleles': return t(`droppedMarkers.${reason}`);
    default: return reason;
  }
}

function noteWords(code: string, t: Words): string {
  switch (code) {
    case 'outsideAllele': case 'rescaled': case 'notTyped': case 'linked': return t(`notes.${code}`);
    default: return code;
  }
}
