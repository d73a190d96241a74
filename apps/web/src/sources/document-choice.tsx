import { Button, Group, Select, SegmentedControl, Textarea } from '@mantine/core';
import { documentEncodings, type DocumentEncoding } from '@imena/exchange';
import { makeProblem, ProblemError } from '@imena/problem';
import { IconFileText } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote, LoadingState } from '../components/index.ts';
import { formatBytes } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { askDocumentWorker } from './ask-document-worker.ts';
import type { ReadText } from './document-protocol.ts';
import { FilePicture } from './file-picture.tsx';
import classes from './sources.module.css';

/** A document whose text was read, with the file it came in where there is one. */
export interface TakenText {
  readonly original: File | null;
  readonly read: ReadText;
}

/** Kept as they are, with their text typed by hand. */
const typedByHand: readonly string[] = ['exchange.document_image', 'exchange.document_scan'];
const unclearEncoding: readonly string[] = ['exchange.encoding_unknown', 'exchange.encoding_mismatch'];

/** Takes a file by drop or choice, or a text that is pasted or typed; reads it in this browser. */
export function DocumentChoice({ onTaken }: { readonly onTaken: (taken: TakenText | null) => void }) {
  const { t } = useTranslation(['sources', 'common']);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<'file' | 'text'>('file');
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const code = error instanceof ProblemError ? error.problem.code : '';
  const mustType = typedByHand.includes(code);
  const take = async (make: () => Promise<TakenText>): Promise<void> => {
    setError(null);
    onTaken(null);
    setWorking(true);
    try {
      onTaken(await make());
    } catch (trouble) {
      setError(trouble);
    } finally {
      setWorking(false);
    }
  };
  const takeFile = (chosen: File, encoding: DocumentEncoding | null): void => {
    setFile(chosen);
    void take(async () => ({ original: chosen, read: await askDocumentWorker({ kind: 'read', bytes: await bytesOf(chosen), fileName: chosen.name, encoding }) }));
  };
  const takeTyped = (original: File | null): void => void take(async () => ({ original, read: await askDocumentWorker({ kind: 'typed', text: typed, fileName: original?.name ?? '' }) }));
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [first] = event.dataTransfer.files;
    if (first !== undefined) takeFile(first, null);
  };
  const typing = (original: File | null) => (
    <>
      <Textarea size="md" mt="sm" label={t('typedText')} autosize minRows={6} maxRows={20} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Group mt="sm"><Button size="md" disabled={typed.trim() === ''} onClick={() => takeTyped(original)}>{t('useText')}</Button></Group>
    </>
  );
  return (
    <>
      <SegmentedControl mb="sm" size="md" value={way} onChange={(next) => { setWay(next === 'text' ? 'text' : 'file'); setFile(null); setError(null); onTaken(null); }} data={[{ value: 'file', label: t('fromFile') }, { value: 'text', label: t('fromPaste') }]} />
      {way === 'file' && (
        <div className={classes.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          <IconFileText aria-hidden size={28} stroke={1.5} />
          <p>{file === null ? t('dropDocument') : `${file.name} · ${formatBytes(file.size, language)}`}</p>
          <Button size="md" variant={file === null ? 'filled' : 'default'} onClick={() => input.current?.click()}>{t(file === null ? 'chooseDocument' : 'chooseOtherDocument')}</Button>
          <input ref={input} type="file" hidden aria-label={t('chooseDocument')} accept=".txt,.html,.htm,.pdf,.docx,.eml,.srt,.vtt,image/*" onChange={(event) => { const [first] = event.currentTarget.files ?? []; if (first !== undefined) takeFile(first, null); event.currentTarget.value = ''; }} />
        </div>
      )}
      {way === 'text' && typing(null)}
      {working && <LoadingState />}
      <ErrorNote error={error} />
      {file !== null && unclearEncoding.includes(code) && <Select mt="sm" size="md" maw={320} label={t('encoding')} data={[...documentEncodings]} value={null} onChange={(next) => { const encoding = documentEncodings.find((one) => one === next); if (encoding !== undefined) takeFile(file, encoding); }} />}
      {file !== null && mustType && <div className={classes.typing}><FilePicture key={`${file.name} ${file.lastModified}`} file={file} /><div>{typing(file)}</div></div>}
    </>
  );
}

/** The bytes of a chosen file. @throws ProblemError `web.file_gone` when it was moved or changed since it was chosen */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) throw new ProblemError(makeProblem('web.file_gone', { file: file.name }));
    throw error;
  }
}
