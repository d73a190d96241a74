import { Button, Group, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/index.ts';
import { ErrorNote, PageHeader, QueryView, Section, useSubmit } from '../components/index.ts';
import { formatNumber } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { chancePairs, log10LrNeeded } from './chance-pairs.ts';
import { frequencyTablesQuery, runDefaultsQuery, useStartRun, type FrequencyTableInfo, type RunParameters } from './dna-api.ts';
import { runFormFaults } from './run-form-rules.ts';
import classes from './dna.module.css';

/** Asks for a matching run. Each choice has a default and one sentence that says what it does. */
export function NewRunPage() {
  const { t } = useTranslation('dna');
  const tables = useQuery(frequencyTablesQuery);
  const scope = useOwnScope();
  const defaults = useQuery({ ...runDefaultsQuery(scope), gcTime: 0 });
  return (
    <>
      <PageHeader title={t('run.new')}>{t('form.explained')}</PageHeader>
      <Section title={t('form.choices')}>
        <QueryView query={tables}>
          {(list) => <QueryView query={defaults}>{(values) => <RunForm tables={list} defaults={values} scope={scope} />}</QueryView>}
        </QueryView>
      </Section>
    </>
  );
}

function RunForm({ tables, defaults, scope }: { readonly tables: readonly FrequencyTableInfo[]; readonly defaults: RunParameters; readonly scope: string | undefined }) {
  const { t } = useTranslation(['dna', 'common']);
  const language = useLanguage();
  const navigate = useNavigate();
  const start = useStartRun();
  const { submit, error, working } = useSubmit();
  const [form, setForm] = useState<Partial<RunParameters>>(defaults);
  const faults = runFormFaults(form);
  const set = (change: Partial<RunParameters>): void => setForm({ ...form, ...change });
  const number = (name: 'theta' | 'minLog10Lr' | 'expectedMissing' | 'minimumFrequency' | 'minMarkers', step: number): ReactNode => (
    <NumberInput
      size="md" label={t(`form.${name}`)} description={t(`form.${name}Why`)} step={step} decimalSeparator={language === 'uk' ? ',' : '.'} allowedDecimalSeparators={['.', ',']} allowNegative={false} required
      value={form[name] ?? ''} onChange={(value) => setForm(withNumber(form, name, value))} error={faults.includes(name) ? t(`form.${name}Limits`) : undefined}
    />
  );
  const ask = async (): Promise<void> => {
    const { frequencyTable, theta, mutation, minLog10Lr, expectedMissing, minimumFrequency, minMarkers } = form;
    if (frequencyTable === undefined || theta === undefined || mutation === undefined || minLog10Lr === undefined || expectedMissing === undefined || minimumFrequency === undefined || minMarkers === undefined) return;
    await start.mutateAsync({ frequencyTable, theta, mutation, minLog10Lr, expectedMissing, minimumFrequency, minMarkers, ...(scope === undefined ? {} : { scope }) });
    await navigate({ to: '/dna/runs' });
  };
  return (
    <form className={classes.fields} onSubmit={(event) => { event.preventDefault(); if (faults.length === 0) void submit(ask); }}>
      <Select size="md" label={t('form.frequencyTable')} description={t('form.frequencyTableWhy')} required allowDeselect={false} searchable value={form.frequencyTable ?? null} onChange={(id) => set({ frequencyTable: id ?? '' })} data={tables.map((table) => ({ value: table.id, label: t('form.tableOption', { name: table.name, markers: table.markers.length }) }))} />
      {number('expectedMissing', 1)}
      {number('minLog10Lr', 0.5)}
      {number('theta', 0.005)}
      <Select
        size="md" label={t('form.mutation')} description={t('form.mutationWhy')} allowDeselect={false} required value={form.mutation?.model ?? 'per_locus'}
        onChange={(model) => set({ mutation: mutationOf(model) })} data={(['per_locus', 'equal', 'none'] as const).map((model) => ({ value: model, label: t(`mutations.${model}`) }))}
      />
      {number('minimumFrequency', 0.001)}
      {number('minMarkers', 1)}
      <p className={classes.dimmed} role="status">
        {form.minLog10Lr !== undefined && t('form.chance', { pairs: formatNumber(chancePairs({ compared: 10_000, minLog10Lr: form.minLog10Lr }), language, 4) })}
        {' '}
        {form.expectedMissing !== undefined && form.expectedMissing >= 2 && t('form.needed', { log10: formatNumber(log10LrNeeded({ threshold: 0.9995, expectedMissing: form.expectedMissing }), language, 1) })}
      </p>
      <ErrorNote error={error} />
      <Group justify="flex-end">
        <Button size="lg" variant="default" onClick={() => void navigate({ to: '/dna/runs' })}>{t('common:cancel')}</Button>
        <Button size="lg" type="submit" disabled={faults.length > 0} loading={working}>{t('form.start')}</Button>
      </Group>
    </form>
  );
}

function withNumber(form: Partial<RunParameters>, name: keyof RunParameters, value: string | number): Partial<RunParameters> {
  const { [name]: _, ...rest } = form;
  return typeof value === 'number' ? { ...rest, [name]: value } : rest;
}

/** One pair of rates for every locus: the usual general figures, where those of each locus are not wanted. */
function mutationOf(model: string | null): RunParameters['mutation'] {
  if (model === 'equal') return { model, rateFemale: 0.0005, rateMale: 0.002 };
  return { model: model === 'none' ? 'none' : 'per_locus' };
}

/** Whoever may ask in one place only asks for that place; others for everything. */
function useOwnScope(): string | undefined {
  const { memberships } = useSession();
  const held = memberships.filter((one) => one.role === 'laboratory' || one.role === 'analyst');
  const [first] = held;
  return held.some((one) => one.scope === null) ? undefined : (first?.scope ?? undefined);
}
