import { Button, Group, Select, Table } from '@mantine/core';
import type { TableOptions } from '@imena/exchange';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { hashFile } from '../device/index.ts';
import { formatBytes, formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { OpenedTable } from './worker-protocol.ts';
import classes from './import.module.css';

export interface ChosenFile {
  readonly file: File;
  readonly sha256: string;
  readonly options: Omit<TableOptions, 'fileName'>;
}

const encodings = ['utf-8', 'windows-1251', 'windows-1250'] as const;
const separators = [',', ';', '\t'] as const;

/** Takes a file by drop or choice; it is read in this browser and goes nowhere. */
export function FileChoice({ opened, file, onFile }: { readonly opened: OpenedTable | undefined; readonly file: ChosenFile | undefined; readonly onFile: (chosen: ChosenFile) => void }) {
  const { t } = useTranslation(['import', 'common']);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const newest = useRef<File>(undefined);
  const take = async (list: FileList | null): Promise<void> => {
    const first = list?.[0];
    if (first === undefined) return;
    newest.current = first;
    const sha256 = await hashFile(first);
    // A large file takes long: whoever has chosen another meanwhile means that one.
    if (newest.current === first) onFile({ file: first, sha256, options: {} });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  const isTable = opened?.sheet == null && opened?.profileFormat !== 'cmf';
  const declare = (options: ChosenFile['options']): void => { if (file !== undefined) onFile({ ...file, options: { ...file.options, ...options } }); };
  return (
    <>
      <div className={classes.drop} data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconFileSpreadsheet aria-hidden size={28} stroke={1.5} />
        <p>{file === undefined ? t('dropHere') : `${file.file.name} · ${formatBytes(file.file.size, language)}`}</p>
        <Button size="md" variant={file === undefined ? 'filled' : 'default'} onClick={() => input.current?.click()}>{t(file === undefined ? 'chooseFile' : 'chooseOther')}</Button>
        <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx,.xml,.cmf" aria-label={t('chooseFile')} onChange={(event) => { void take(event.currentTarget.files); event.currentTarget.value = ''; }} />
      </div>
      {file !== undefined && (
        <Group mt="sm" align="flex-end">
          {opened !== undefined && opened.sheets.length > 1 && <Select label={t('sheet')} data={[...opened.sheets]} value={opened.sheet} allowDeselect={false} onChange={(sheet) => { if (sheet !== null) declare({ sheet }); }} />}
          {isTable && <Select label={t('encoding')} placeholder={opened?.encoding ?? 'utf-8'} data={[...encodings]} value={file.options.encoding ?? null} onChange={(next) => { const encoding = encodings.find((one) => one === next); if (encoding !== undefined) declare({ encoding }); }} />}
          {isTable && <Select label={t('separator')} placeholder={opened?.separator === undefined || opened.separator === null ? '' : t(`separators.${nameOf(opened.separator)}`)} data={separators.map((one) => ({ value: one, label: t(`separators.${nameOf(one)}`) }))} value={file.options.separator ?? null} onChange={(next) => { const separator = separators.find((one) => one === next); if (separator !== undefined) declare({ separator }); }} />}
        </Group>
      )}
      {opened !== undefined && (
        <>
          <p>{t('read', { rows: formatNumber(opened.rowCount, language), columns: formatNumber(opened.columns.length, language) })}</p>
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('firstRows')}>
            <Table withTableBorder withColumnBorders fz="sm">
              <Table.Thead><Table.Tr>{opened.columns.map((column) => <Table.Th key={column}>{column}</Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>{opened.first.map((cells, at) => <Table.Tr key={at}>{cells.map((cell, place) => <Table.Td key={opened.columns[place]}>{cell.length > 60 ? `${cell.slice(0, 60)}…` : cell}</Table.Td>)}</Table.Tr>)}</Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </>
  );
}

function nameOf(separator: string): 'comma' | 'semicolon' | 'tab' {
  return separator === ';' ? 'semicolon' : separator === '\t' ? 'tab' : 'comma';
}
