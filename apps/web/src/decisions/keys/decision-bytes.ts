import { concatBytes, decodeHex, encodeUtf8 } from '@imena/ledger';

/**
 * The bytes a passphrase key signs: `"imena-decision-v1\0" ‖ decision hash` (18 and 32 bytes). No other signature of
 * the project covers bytes that begin like this.
 * @param decisionHash SHA-256 of the canonical decision, 64 lower-case hex digits
 */
export function decisionBytes(decisionHash: string): Uint8Array {
  return concatBytes(encodeUtf8('imena-decision-v1\0'), decodeHex(decisionHash));
}
