import { Button, FileButton, Group, Stack, Switch, TextInput } from '@mantine/core';
import { describeProblem } from '@imena/problem';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestNothing, useHasRole } from '../api/index.ts';
import { ErrorNote, FormDialog } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { OpenedTableFile } from './table-file.ts';
import classes from './dna.module.css';

const words = ['id', 'name', 'population', 'source', 'licence', 'note'] as const;
const needed: readonly (typeof words)[number][] = ['id', 'name', 'source', 'licence'];

/** Adds a frequency table out of JSON, CSV or XLSX: a look at what was read first, then what the file does not say of itself. */
export function InstallTable() {
  const { t } = useTranslation('dna');
  const may = useHasRole('laboratory', 'analyst');
  const [file, setFile] = useState<File | null>(null);
  if (!may) return null;
  return (
    <>
      <FileButton accept="application/json,.json,.csv,.tsv,.txt,.xlsx" onChange={setFile}>
        {(props) => <Button {...props} size="md" variant="default">{t('tables.install')}</Button>}
      </FileButton>
      <FormDialog opened={file !== null} onClose={() => setFile(null)} title={t('tables.installTitle')}>
        {file !== null && <TableForm file={file} onDone={() => setFile(null)} />}
      </FormDialog>
    </>
  );
}

function TableForm({ file, onDone }: { readonly file: File; readonly onDone: () => void }) {
  const { t } = useTranslation(['dna', 'common']);
  const client = useQueryClient();
  const [comma, setComma] = useState(false);
  const [opened, setOpened] = useState<OpenedTableFile>();
  const [typed, setTyped] = useState<Readonly<Partial<Record<(typeof words)[number], string>>>>({});
  const read = useMutation({
    mutationFn: async (decimalComma: 'comma' | 'point') => {
      const { readTableFile } = await import('./table-file.ts');
      return readTableFile(new Uint8Array(await file.arrayBuffer()), file.name, decimalComma);
    },
    onSuccess: setOpened,
  });
  const install = useMutation({
    mutationFn: (body: unknown) => requestNothing('/frequency-tables', { method: 'POST', body }),
    onSuccess: () => { onDone(); return client.invalidateQueries({ queryKey: ['frequency-tables'] }); },
  });
  const isTable = !/\.json$/i.test(file.name);
  const textOf = (name: (typeof words)[number]): string => { const own = opened?.table[name]; return typed[name] ?? (typeof own === 'string' ? own : ''); };
  const whole = { ...opened?.table, ...Object.fromEntries(words.flatMap((name) => (textOf(name).trim() === '' ? [] : [[name, textOf(name).trim()]]))) };
  return (
    <Stack>
      <p style={{ margin: 0 }}>{file.name}</p>
      {isTable && <Switch size="md" label={t('tables.decimalComma')} checked={comma} onChange={(event) => { setComma(event.currentTarget.checked); setOpened(undefined); }} />}
      {opened === undefined && <Group><Button size="md" loading={read.isPending} onClick={() => read.mutate(comma ? 'comma' : 'point')}>{t('tables.look')}</Button></Group>}
      <ErrorNote error={read.error} />
      {opened !== undefined && (
        <>
          <TablePreview opened={opened} />
          {words.map((name) => <TextInput key={name} size="md" label={t(`tables.${name}`)} required={needed.includes(name)} maxLength={name === 'id' ? 80 : 500} value={textOf(name)} onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />)}
          <ErrorNote error={install.error} />
          <Group justify="flex-end"><Button size="md" loading={install.isPending} disabled={opened.markers.length === 0 || needed.some((name) => textOf(name).trim() === '')} onClick={() => install.mutate(whole)}>{t('tables.add')}</Button></Group>
        </>
      )}
    </Stack>
  );
}

/** What the file holds, marker by marker, and what was left out of it and why. */
function TablePreview({ opened: { markers, issues } }: { readonly opened: OpenedTableFile }) {
  const { t } = useTranslation('dna');
  const language = useLanguage();
  return (
    <>
      {issues.length > 0 && <ul className={classes.reasons}>{issues.slice(0, 100).map((issue, place) => <li key={place}>{describeProblem({ code: issue.code, details: issue.details, place: issue.place }, language)}</li>)}</ul>}
      <div className={classes.wide} tabIndex={0} role="group" aria-label={t('tables.markers')} style={{ maxHeight: '18rem', overflowY: 'auto' }}>
        <table className={classes.rows}>
          <thead><tr><th scope="col">{t('tables.markers')}</th><th scope="col" className={classes.number}>{t('tables.alleles')}</th><th scope="col" className={classes.number}>{t('tables.sum')}</th><th scope="col" className={classes.number}>N</th></tr></thead>
          <tbody>{markers.map((marker) => <tr key={marker.name}><th scope="row">{marker.name}</th><td className={classes.number}>{formatNumber(marker.alleles, language)}</td><td className={classes.number}>{formatNumber(marker.sum, language, 4)}</td><td className={classes.number}>{marker.sampleSize === null ? '—' : formatNumber(marker.sampleSize, language)}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
