import { openCheckpoint, encodeHex, type TrustedLog } from '@imena/ledger';
import { ProblemError } from '@imena/problem';
import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Facts } from './facts.tsx';
import { QrCode } from './qr-code.tsx';
import classes from './ledger.module.css';

/** One checkpoint: what it says, its signed text, and as a code to hand on. */
export function CheckpointCard({ text, log, withCode }: { readonly text: string; readonly log: TrustedLog; readonly withCode?: 'withCode' }) {
  const { t } = useTranslation(['ledger', 'common']);
  const language = useLanguage();
  const opened = open(text, log);
  return (
    <div className={classes.withCode}>
      <div>
        {opened === null
          ? <p className={classes.verdict} data-tone="bad">{t('checkpoint.unreadable')}</p>
          : <Facts rows={[[t('checkpoint.size'), <strong key="size">{formatNumber(Number(opened.size), language)}</strong>], [t('checkpoint.root'), <span key="root" className={classes.mono}>{encodeHex(opened.root)}</span>], [t('checkpoint.origin'), <span key="origin" className={classes.mono}>{opened.origin}</span>]]} />}
        <pre className={classes.raw} tabIndex={0} aria-label={t('checkpoint.text')}>{text}</pre>
        <div className={`${classes.actions ?? ''} no-print`}>
          <CopyButton value={text}>{({ copied, copy }) => <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>{copied ? t('common:copied') : t('checkpoint.copy')}</Button>}</CopyButton>
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => downloadText(`checkpoint-${opened?.size.toString() ?? 'unread'}.txt`, text)}>{t('checkpoint.download')}</Button>
        </div>
      </div>
      {withCode !== undefined && opened !== null && <QrCode text={text} label={t('checkpoint.qr')} />}
    </div>
  );
}

function open(text: string, log: TrustedLog) {
  try {
    return openCheckpoint(text, log);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
