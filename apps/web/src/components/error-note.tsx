import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ProblemText } from './problem-text.tsx';

/** Trouble beside the thing that caused it; nothing when there is none. */
export function ErrorNote({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return <Alert role="alert" color="red" variant="outline" my="sm" icon={<IconAlertTriangle aria-hidden />} styles={{ message: { color: 'var(--mantine-color-error)' } }}><ProblemText error={error} /></Alert>;
}
