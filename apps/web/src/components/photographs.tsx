import { Button, Modal } from '@mantine/core';
import type { ListItem } from '@imena/record';
import { IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, type SubjectDetail } from '../api/index.ts';
import { bilingualText, numberOf, textOf } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { EmptyState } from './states.tsx';
import { OriginLine } from './origin.tsx';
import { PhotographDialog } from './photograph-dialog.tsx';
import classes from './photographs.module.css';

const askAgainMs = 4_000;

/** The photographs of a subject; what may distress is covered until somebody asks for it. */
export function Photographs({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation();
  const mayState = useMayState();
  const [adding, setAdding] = useState(false);
  const photographs = detail.subject.lists['photographs'] ?? [];
  return (
    <>
      {photographs.length === 0 && <EmptyState>{t('photographs.none')}</EmptyState>}
      <ul className={classes.grid}>{photographs.map((item) => <li key={item.entry}><Photograph item={item} /></li>)}</ul>
      {mayState('subject.photographed', detail.subject.scope) && <Button variant="default" size="md" mt="sm" className="no-print" onClick={() => setAdding(true)}>{t('photographs.add')}</Button>}
      <PhotographDialog detail={detail} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function addressOf(item: ListItem, view: 'thumb' | 'screen' | 'original'): string | null {
  const file = item.files[numberOf(item.value['file']) ?? 0];
  return file?.sha256 === undefined || file.sha256 === null ? null : `/api/files/${file.sha256}?entry=${item.entry}&view=${view}`;
}

function Photograph({ item }: { readonly item: ListItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [covered, setCovered] = useState(item.value['sensitive'] === true);
  const [large, setLarge] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // The bytes of a photograph follow its entry; whoever looks meanwhile need not load the page anew.
    const timer = failed ? setTimeout(() => setFailed(false), askAgainMs) : undefined;
    return () => clearTimeout(timer);
  }, [failed]);
  const thumb = addressOf(item, 'thumb');
  const screen = addressOf(item, 'screen');
  const original = addressOf(item, 'original');
  const words = bilingualText(item.value['caption'], language) || textOf(item.value['view']) || textOf(item.value['name']) || '';
  return (
    <figure className={classes.figure}>
      {covered
        ? <button type="button" className={classes.cover} onClick={() => setCovered(false)}><IconEyeOff aria-hidden size={28} /><span>{t('photographs.covered')}</span><strong>{t('photographs.uncover')}</strong></button>
        : thumb === null || failed
          ? <div className={classes.cover}>{t('photographs.missing')}</div>
          : <button type="button" className={classes.picture} onClick={() => setLarge(true)}><img src={thumb} alt={t('photographs.photographOf', { what: words })} loading="lazy" onError={() => setFailed(true)} /></button>}
      <figcaption className={classes.caption}>{words}<OriginLine origin={item} /></figcaption>
      <Modal opened={large} onClose={() => setLarge(false)} size="auto" title={words} closeButtonProps={{ 'aria-label': t('close') }}>
        {screen !== null && <img className={classes.large} src={screen} alt={t('photographs.photographOf', { what: words })} />}
        {original !== null && <p><a href={original} download>{t('photographs.original')}</a> ({t('photographs.originalExplained')})</p>}
      </Modal>
    </figure>
  );
}
