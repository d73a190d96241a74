import { countRows } from '@imena/record';
import { Button, Group, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Badge, EmptyState, SubjectLink } from '../components/index.ts';
import { bodyLine } from './body-line.ts';
import { issuesCsv, reasonOf } from './issues-csv.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { PreparedAnswer } from './worker-protocol.ts';
import classes from './import.module.css';

const shownRows = 100;
const shownIssues = 200;

/** What would be stated, row by row, and what is wrong with the others. */
export function ImportPreview({ answer }: { readonly answer: PreparedAnswer }) {
  const { t } = useTranslation(['import', 'common']);
  const language = useLanguage();
  const { rows, issues, heldBack } = answer.prepared;
  const { fresh, present } = countRows(rows);
  return (
    <>
      <ul className={classes.counts}>
        <li><strong>{formatNumber(fresh, language)}</strong>{t('rowsNew')}</li>
        <li><strong>{formatNumber(present, language)}</strong>{t('rowsPresent')}</li>
        <li className={heldBack.length > 0 ? classes.bad : undefined}><strong>{formatNumber(heldBack.length, language)}</strong>{t('rowsHeldBack')}</li>
      </ul>
      {issues.length > 0 && <IssueTable answer={answer} />}
      {rows.length === 0 && <EmptyState>{t('noRows')}</EmptyState>}
      {rows.length > 0 && (
        <>
          <h3>{t('rowsTitle')}</h3>
          <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('rowsTitle')}>
            <Table fz="sm" stickyHeader>
              <Table.Thead><Table.Tr><Table.Th>{t('row')}</Table.Th><Table.Th>{t('rowLabel')}</Table.Th><Table.Th>{t('inRegister')}</Table.Th><Table.Th>{t('wouldState')}</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {rows.slice(0, shownRows).map((row) => (
                  <Table.Tr key={row.subject}>
                    <Table.Td>{row.row}</Table.Td>
                    <Table.Td><strong>{row.label}</strong></Table.Td>
                    <Table.Td>
                      {row.attachedTo !== undefined && <div>{t('attachedTo')} <SubjectLink item={row.attachedTo} /></div>}
                      {row.existing === undefined ? <Badge tone="good">{t('isNew')}</Badge> : <><Badge tone="warn">{t('isPresent')}</Badge> {row.subjectKind !== 'profile' && <SubjectLink item={row.existing} />}</>}
                    </Table.Td>
                    <Table.Td>{row.bodies.map((body, at) => <div key={at}>{bodyLine(body, language)}</div>)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
          {rows.length > shownRows && <p className={classes.note}>{t('common:shownOf', { shown: shownRows, total: formatNumber(rows.length, language) })}</p>}
        </>
      )}
    </>
  );
}

function IssueTable({ answer }: { readonly answer: PreparedAnswer }) {
  const { t } = useTranslation(['import', 'common']);
  const language = useLanguage();
  const { issues } = answer.prepared;
  const download = (): void => {
    const address = URL.createObjectURL(new Blob(['\ufeff', issuesCsv(issues, language)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${issues[0]?.place.file ?? 'import'}.issues.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Group justify="space-between"><h3>{t('issues', { count: issues.length })}</h3><Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={download}>{t('downloadIssues')}</Button></Group>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('issuesTitle')}>
        <Table fz="sm" stickyHeader>
          <Table.Thead><Table.Tr><Table.Th>{t('row')}</Table.Th><Table.Th>{t('column')}</Table.Th><Table.Th>{t('reason')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {issues.slice(0, shownIssues).map((issue, at) => (
              <Table.Tr key={at}>
                <Table.Td>{issue.place.row ?? ''}</Table.Td><Table.Td>{issue.place.column ?? issue.place.field ?? ''}</Table.Td>
                <Table.Td><Badge tone={issue.severity === 'error' ? 'bad' : 'warn'}>{t(`severity.${issue.severity}`)}</Badge> {reasonOf(issue, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {issues.length > shownIssues && <p className={classes.note}>{t('common:shownOf', { shown: shownIssues, total: formatNumber(issues.length, language) })}</p>}
    </>
  );
}
