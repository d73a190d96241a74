import { formatProbability } from '@imena/report';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatFixed } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { CandidateDetail, Rival } from './candidate-api.ts';
import { posteriorOf } from './weight.ts';
import classes from './matches.module.css';

/** Who else fits these remains, and which other remains fit this person. */
export function RivalsTable({ detail, run }: { readonly detail: CandidateDetail; readonly run: string }) {
  const { t } = useTranslation('matches');
  const { sameRemains, samePerson } = detail.competing;
  if (sameRemains.length + samePerson.length + detail.direct.length === 0) return <p className={classes.dimmed}>{t('rivals.none')}</p>;
  return (
    <>
      {sameRemains.length > 0 && <><h3 className={classes.sub}>{t('rivals.sameRemains')}</h3><RivalList rivals={sameRemains} run={run} detail={detail} show="person" /></>}
      {samePerson.length > 0 && <><h3 className={classes.sub}>{t('rivals.samePerson')}</h3><RivalList rivals={samePerson} run={run} detail={detail} show="remains" /></>}
      {detail.direct.length > 0 && (
        <><h3 className={classes.sub}>{t('rivals.direct')}</h3><ul>{detail.direct.map((pair) => <li key={`${pair.a} ${pair.b}`}>{pair.item === null ? pair.b.slice(0, 8) : `${pair.item.code} ${pair.item.title}`}: {t(`direct.${pair.kind}`)}</li>)}</ul></>
      )}
    </>
  );
}

function RivalList({ rivals, run, detail, show }: { readonly rivals: readonly Rival[]; readonly run: string; readonly detail: CandidateDetail; readonly show: 'person' | 'remains' }) {
  const { t } = useTranslation('matches');
  const language = useLanguage();
  return (
    <div className={classes.wide}>
      <table className={classes.rows}>
        <thead><tr><th scope="col">{t(`rivals.${show}`)}</th><th scope="col" className={classes.number}>{t('weight.log10')}</th><th scope="col" className={classes.number}>{t('rivals.posterior')}</th></tr></thead>
        <tbody>
          {rivals.map((rival, place) => {
            const other = show === 'person' ? rival.person : rival.remains;
            const address = `/matches/${run}/${rival.remains?.id ?? detail.remainsId}/${rival.person?.id ?? detail.personId}`;
            return <tr key={place}><td>{other === null ? t('hiddenPerson') : <Link to={address}>{other.code} {other.title}</Link>}</td><td className={classes.number}>{formatFixed(rival.log10Lr, language, 2)}</td><td className={classes.number}>{formatProbability(posteriorOf(rival.log10Lr * Math.LN10, detail.prior), language)}</td></tr>;
          })}
        </tbody>
      </table>
    </div>
  );
}
