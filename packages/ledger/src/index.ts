export { usePrimitives, portablePrimitives, sha256, sha256Hex, signEd25519, ed25519PublicKey, type Primitives } from './primitives.ts';
export { primitivesFromNode, type NodeCrypto } from './node-primitives.ts';
export { verifyEd25519, isAcceptableKey } from './ed25519.ts';
export {
  concatBytes, decodeBase64, decodeHex, decodeUtf8, encodeBase64, encodeHex, encodeUtf8, equalBytes,
} from './codecs.ts';
export { emptyRoot, leafHash, nodeHash } from './merkle-hash.ts';
export { consistencyProof, inclusionProof, merkleRoot } from './merkle-definition.ts';
export { MerkleTree } from './merkle-tree.ts';
export { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './verify-proofs.ts';
export {
  entryKinds, type EntryBody, type EntryFile, type EntryKind, type Envelope, type EnvelopeFile, type SeenCheckpoint,
  type SignedEntry, type WireEntry, type WireFile,
} from './envelope-types.ts';
export { canonicalBytes, canonicalize, canonicalizeValue } from './canonicalize.ts';
export { deviceId, envelopeHash, makeEnvelope, maximumEnvelopeBytes, parseEnvelope } from './envelope.ts';
export { isTimeWithOffset } from './envelope-fields.ts';
export { bodyHash, fileRef, roundedFileSize } from './salted-hash.ts';
export { isUuid, isUuidV7, uuidV7 } from './uuid.ts';
export { entrySignatureType, signEntry, signingBytes, verifyEntrySignature } from './entry-signature.ts';
export { entryLeafHash, leafData, parseLeaf } from './leaf.ts';
export { chainKey, checkChain, placeInChain, refusePlace, type ChainHead, type ChainPlace } from './chain.ts';
export { checkEntryContent, checkSignedEntry, maximumBodyBytes, type EntryCheck } from './signed-entry.ts';
export { decodeWireEntry, encodeWireEntry } from './wire.ts';
export { isKeyName, noteKeyId, noteSigner, parseVkey, vkeyOf, type NoteSigner, type VerifierKey } from './note-keys.ts';
export { openNote, signNote, type OpenedNote } from './note.ts';
export {
  formatCheckpoint, openCheckpoint, parseCheckpointText, signCheckpoint, type Checkpoint, type CheckpointFields, type TrustedLog,
} from './checkpoint.ts';
export { formatTlogProof, openTlogProof, verifyTlogProof, type OpenedProof } from './tlog-proof.ts';
export { compareHistory, type HistoryComparison, type HistoryVerdict } from './history.ts';
