import { create } from 'qrcode';
import { qrPath } from './qr-path.ts';
import classes from './ledger.module.css';

const quiet = 4;

/** A text as a QR code, black on white in every colour scheme, so that any reader can read it from screen or paper. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return <svg className={classes.code} viewBox={`${-quiet} ${-quiet} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={qrPath(modules.size, modules.data)} fill="#000" /></svg>;
}
