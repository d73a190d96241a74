import type { ReactNode } from 'react';
import classes from './ledger.module.css';

/** A table of names and values; on a phone the value stands under its name. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return <dl className={classes.facts}>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
