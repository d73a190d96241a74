import { sql } from 'kysely';

/**
 * What the account of the transaction holds in this very statement, as `heldText` writes it: a count is only kept for
 * others when the wall stood during the count as it was when the request came in.
 */
export const heldNow = sql`(select coalesce(string_agg(h.held, ',' order by h.held collate "C"), '')
  from (select coalesce(m.scope::text, '*') || ':' || m.role as held from live_memberships() m) h)`;
