import { useRouter, type AnyRoute } from '@tanstack/react-router';
import { useEffect } from 'react';

const waitMs = 1_500;

/**
 * Fetches the program of every screen once the first one stands, so that the network may go at any time without a
 * screen becoming unreachable. Where it fails, the screen is fetched when it is opened, as without this.
 */
export function useScreensKept(): void {
  const router = useRouter();
  useEffect(() => {
    let stopped = false;
    const fetchAll = async (): Promise<void> => {
      for (const route of Object.values<AnyRoute>(router.routesById)) {
        if (stopped || !navigator.onLine) return;
        await router.loadRouteChunk(route);
      }
    };
    const timer = setTimeout(() => void fetchAll(), waitMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [router]);
}
