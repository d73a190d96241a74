import { useTranslation } from 'react-i18next';
import { statusLabel } from '../format/index.ts';
import classes from './status-badge.module.css';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info';

const tones: Readonly<Record<string, Tone>> = {
  suspected: 'warn', confirmed: 'info', opened: 'info', emptied: 'good', found_empty: 'plain', examined: 'info', missing: 'warn',
  found_alive: 'good', consented: 'good', refused: 'plain', consent_withdrawn: 'bad', proposed: 'info', returned: 'warn', reviewed: 'info',
  established: 'good', certified: 'good', revoked: 'bad', failed: 'bad', received: 'info', enrolled: 'good',
};

/** The tone in which a status is shown; colour never says anything that the words do not. */
export function toneOf(status: string): Tone {
  return tones[status] ?? 'plain';
}

export function Badge({ tone = 'plain', children, title }: { readonly tone?: Tone; readonly children: React.ReactNode; readonly title?: string }) {
  return <span className={classes.badge} data-tone={tone} title={title}>{children}</span>;
}

export function StatusBadge({ kind, status }: { readonly kind: string; readonly status: string }) {
  return <Badge tone={toneOf(status)}>{statusLabel(kind, status)}</Badge>;
}

/** Marks what was invented for the demonstration, wherever a person or a fact is shown. */
export function SyntheticBadge() {
  const { t } = useTranslation();
  return <Badge tone="warn" title={t('syntheticExplained')}>{t('synthetic')}</Badge>;
}
