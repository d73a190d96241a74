import { useEffect, useState } from 'react';

/** A picture that was chosen, to be read while its text is typed; nothing for files that no browser shows as a picture. */
export function FilePicture({ file }: { readonly file: File }) {
  const [address] = useState(() => (/^image\/(png|jpeg|webp|gif)$/.test(file.type) ? URL.createObjectURL(file) : null));
  useEffect(() => () => { if (address !== null) URL.revokeObjectURL(address); }, [address]);
  return address === null ? null : <img src={address} alt={file.name} style={{ maxWidth: '100%', maxHeight: '32rem', objectFit: 'contain' }} />;
}
