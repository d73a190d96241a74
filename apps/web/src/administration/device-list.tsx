import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, useAccountName, useSession } from '../api/index.ts';
import { Badge, Code, ConfirmWithReason, EmptyState } from '../components/index.ts';
import { forgetRevokedKey, readDeviceKey } from '../device/index.ts';
import { formatMoment } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Device } from './administration-api.ts';
import { holds } from './sections.ts';
import { useAct } from './use-act.ts';
import classes from './administration.module.css';

/** Devices, newest first; one's own, or as coordinator of everything anybody's, can be revoked. */
export function DeviceList({ devices, named }: { readonly devices: readonly Device[]; readonly named?: 'named' }) {
  const { t } = useTranslation('administration');
  const session = useSession();
  const [old, setOld] = useState(false);
  const [revoking, setRevoking] = useState<Device | null>(null);
  const { refresh } = useAct('devices', 'device-key');
  const here = useQuery({ queryKey: ['device-key', session.log.origin, session.account.id], queryFn: async () => (await readDeviceKey({ origin: session.log.origin, account: session.account.id }))?.device ?? null, staleTime: 0 });
  const revoke = async (explanation: string): Promise<void> => {
    await requestNothing(`/devices/${revoking?.id ?? ''}/revoke`, { method: 'POST', body: { explanation } });
    await forgetRevokedKey(session);
    await refresh();
  };
  const shown = devices.filter((device) => old || device.revokedAt === null).toReversed();
  return (
    <>
      {devices.some((device) => device.revokedAt !== null) && <Switch size="md" mb="sm" label={t('devices.showRevoked')} checked={old} onChange={(event) => setOld(event.currentTarget.checked)} />}
      {shown.length === 0 && <EmptyState>{t('devices.none')}</EmptyState>}
      <ul className={classes.list}>
        {shown.map((device) => <DeviceLine key={device.id} device={device} isHere={device.id === here.data} named={named !== undefined} onRevoke={() => setRevoking(device)} />)}
      </ul>
      <ConfirmWithReason opened={revoking !== null} onClose={() => setRevoking(null)} title={t('devices.revokeTitle')} draftKey={`device.revoked/${revoking?.id ?? ''}`} confirmLabel={t('devices.revokeButton')} confirm={revoke} danger="danger">
        <p><strong>{revoking?.label}</strong></p>
        <p>{t('devices.revokeText')}</p>
        {revoking?.id === here.data && <p><strong>{t('devices.revokeThis')}</strong></p>}
      </ConfirmWithReason>
    </>
  );
}

function DeviceLine({ device, isHere, named, onRevoke }: { readonly device: Device; readonly isHere: boolean; readonly named: boolean; readonly onRevoke: () => void }) {
  const { t } = useTranslation('administration');
  const language = useLanguage();
  const session = useSession();
  const nameOf = useAccountName();
  const mayRevoke = device.revokedAt === null && (device.account === session.account.id || holds(session, ['coordinator'], 'everywhere'));
  return (
    <li>
      <span>
        <span className={classes.name}>{device.label}</span>{named && <> · <Link to={`/administration/accounts/${device.account}`}>{nameOf(device.account)}</Link></>}
        <small>{t('devices.enrolled', { on: formatMoment(device.enrolledAt, language) })} · <Code length={12}>{device.id}</Code>{device.enrolledEntry !== null && <> · <Link to={`/ledger/${device.enrolledEntry}`}>{t('devices.entry')}</Link></>}</small>
        {device.revokedAt !== null && <small>{t('devices.revoked', { on: formatMoment(device.revokedAt, language) })} · {t('devices.revokedBy', { name: nameOf(device.revokedBy ?? ''), explanation: device.explanation ?? '' })}</small>}
      </span>
      <span className={classes.end}>
        {isHere && <Badge tone="info">{t('devices.thisOne')}</Badge>}
        {mayRevoke && <Button size="md" variant="default" aria-label={`${t('devices.revoke')} ${device.label}`} onClick={onRevoke}>{t('devices.revoke')}</Button>}
      </span>
    </li>
  );
}
