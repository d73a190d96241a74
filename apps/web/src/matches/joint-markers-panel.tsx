import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../components/index.ts';
import { formatFixed, formatSigned } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { jointMarkersQuery, type CandidateDetail, type JointMarkers, type PairAddress } from './candidate-api.ts';
import { jointMarkerLines } from './joint-markers.ts';
import { methodWords } from './joint-words.ts';
import { MarkerPicture } from './marker-picture.tsx';
import classes from './matches.module.css';

/** The joint result marker by marker, beside the pair alone: what differs, and which other remains make it differ. */
export function JointMarkersPanel({ pair, detail }: { readonly pair: PairAddress; readonly detail: CandidateDetail }) {
  const query = useQuery(jointMarkersQuery(pair));
  return <QueryView query={query}>{(joint) => <Answer run={pair.run} joint={joint} detail={detail} />}</QueryView>;
}

function Answer({ run, joint, detail }: { readonly run: string; readonly joint: JointMarkers; readonly detail: CandidateDetail }) {
  const { t } = useTranslation(['joint', 'matches']);
  const { t: tMatches } = useTranslation('matches');
  const language = useLanguage();
  const lines = jointMarkerLines(joint, detail.markers);
  const columns = (['alone', 'byTheta', 'byOthers', 'together'] as const).filter((column) => column !== 'byTheta' || joint.theta > 0);
  const hasNotes = lines.some((line) => line.note !== null);
  const changed = (value: number | null): string => (value === null ? '—' : formatSigned(value, language, 3));
  const written = (value: number | null, digits: number): string => (value === null ? '—' : formatFixed(value, language, digits));
  return (
    <>
      <Others run={run} joint={joint} />
      <dl className={classes.figures}>
        <div><dt>{t('markers.sumAlone')}</dt><dd>{written(detail.log10Lr, 2)}</dd></div>
        <div><dt>{t('markers.sumTogether')}</dt><dd>{written(joint.log10Among, 2)}</dd><dd className={classes.note}>{methodWords(joint.method, { t: tMatches, language })}</dd></div>
      </dl>
      <MarkerPicture markers={lines.flatMap(({ marker, together }) => (together === null ? [] : [{ marker, log10Lr: together, dropped: null, notes: [] }]))} />
      <details className={classes.details}>
        <summary>{t('markers.table')}</summary>
        <div className={classes.wide} tabIndex={0} role="group" aria-label={t('markers.table')}>
          <table className={classes.rows}>
            <thead><tr><th scope="col">{t('matches:markers.marker')}</th>{columns.map((column) => <th key={column} scope="col" className={classes.number}>{t(`markers.columns.${column}`)}</th>)}{hasNotes && <th scope="col">{t('matches:markers.note')}</th>}</tr></thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.marker}>
                  <th scope="row">{line.marker}</th>
                  {columns.map((column) => <td key={column} className={classes.number}>{column === 'alone' || column === 'together' ? written(line[column], 3) : changed(line[column])}</td>)}
                  {hasNotes && <td>{line.note === null ? '' : t(`markers.notes.${line.note}`)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {joint.linkedOut.length > 0 && <p className={classes.dimmed}>{t('markers.linkedOut', { markers: joint.linkedOut.join(', ') })}</p>}
    </>
  );
}

function Others({ run, joint }: { readonly run: string; readonly joint: JointMarkers }) {
  const { t } = useTranslation(['joint', 'matches']);
  if (joint.others.length === 0) return <p>{t('markers.nobodyElse')}</p>;
  return (
    <>
      <p>{t('markers.others')}</p>
      <ul>
        {joint.others.map((one) => (
          <li key={one.remains}>
            <Link to={`/matches/${run}/${one.remains}/${one.person}`}>{one.remainsItem?.code ?? t('matches:hiddenRemains')} · {one.personItem === null ? t('matches:hiddenPerson') : `${one.personItem.code} ${one.personItem.title}`}</Link>
            {!one.isSameFamily && <> — {t('markers.otherFamily')}</>}
          </li>
        ))}
      </ul>
      <p className={classes.dimmed}>{t('markers.whyOthers')}</p>
    </>
  );
}
