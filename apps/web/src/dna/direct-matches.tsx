import { useTranslation } from 'react-i18next';
import { Section, SubjectLink } from '../components/index.ts';
import { formatFixed, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { DirectPair } from './dna-api.ts';
import classes from './dna.module.css';

/** Profiles that agree with each other: two bags that hold one individual, or remains and a person's own reference. */
export function DirectMatches({ direct }: { readonly direct: readonly DirectPair[] }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  const link = (id: string, item: DirectPair['itemA']) => (item === null ? id.slice(0, 8) : <SubjectLink item={item} />);
  return (
    <Section title={t('direct.title')}>
      <p className={classes.dimmed}>{t('direct.explained')}</p>
      {direct.length === 0 ? <p>{t('direct.none')}</p> : (
        <div className={classes.wide} tabIndex={0} role="group" aria-label={t('direct.title')}>
          <table className={classes.rows}>
            <thead><tr><th scope="col">{t('direct.first')}</th><th scope="col">{t('direct.second')}</th><th scope="col">{t('direct.means')}</th><th scope="col" className={classes.number}>{t('log10Lr')}</th><th scope="col" className={classes.number}>{t('profiles.markers')}</th></tr></thead>
            <tbody>
              {direct.map(({ a, b, kind, log10Lr, markersUsed, itemA, itemB }) => (
                <tr key={`${a} ${b}`}><td>{link(a, itemA)}</td><td>{link(b, itemB)}</td><td>{t(`direct.${kind}`)}</td><td className={classes.number}>{formatFixed(log10Lr, language, 2)}</td><td className={classes.number}>{formatNumber(markersUsed, language)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
