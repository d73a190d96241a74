import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubject } from '../api/index.ts';
import { Photographs, Section } from '../components/index.ts';
import classes from './matches.module.css';

/** Photographs of the person beside those of the remains; none is fetched before somebody asks. */
export function PhotographsBeside({ person, remains }: { readonly person: string; readonly remains: string }) {
  const { t } = useTranslation('matches');
  const [shown, setShown] = useState(false);
  const sides = [useSubject(person).data, useSubject(remains).data];
  const count = sides.reduce((sum, side) => sum + (side?.subject.lists['photographs']?.length ?? 0), 0);
  if (count === 0) return null;
  return (
    <Section title={t('photographs.title')} actions={<Button size="sm" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>{t(shown ? 'photographs.cover' : 'photographs.show', { count })}</Button>}>
      {shown ? <div className={classes.sides}>{sides.map((side, at) => <div key={at}><h3 className={classes.sub}>{t(at === 0 ? 'anteMortem' : 'postMortem')}</h3>{side !== undefined && <Photographs detail={side} />}</div>)}</div> : <p className={classes.dimmed}>{t('photographs.covered')}</p>}
    </Section>
  );
}
