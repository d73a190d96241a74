import { useRouter } from '@tanstack/react-router';
import { ErrorState } from './states.tsx';

/** What a screen shows when it cannot be drawn at all. */
export function ErrorScreen({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const router = useRouter();
  const retry = (): void => {
    reset?.();
    void router.invalidate();
  };
  return <ErrorState error={error} retry={retry} />;
}
