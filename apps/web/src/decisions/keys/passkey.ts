import { refuse } from '@imena/problem';
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON } from '@simplewebauthn/browser';
import { z } from 'zod';
import { request } from '../../api/index.ts';

// The options are WebAuthn's own, made by the server's library; the browser itself checks them.
const creation = z.object({ options: z.custom<PublicKeyCredentialCreationOptionsJSON>((value) => typeof value === 'object' && value !== null) });
const assertionRequest = z.object({ options: z.custom<PublicKeyCredentialRequestOptionsJSON>((value) => typeof value === 'object' && value !== null) });

/** A WebAuthn assertion as a signature of a decision carries it. */
export interface DecisionAssertion {
  readonly id: string;
  readonly clientDataJson: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly origin: string;
}

/** Passkeys are bound to a host name: they need a protected page that is not opened by a bare number address. */
export function passkeysPossible(): boolean {
  return window.isSecureContext && browserSupportsWebAuthn() && !/^(\d{1,3}(\.\d{1,3}){3}|\[.*\])$/.test(window.location.hostname);
}

/** @throws Problem `web.passkey_failed` */
export async function makePasskey(): Promise<RegistrationResponseJSON> {
  const { options } = await request('/keys/passkey/options', creation, { method: 'POST', body: {} });
  return orRefused(() => startRegistration({ optionsJSON: options }));
}

/** Signs a decision: the challenge is the decision's hash itself. @throws Problem `web.passkey_failed` */
export async function signWithPasskey(decisionHash: string): Promise<DecisionAssertion> {
  const { options } = await request('/keys/passkey/assertion-options', assertionRequest, { method: 'POST', body: { decisionHash } });
  const { id, response } = await orRefused(() => startAuthentication({ optionsJSON: options }));
  return { id, clientDataJson: response.clientDataJSON, authenticatorData: response.authenticatorData, signature: response.signature, origin: window.location.origin };
}

async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The person closed the window, the time ran out, or no authenticator holds the key.
    if (error instanceof WebAuthnError || error instanceof DOMException) return refuse('web.passkey_failed', { reason: error.message });
    throw error;
  }
}
