import { requestText, type Session } from '../api/index.ts';
import { ensureDevice, forgetRevokedKey } from './enrol-device.ts';
import { receiveCheckpoint } from './known-log.ts';
import { sendOutbox } from './send-outbox.ts';

/**
 * One round of the device's service: its key is enrolled, what waits is sent, the server's newest checkpoint is compared
 * with the one held here. The first round of a visit also asks whether the key was revoked from elsewhere since the last.
 */
export async function keepInStep(session: Session, { isFirst }: { readonly isFirst: boolean }): Promise<void> {
  if (isFirst) await forgetRevokedKey(session);
  await ensureDevice(session);
  await sendOutbox(session);
  await receiveCheckpoint(session, await requestText('/ledger/checkpoint'));
}
