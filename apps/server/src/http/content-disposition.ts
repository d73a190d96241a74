/**
 * The header that makes a browser save an answer under a name, whatever the name holds: other scripts, quotes, line
 * breaks, folders, broken surrogates (RFC 6266, RFC 8187).
 */
export function attachmentHeader(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/\p{Cs}/gu, '\ufffd').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  const kept = /^\.*$/.test(clean) ? 'file' : clean;
  const plain = kept.replace(/[^A-Za-z0-9._ -]/g, '_');
  const encoded = encodeURIComponent(kept).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
