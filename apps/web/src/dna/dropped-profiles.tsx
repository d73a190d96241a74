import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '../components/index.ts';
import { runReportQuery } from './dna-api.ts';
import { LeftOut } from './left-out.tsx';
import { useNewestRun } from './use-runs.ts';

/** What the newest run left out, and why; nothing is shown before there was one. */
export function DroppedProfiles() {
  const { t } = useTranslation('dna');
  const run = useNewestRun();
  const report = useQuery({ ...runReportQuery(run?.id ?? ''), enabled: run !== undefined });
  if (run === undefined || report.data === undefined) return null;
  return <Section title={t('dropped.title', { run: run.code })}><LeftOut report={report.data} /></Section>;
}
