import { FileButton, Button } from '@mantine/core';
import { makeProblem, ProblemError } from '@imena/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestNothing, useHasRole } from '../api/index.ts';
import { ErrorNote } from '../components/index.ts';

/** Adds a frequency table out of a JSON file; the server checks every frequency and refuses a taken name. */
export function InstallTable() {
  const { t } = useTranslation('dna');
  const client = useQueryClient();
  const may = useHasRole('laboratory', 'analyst');
  const install = useMutation({
    mutationFn: async (file: File) => requestNothing('/frequency-tables', { method: 'POST', body: parse(await file.text()) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['frequency-tables'] }),
  });
  if (!may) return null;
  return (
    <div>
      <FileButton accept="application/json,.json" onChange={(file) => { if (file !== null) install.mutate(file); }}>
        {(props) => <Button {...props} size="md" variant="default" loading={install.isPending}>{t('tables.install')}</Button>}
      </FileButton>
      <ErrorNote error={install.error} />
    </div>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new ProblemError(makeProblem('kinship.table.shape', { path: 'JSON' }));
    throw error;
  }
}
