import type { Json } from '@imena/problem';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Linked } from '../api/index.ts';
import { charactersOf, readingOf } from '../controls/reading-doubts.ts';
import { fieldLabel, formatValue, isAbsent, isRecord, listOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { SubjectLink } from './small.tsx';
import classes from './field-view.module.css';

/** A value as a person reads it: linked subjects by their codes, doubtful characters marked, all else in words. */
export function ValueView({ field, value, linked = [], type }: { readonly field: string; readonly value: Json; readonly linked?: readonly Linked[]; readonly type?: string }) {
  const language = useLanguage();
  if (isRecord(value) && 'text' in value) return <ReadingView value={value} />;
  const source = field === 'source' && isRecord(value) ? textOf(value['subject']) : undefined;
  if (source !== undefined && isRecord(value)) return <><Link to={`/subjects/${source}`}>{fieldLabel('source')}</Link>{textOf(value['locator']) !== undefined && `, ${textOf(value['locator']) ?? ''}`}</>;
  const ids = (Array.isArray(value) ? listOf(value) : [value]).map(textOf);
  const items = ids.map((id) => linked.find((one) => one.item.id === id)?.item);
  if (items.length > 0 && items.every((item) => item !== undefined)) {
    return <>{items.map((item, place) => <span key={item.id}>{place > 0 && ', '}<SubjectLink item={item} /></span>)}</>;
  }
  return <span className={isAbsent(value) ? classes.absent : undefined}>{formatValue(field, value, { language, ...(type === undefined ? {} : { type }) })}</span>;
}

/** A reading of a marker: each doubtful character is marked and says what else it may be. */
export function ReadingView({ value }: { readonly value: Json }) {
  const { t } = useTranslation(['common', 'controls']);
  const characters = charactersOf(readingOf(value));
  const doubtful = characters.filter((one) => one.doubt !== undefined);
  return (
    <span>
      <span className={classes.reading}>
        {characters.map((one) => (one.doubt === undefined ? one.character : <mark key={one.at} className={classes.doubt} title={one.doubt.alternatives.join(', ')}>{one.character}</mark>))}
      </span>
      {doubtful.length > 0 && <span className={classes.doubtWords}>{doubtful.map((one) => (one.doubt?.alternatives.length === 0 ? t('doubtfulPlain', { character: one.character }) : t('controls:characterDoubtful', { character: one.character, alternatives: one.doubt?.alternatives.join(', ') ?? '' }))).join('; ')}</span>}
    </span>
  );
}
