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
            <thead><tr><th scope="col">{t('matches:markers.marker')}</th><th scope="col" className={classes.number}>{t('markers.alone')}</th><th scope="col" className={classes.number}>{t('markers.together')}</th><th scope="col" className={classes.number}>{t('markers.difference')}</th><th scope="col">{t('markers.why')}</th></tr></thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.marker}>
                  <th scope="row">{line.marker}</th><td className={classes.number}>{written(line.alone, 3)}</td><td className={classes.number}>{written(line.together, 3)}</td>
                  <td className={classes.number}>{line.difference === null ? '—' : formatSigned(line.difference, language, 3)}</td><td>{line.why.map((why) => t(`markers.reasons.${why}`)).join('; ')}</td>
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
