import { useParams } from '@tanstack/react-router';

/** One part of the address, such as the id in `/graves/$id`. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
