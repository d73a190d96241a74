import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from './problem-text.tsx';
import classes from './states.module.css';

/** Nothing is there, in words that say why and what can be done. */
export function EmptyState({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return <div className={classes.state} data-empty><p>{children}</p>{action}</div>;
}

export function LoadingState() {
  const { t } = useTranslation();
  return <div className={classes.state} role="status"><Loader size="sm" /><p>{t('loading')}</p></div>;
}

/** Trouble in the reader's words, with a way to try again. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle aria-hidden size={28} stroke={1.6} />
      <p><strong>{t('errorTitle')}</strong></p>
      <p><ProblemText error={error} /></p>
      {retry !== undefined && <Button variant="default" onClick={retry}>{t('retry')}</Button>}
    </div>
  );
}

interface QueryLike<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** Shows a query: loading, error with retry, or its data. Data seen before stays on screen when a later request fails. */
export function QueryView<T>({ query, children }: { readonly query: QueryLike<T>; readonly children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <LoadingState />;
}
