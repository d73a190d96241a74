import type { Session } from '../api/index.ts';
import { write } from './database.ts';

/** Takes back an alarm after a person has looked into it; the log is believed anew from the given session on. */
export async function trustAnew(session: Session): Promise<void> {
  await write([{ store: 'logs', put: { origin: session.log.origin, vkey: session.log.vkey, checkpoint: null, seen: null, alarm: null } }]);
}
