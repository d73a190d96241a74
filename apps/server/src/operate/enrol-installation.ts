import { randomUUID } from 'node:crypto';
import type { InstallationAuthor } from '../ledger/append-as-installation.ts';
import type { OpenLedger } from '../ledger/open-ledger.ts';

/** The first two entries of a log: the installation as an office, and the device that signs for it. */
export async function enrolInstallation(ledger: OpenLedger, author: InstallationAuthor): Promise<void> {
  if (ledger.state.size > 0) return;
  const { installation, devicePublicKey } = ledger.identity;
  await author.append([
    {
      scope: installation, subject: installation,
      body: { type: 'office.registered', basis: 'computed', officeKind: 'installation', name: { en: 'This installation', uk: 'Ця система' } },
    },
    {
      scope: installation, subject: randomUUID(),
      body: {
        type: 'device.enrolled', basis: 'computed', publicKey: Buffer.from(devicePublicKey).toString('base64url'), account: installation,
        label: 'imena server',
      },
    },
  ]);
}
