import type { ImportTarget } from '@imena/record';
import { Alert } from '@mantine/core';
import type { Mapping, ProfileOptions } from '@imena/exchange';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayState, useSession } from '../api/index.ts';
import { EmptyState, ErrorNote, LoadingState, PageHeader, Section } from '../components/index.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { ConfirmImport } from './confirm-import.tsx';
import { FileChoice, type ChosenFile } from './file-choice.tsx';
import { ImportPreview } from './import-preview.tsx';
import { contextOf, DeclaredValues, type Declared } from './declared-values.tsx';
import { startReader, type FileReaderInWorker } from './read-in-worker.ts';
import { TableTemplate } from './table-template.tsx';
import { TargetChoice } from './target-choice.tsx';
import { useImportTargets, useRegisterIndex } from './use-register-context.ts';
import type { OpenedTable, PreparedAnswer } from './worker-protocol.ts';

/** From a file to signed statements, in five steps; nothing is signed before the last of them is confirmed. */
export function ImportPage() {
  const { t } = useTranslation(['import', 'common']);
  const targets = useImportTargets();
  const [target, setTarget] = useState<ImportTarget | undefined>(targets[0]);
  const [scope, setScope] = useState<string>();
  if (target === undefined) return <><PageHeader title={t('title')} /><EmptyState>{t('noTarget')}</EmptyState></>;
  return (
    <>
      <PageHeader title={t('title')}>{t('explained')}</PageHeader>
      <Section title={t('step.target')}><TargetChoice targets={targets} target={target} onTarget={(next) => { setTarget(next); setScope(undefined); }} scope={scope} onScope={setScope} /></Section>
      {scope !== undefined && <ImportOfTarget key={`${target}/${scope}`} target={target} scope={scope} />}
    </>
  );
}

function useReader(): () => FileReaderInWorker {
  const reader = useRef<FileReaderInWorker>(undefined);
  useEffect(() => () => {
    reader.current?.close();
    reader.current = undefined;
  }, []);
  return () => (reader.current ??= startReader());
}

function ImportOfTarget({ target, scope }: { readonly target: ImportTarget; readonly scope: string }) {
  const { t } = useTranslation(['import', 'common']);
  const session = useSession();
  const mayState = useMayState();
  const reader = useReader();
  const { index, error: indexError } = useRegisterIndex(target, scope);
  const [file, setFile] = useState<ChosenFile>();
  const [opened, setOpened] = useState<OpenedTable>();
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [profileOptions, setProfileOptions] = useState<ProfileOptions>({});
  const [declared, setDeclared] = useState<Declared>({});
  const [answer, setAnswer] = useState<PreparedAnswer>();
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const [signing, setSigning] = useState(false);
  const [kept, setKept] = useState(false);
  // What the worker answers belongs to the file and the choices it was asked with: after any change it is passed over.
  const asked = useRef(0);
  const ask = (): (() => boolean) => {
    const mine = (asked.current += 1);
    setAnswer(undefined);
    setError(null);
    return () => asked.current === mine;
  };

  const open = async (chosen: ChosenFile): Promise<void> => {
    const isCurrent = ask();
    setFile(chosen);
    setOpened(undefined);
    setWorking(true);
    try {
      const bytes = new Uint8Array(await chosen.file.arrayBuffer());
      // The worker holds the file that it was handed last.
      if (!isCurrent()) return;
      const table = await reader().open({ kind: 'open', target, bytes, options: { fileName: chosen.file.name, ...chosen.options } });
      if (!isCurrent()) return;
      setOpened(table);
      setMapping(table.guessed);
    } catch (trouble) {
      if (isCurrent()) setError(trouble);
    } finally {
      if (isCurrent()) setWorking(false);
    }
  };
  const prepare = async (): Promise<void> => {
    if (index === undefined || file === undefined) return;
    const isCurrent = ask();
    setWorking(true);
    try {
      const may = { mayRecover: mayState('remains.recovered', scope), mayExamine: mayState('examination.made', scope) };
      const context = contextOf(target, { scope, index, declared, importFile: file.sha256, ...may });
      const prepared = await reader().prepare({ kind: 'prepare', mapping, profileOptions, context, scope, demonstration: session.installation.demonstration });
      if (isCurrent()) setAnswer(prepared);
    } catch (trouble) {
      if (isCurrent()) setError(trouble);
    } finally {
      if (isCurrent()) setWorking(false);
    }
  };
  if (indexError !== null) return <ErrorNote error={indexError} />;
  if (index === undefined) return <LoadingState />;
  const stale = (): void => {
    ask();
    setWorking(false);
  };
  return (
    <>
      {!kept && !signing && <Section title={t('step.file')}>
        {target !== 'profiles' && opened === undefined && <TableTemplate target={target} />}
        <FileChoice opened={opened} onFile={(chosen) => void open(chosen)} file={file} />
        {opened === undefined && <ErrorNote error={error} />}
      </Section>}
      {!kept && !signing && opened !== undefined && (
        <Section title={t(target === 'profiles' ? 'step.profiles' : 'step.mapping')}>
          {target !== 'profiles' && mapping !== null && <ColumnMapping target={target} opened={opened} mapping={mapping} onMapping={(next) => { setMapping(next); stale(); }} />}
          <DeclaredValues target={target} mapping={mapping} opened={opened} declared={declared} onDeclared={(next) => { setDeclared(next); stale(); }} profileOptions={profileOptions} onProfileOptions={(next) => { setProfileOptions(next); stale(); }} onPrepare={() => void prepare()} working={working} />
          <ErrorNote error={error} />
        </Section>
      )}
      {working && <LoadingState />}
      {!kept && answer !== undefined && <Section title={t('step.preview')}><ImportPreview answer={answer} /></Section>}
      {answer !== undefined && <Section title={t('step.confirm')}><ConfirmImport target={target} scope={scope} prepared={answer.prepared} onSigning={setSigning} onKept={() => setKept(true)} /></Section>}
      {opened !== undefined && answer === undefined && !working && <Alert color="slate" variant="light">{t('nothingSigned')}</Alert>}
    </>
  );
}
