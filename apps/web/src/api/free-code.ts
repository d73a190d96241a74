import type { SubjectKind } from '@imena/record';
import { useQuery } from '@tanstack/react-query';
import { queryOf, request } from './client.ts';
import { subjectPage } from './schemas.ts';

export interface CodeSeries {
  readonly kind: SubjectKind;
  /** The first number above those of the given codes. */
  readonly nextNumber: (codes: readonly string[]) => number;
  readonly codeOf: (number: number) => string;
}

/**
 * A code that nobody uses yet: above the codes changed last and above the number of all, then upwards until the register
 * knows none such. Two devices may still take the same; then both stand, and the collision is shown.
 */
export function useFreeCode({ kind, nextNumber, codeOf }: CodeSeries, { enabled = true }: { readonly enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['subjects', 'free-code', kind], enabled, staleTime: 0, gcTime: 0,
    queryFn: async ({ signal }) => {
      const read = (conditions: Readonly<Record<string, string>>) => request(`/subjects${queryOf({ kind, ...conditions })}`, subjectPage, { signal });
      const newest = await read({ sort: '-updated', limit: '500' });
      let number = Math.max(nextNumber(newest.items.map((item) => item.code)), newest.total + 1);
      for (;;) {
        const code = codeOf(number);
        const found = await read({ q: code, limit: '20' });
        if (!found.items.some((item) => item.code === code)) return code;
        number += 1;
      }
    },
  });
}
