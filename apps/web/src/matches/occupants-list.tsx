import { formatProbability } from '@imena/report';
import { useTranslation } from 'react-i18next';
import { SubjectLink } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { JointAnswer, Occupant } from './candidate-api.ts';
import { asPosterior } from './joint-words.ts';
import classes from './matches.module.css';

/** Earlier identifications and burials that name these remains or this person: what each claims, how surely, and what is left of it. */
export function OccupantsList({ answer: { occupants, occupantsOfRun } }: { readonly answer: JointAnswer }) {
  const { t } = useTranslation('joint');
  if (occupantsOfRun === null) return <p className={classes.dimmed}>{t('notThen')}</p>;
  if (occupants.length === 0) return <p className={classes.dimmed}>{t('none')}</p>;
  return <ul className={classes.alternatives}>{occupants.map((one) => <Claim key={`${one.kind} ${one.burial ?? ''} ${one.remains ?? ''} ${one.person}`} occupant={one} />)}</ul>;
}

function Claim({ occupant }: { readonly occupant: Occupant }) {
  const { t } = useTranslation('joint');
  const language = useLanguage();
  const percent = (probability: number): string => formatProbability(asPosterior(probability), language);
  const { kind, surest, error, verified, nameShare, prior, posterior, remainsItem, personItem, burialItem } = occupant;
  const source = t(`sources.${surest === 'marker' || surest === 'recognition' || surest === 'dna' ? surest : 'other'}`);
  return (
    <li className={classes.alternative} data-verdict={posterior > 0.5 ? 'leans_away' : 'tells_apart'}>
      <p><strong>{useSentence(occupant)}</strong></p>
      <p>{t('before')}: {percent(prior)} · {t('after')}: <strong>{percent(posterior)}</strong></p>
      <p className={classes.dimmed}>{t('error', { percent: percent(error), source })}{verified ? '' : ` ${t('unverified')}`}{kind === 'burial' ? ` ${t('nameShare', { percent: percent(nameShare) })}` : ''}</p>
      <p>{[remainsItem, personItem, burialItem].filter((item) => item !== null).map((item) => <span key={item.id}><SubjectLink item={item} /> </span>)}</p>
    </li>
  );
}

function useSentence({ kind, among, remains, grounds, remainsItem, personItem, burialItem }: Occupant): string {
  const { t } = useTranslation('joint');
  const person = personItem === null ? t('hiddenPerson') : `${personItem.code} ${personItem.title}`;
  const named = { person, remains: remainsItem?.code ?? t('hiddenRemains'), line: burialItem?.code ?? t('hiddenLine'), among, grounds: grounds.map(groundWord).join(', ') };
  if (kind !== 'burial') return t(kind, named);
  return t(remains === null ? 'burialElsewhere' : among === 1 ? 'burialHere' : 'burialAmong', named);
}

function groundWord(ground: string): string {
  return ground === 'dna' || ground === 'teeth' ? codeLabel('identificationGrounds', ground) : codeLabel('presumptionGrounds', ground);
}
