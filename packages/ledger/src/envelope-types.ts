/** The coarse kinds of entry; the exact statement is `type` in the body. */
export const entryKinds = [
  'site', 'grave', 'journal', 'remains', 'item', 'custody', 'examination', 'sample', 'profile', 'person',
  'family', 'source', 'decision', 'release', 'run', 'device', 'erasure', 'heads',
] as const;

export type EntryKind = (typeof entryKinds)[number];

/** The newest checkpoint the device had verified when it wrote: `size` decimal, `root` lower-case hex. */
export interface SeenCheckpoint {
  readonly size: string;
  readonly root: string;
}

/** One file of an entry: `ref` = SHA-256(salt ‖ SHA-256 of the file) in hex, `size` in bytes rounded up to 64 KiB. */
export interface EnvelopeFile {
  readonly ref: string;
  readonly size: number;
}

/** What a device signs. Hashes are lower-case hex, ids lower-case UUIDs (`id` of version 7). */
export interface Envelope {
  readonly v: 1;
  readonly id: string;
  /** Id of a site or of an office (family liaison, laboratory, installation). */
  readonly scope: string;
  /** SHA-256 of the device's Ed25519 public key. */
  readonly device: string;
  /** 0, 1, 2 ... per device and scope. */
  readonly seq: number;
  /** SHA-256 of this device's previous envelope in this scope; null exactly when `seq` is 0. */
  readonly prev: string | null;
  /** Random account id of the person behind the device key. */
  readonly by: string;
  /** Device time: a claim. RFC 3339 with offset. */
  readonly at: string;
  readonly kind: EntryKind;
  readonly subject: string;
  /** Ids of entries this one takes back; never empty when present. */
  readonly supersedes?: readonly string[];
  readonly seen: SeenCheckpoint | null;
  /** SHA-256(salt ‖ JCS(body)). */
  readonly body: string;
  /** Never empty when present. */
  readonly files?: readonly EnvelopeFile[];
}

/** A file as its holder knows it; `name` and `mediaType` are not covered by the signature. */
export interface EntryFile {
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  /** Exact size in bytes. */
  readonly size: number;
  readonly name?: string;
  readonly mediaType?: string;
}

/** The canonical body with its 32-byte salt. */
export interface EntryBody {
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** An entry with what stands beside it; body and files are absent once erased. */
export interface SignedEntry {
  readonly envelope: Uint8Array;
  readonly signature: Uint8Array;
  readonly body?: EntryBody;
  readonly files?: readonly EntryFile[];
}

/** The form in which entries travel as JSON: bytes as base64, the body as its canonical JSON text. */
export interface WireEntry {
  readonly envelope: string;
  readonly signature: string;
  readonly body: string | null;
  readonly salt: string | null;
  readonly files: readonly WireFile[];
}

export interface WireFile {
  readonly sha256: string;
  readonly salt: string;
  readonly size: number;
  readonly name?: string;
  readonly mediaType?: string;
}
