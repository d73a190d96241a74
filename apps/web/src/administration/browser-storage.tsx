import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { Badge, QueryView, Section } from '../components/index.ts';
import { useOutbox } from '../device/index.ts';
import { formatBytes, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import classes from './administration.module.css';

interface StorageState { readonly kept: boolean | null; readonly used: number | null; readonly quota: number | null }

/** What this browser keeps, whether it has promised to, and what would be lost. */
export function BrowserStorage() {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const session = useSession();
  const client = useQueryClient();
  const [refused, setRefused] = useState(false);
  const query = useQuery({ queryKey: ['storage'], queryFn: readStorage, staleTime: 0 });
  const { data: outbox } = useOutbox(session);
  const waiting = outbox?.filter((entry) => entry.state !== 'acknowledged' || entry.filesLeft.length > 0).length ?? 0;
  const ask = async (): Promise<void> => {
    setRefused(!(await navigator.storage.persist()));
    await client.invalidateQueries({ queryKey: ['storage'] });
  };
  return (
    <Section title={t('storage.title')}>
      <p className={classes.hint}>{t('storage.intro')}</p>
      <QueryView query={query}>
        {({ kept, used, quota }) => (
          <>
            <p><Badge tone={kept === true ? 'good' : 'warn'}>{t(kept === true ? 'yes' : 'no', { ns: 'common' })}</Badge> {t(kept === null ? 'storage.unsupported' : kept ? 'storage.kept' : 'storage.notKept')}</p>
            {kept === false && <Button size="md" variant="default" onClick={() => void ask()}>{t('storage.ask')}</Button>}
            <div role="status">{refused && <p>{t('storage.refusedNow')}</p>}</div>
            {used !== null && quota !== null && <p>{t('storage.used', { used: formatBytes(used, language), quota: formatBytes(quota, language) })}</p>}
          </>
        )}
      </QueryView>
      <p>{t('storage.waiting')}: <Link to="/outbox">{formatNumber(waiting, language)}</Link>. {waiting > 0 && <strong>{t('storage.clearWarning')}</strong>}</p>
    </Section>
  );
}

async function readStorage(): Promise<StorageState> {
  // Absent in old browsers and on addresses that are not protected.
  if (!('storage' in navigator) || !('persisted' in navigator.storage)) return { kept: null, used: null, quota: null };
  const [kept, { usage, quota }] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
  return { kept, used: usage ?? null, quota: quota ?? null };
}
