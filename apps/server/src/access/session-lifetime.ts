const hourMs = 3_600_000;

/** A session ends after this long without a request ... */
export const idleMs = 12 * hourMs;
/** ... and in any case this long after login. */
export const absoluteMs = 7 * 24 * hourMs;
/** How old `last_seen_at` may be before a request renews it: reading must not cost a write each time. */
export const renewAfterMs = 60_000;

/** The times of a session as they are kept. */
export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Whether a session still counts at a moment. */
export function isAlive(session: SessionTimes, now: Date): boolean {
  return now.getTime() < session.expiresAt.getTime() && now.getTime() < session.lastSeenAt.getTime() + idleMs;
}
