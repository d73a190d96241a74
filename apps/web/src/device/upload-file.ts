import { RefusedError, send } from '../api/index.ts';

const partBytes = 1_048_576;

/**
 * Sends a file in parts, continuing where an earlier attempt ended; the server compares the whole with the signed hash.
 * @throws Problem of the server (`file.*`), `web.unreachable`
 */
export async function uploadFile({ sha256, bytes }: { readonly sha256: string; readonly bytes: Blob }): Promise<void> {
  let offset = await uploadedBytes(sha256);
  while (offset < bytes.size) {
    const part = bytes.slice(offset, offset + partBytes);
    await send(`/files/${sha256}`, { method: 'PATCH', body: part }, {
      'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), 'upload-length': String(bytes.size),
    });
    offset += part.size;
  }
}

async function uploadedBytes(sha256: string): Promise<number> {
  try {
    const response = await send(`/files/${sha256}`, { method: 'HEAD' });
    return Number(response.headers.get('upload-offset') ?? '0');
  } catch (error) {
    if (error instanceof RefusedError && error.status === 404) return 0;
    throw error;
  }
}

/** SHA-256 of a file in hex, as it stands in the entry. */
export async function hashFile(bytes: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
