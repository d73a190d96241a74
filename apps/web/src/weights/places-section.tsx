import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { shownPlaces } from './shown-places.ts';
import type { Learning } from './weights-api.ts';
import classes from './weights.module.css';

interface PlacesProps {
  readonly places: Learning['places'];
  readonly names: Learning['placeNames'];
}

/** Where the dead of each settlement lie, where that is not as documented: a village brought to one morgue, a town of two names. */
export function PlacesSection({ places, names }: PlacesProps) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const { own, others } = shownPlaces(places, names);
  const number = (value: number): string => formatNumber(value, language, 0);
  return (
    <Section title={t('places')}>
      <p className={classes.quiet}>{t('placesExplained')}</p>
      {own.length === 0 ? <p>{t('noPlaces')}</p> : (
        <table className={classes.table}>
          <thead><tr><th scope="col">{t('lastSeenIn')}</th><th scope="col">{t('foundIn')}</th><th scope="col">{t('foundElsewhere')}</th><th scope="col">{t('ownWays')}</th></tr></thead>
          <tbody>{own.map(({ name, found, scattered, probability }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={t('foundIn')} className={classes.wrapped}>{found.map((way) => t('foundAt', { place: way.name, people: number(way.people) })).join('; ')}</td>
              <td data-label={t('foundElsewhere')}>{number(scattered)}</td>
              <td data-label={t('ownWays')}>{`${number(100 * probability)}\u00a0%`}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
      {others > 0 && <p className={classes.quiet}>{t('otherPlaces', { count: others })}</p>}
    </Section>
  );
}
