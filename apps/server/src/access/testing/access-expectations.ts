import { randomBytes, randomUUID } from 'node:crypto';
import { deviceId, ed25519PublicKey } from '@imena/ledger';
import { insertDevice } from '../devices.queries.ts';
import { insertInvitation } from '../invitations.queries.ts';
import { insertMemberships, listMemberships } from '../memberships.queries.ts';
import { insertPassphraseKey } from '../signing-keys.queries.ts';
import { tokenHash } from '../tokens.ts';
import type { Database } from '../../database/tables.ts';
import type { Expectations, Seat } from './walk-routes.ts';

/** What the things of the access routes are made from. */
export interface AccessWorld {
  /** As the owner of the database. */
  readonly owner: Database;
  readonly now: () => Date;
  readonly ownScope: string;
  readonly foreignScope: string;
  /** An account that nobody of the matrix is. */
  readonly bystander: string;
}

/** Who may use the routes about sessions, accounts and keys. */
export function accessExpectations(world: AccessWorld): Expectations {
  const { owner, now, bystander } = world;
  const scopeOf = (which: 'own' | 'foreign') => (which === 'own' ? world.ownScope : world.foreignScope);
  const coordinates = (seat: Seat, which: 'own' | 'foreign') => seat.role === 'coordinator' && (seat.scope === 'every' || which === 'own');
  const nobodyElses = () => false;
  const everyone = { access: 'account' } as const;
  const coordinator = { access: ['coordinator'] } as const;
  const installation = { access: ['coordinator'], everyScope: true } as const;

  return {
    'GET /api/session': everyone,
    'POST /api/session': { access: 'public' },
    'DELETE /api/session': { access: 'public' },
    'PUT /api/session/password': everyone,
    'GET /api/setup': { access: 'public' },
    'POST /api/setup': { access: 'public' },
    'GET /api/accounts': everyone,
    'POST /api/accounts/:id/memberships': {
      ...coordinator,
      things: [{
        name: 'membership',
        request: (which) => Promise.resolve({ url: `/api/accounts/${bystander}/memberships`, body: { scope: scopeOf(which), role: 'recovery' } }),
        reaches: coordinates,
      }],
    },
    'DELETE /api/accounts/:id/memberships/:membership': {
      ...coordinator,
      things: [{
        name: 'membership',
        request: async (which) => {
          await insertMemberships(owner, { accountId: bystander, memberships: [{ scope: scopeOf(which), role: 'board' }], grantedBy: null, now: now() });
          const held = (await listMemberships(owner, bystander)).find(({ scope, role }) => scope === scopeOf(which) && role === 'board');
          return { url: `/api/accounts/${bystander}/memberships/${held?.id ?? ''}` };
        },
        reaches: coordinates,
      }],
    },
    'POST /api/accounts/:id/close': installation,
    'GET /api/invitations': coordinator,
    'POST /api/invitations': {
      ...coordinator,
      things: [{
        name: 'invitation',
        request: (which) => Promise.resolve({ url: '/api/invitations', body: { displayName: 'X (synthetic)', memberships: [{ scope: scopeOf(which), role: 'board' }] } }),
        reaches: coordinates,
      }],
    },
    'DELETE /api/invitations/:id': {
      ...coordinator,
      things: [{
        name: 'invitation',
        request: async (which) => {
          const id = randomUUID();
          const memberships = [{ scope: scopeOf(which), role: 'board' }] as const;
          await insertInvitation(owner, { id, hash: tokenHash(id), displayName: 'X (synthetic)', memberships, invitedBy: bystander, now: now(), expiresAt: new Date(now().getTime() + 1e6) });
          return { url: `/api/invitations/${id}` };
        },
        reaches: coordinates,
      }],
    },
    'POST /api/invitations/accept': { access: 'public' },
    'GET /api/recoveries': installation,
    'POST /api/recoveries': installation,
    'POST /api/recoveries/:id/approve': installation,
    'POST /api/recoveries/use': { access: 'public' },
    'GET /api/devices': everyone,
    'POST /api/devices/challenge': everyone,
    'POST /api/devices': everyone,
    'POST /api/devices/:id/revoke': {
      ...everyone,
      things: [{
        name: 'device',
        request: async () => {
          const publicKey = ed25519PublicKey(randomBytes(32));
          const id = deviceId(publicKey);
          await insertDevice(owner, { id, publicKey, accountId: bystander, label: 'somebody else’s', possession: 'x', now: now() });
          return { url: `/api/devices/${id}/revoke`, body: { explanation: 'lost' } };
        },
        reaches: (seat) => seat.role === 'coordinator' && seat.scope === 'every',
      }],
    },
    'GET /api/keys': everyone,
    'POST /api/keys/passphrase': everyone,
    'POST /api/keys/passkey/options': everyone,
    'POST /api/keys/passkey': everyone,
    'POST /api/keys/passkey/assertion-options': everyone,
    'DELETE /api/keys/:id': {
      ...everyone,
      things: [{
        name: 'key',
        request: async () => {
          const id = randomUUID();
          await insertPassphraseKey(owner, { id, accountId: bystander, label: id, publicKey: randomBytes(32), wrapped: {}, now: now() });
          return { url: `/api/keys/${id}` };
        },
        reaches: nobodyElses,
      }],
    },
    'GET /api/access-log': { access: ['coordinator', 'auditor'], everyScope: true },
  };
}
