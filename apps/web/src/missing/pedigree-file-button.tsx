import { Button, FileButton, Group, Select } from '@mantine/core';
import { describeProblem } from '@imena/problem';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote, FormDialog } from '../components/index.ts';
import { PedigreeChart } from '../components/pedigree/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { FilePedigree, PedigreeFile } from './read-pedigree-file.ts';
import classes from './missing.module.css';

/** Reads a pedigree out of a Familias, GEDCOM or PED file and shows it before it takes the place of the drawing; nothing is signed by it. */
export function PedigreeFileButton({ onUse }: { readonly onUse: (family: FilePedigree, fileName: string) => void }) {
  const { t } = useTranslation('missing');
  const [read, setRead] = useState<{ readonly fileName: string; readonly file: PedigreeFile } | null>(null);
  const open = useMutation({
    mutationFn: async (file: File) => {
      const { readPedigreeFile } = await import('./read-pedigree-file.ts');
      return { fileName: file.name, file: readPedigreeFile(new Uint8Array(await file.arrayBuffer()), file.name) };
    },
    onSuccess: setRead,
  });
  return (
    <>
      <FileButton accept=".fam,.ged,.gedcom,.ped" onChange={(file) => { if (file !== null) open.mutate(file); }}>
        {(props) => <Button {...props} size="md" variant="default" loading={open.isPending}>{t('pedigreeFile.open')}</Button>}
      </FileButton>
      <ErrorNote error={open.error} />
      <FormDialog opened={read !== null} onClose={() => setRead(null)} title={t('pedigreeFile.title', { file: read?.fileName ?? '' })}>
        {read !== null && <Choice file={read.file} onUse={(family) => { onUse(family, read.fileName); setRead(null); }} />}
      </FormDialog>
    </>
  );
}

/** Most issues shown; a file with more of them is not the right one. */
const shownIssues = 50;

function Choice({ file: { pedigrees, issues }, onUse }: { readonly file: PedigreeFile; readonly onUse: (family: FilePedigree) => void }) {
  const { t } = useTranslation('missing');
  const language = useLanguage();
  const [place, setPlace] = useState(0);
  const chosen = pedigrees[place];
  return (
    <>
      {pedigrees.length > 1 && <Select size="md" label={t('pedigreeFile.which')} allowDeselect={false} value={String(place)} onChange={(next) => setPlace(Number(next))} data={pedigrees.map((one, at) => ({ value: String(at), label: t('pedigreeFile.line', { name: one.name, count: one.members.length }) }))} />}
      {issues.length > 0 && <ul className={classes.list}>{issues.slice(0, shownIssues).map((issue, at) => <li key={at}>{describeProblem({ code: issue.code, details: issue.details, place: issue.place }, language)}</li>)}</ul>}
      {chosen === undefined || chosen.members.length === 0 ? <p>{t('pedigreeFile.none')}</p> : (
        <>
          <PedigreeChart people={chosen.members} />
          <p className={classes.quiet}>{t('pedigreeFile.explained')}</p>
          <Group justify="flex-end"><Button size="md" onClick={() => onUse(chosen)}>{t('pedigreeFile.use')}</Button></Group>
        </>
      )}
    </>
  );
}
