import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState, QueryView } from './states.tsx';
import classes from './states.module.css';

interface FreshQuery<T> {
  readonly data: { readonly making: boolean; readonly answer: T | null } | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** Shows what was computed last, and says so while a newer one is being made; before the first there is only waiting. */
export function FreshView<T>({ query, children }: { readonly query: FreshQuery<T>; readonly children: (answer: T) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <QueryView query={query}>
      {({ answer, making }) => (answer === null ? <LoadingState /> : (
        <>
          <div role="status" className={classes.making}>{making && t('newerIsMade')}</div>
          {children(answer)}
        </>
      ))}
    </QueryView>
  );
}
