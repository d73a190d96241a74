import type { Link } from '@imena/record';

/** What lists, plans and search show of a subject. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly scope: string;
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly facets: Readonly<Record<string, string | number | boolean | null>>;
  readonly xMm: number | null;
  readonly yMm: number | null;
  readonly lastIndex: number;
  readonly updatedAt: Date;
  readonly links: readonly Link[];
}
