import { Button, Fieldset, Group, Select, Stack } from '@mantine/core';
import type { Json } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import { fieldLabel, listOf, recordOf } from '../format/index.ts';
import { ChoiceControl } from './choice-control.tsx';
import type { ControlProps } from './control.ts';
import { LineControl } from './text-controls.tsx';
import { withPart } from './with-part.ts';

const quadrants = [[18, 11], [21, 28], [38, 31], [41, 48]] as const;
/** FDI numbers in the order of a chart: upper jaw from right to left, then the lower. */
const teeth = quadrants.flatMap(([from, to]) => Array.from({ length: 8 }, (_, at) => String(from < to ? from + at : from - at)));
const surfaceLetters = /[^MOIDVLC]/gu;

/** Findings by tooth: one line a tooth, in FDI numbers; all other teeth in one line where they show the same. */
export function ToothChartControl({ label, value, onChange, error, description }: ControlProps) {
  const { t } = useTranslation('controls');
  const chart = recordOf(value);
  const charted = ['others', ...teeth].filter((tooth) => tooth in chart);
  const set = (tooth: string, findings: Json | undefined): void => onChange(withPart(chart, tooth, findings));
  const left = ['others', ...teeth].filter((tooth) => !charted.includes(tooth));
  return (
    <Fieldset legend={label}>
      <Stack gap="xs">
        {charted.map((tooth) => <Tooth key={tooth} tooth={tooth} findings={listOf(chart[tooth])} onChange={(findings) => set(tooth, findings)} />)}
        <Select size="md" label={t('addTooth')} description={description ?? t('toothHint')} error={error} searchable value={null} data={left.map((tooth) => ({ value: tooth, label: fieldLabel(tooth) }))} onChange={(tooth) => tooth !== null && set(tooth, [{ finding: 'present_sound' }])} />
      </Stack>
    </Fieldset>
  );
}

/** The first finding of a tooth with its surfaces; further ones stay as they are. */
function Tooth({ tooth, findings: [first, ...more], onChange }: { readonly tooth: string; readonly findings: readonly Json[]; readonly onChange: (findings: Json | undefined) => void }) {
  const { t } = useTranslation('common');
  const finding = recordOf(first);
  const name = fieldLabel(tooth);
  return (
    <Group grow align="flex-end" preventGrowOverflow={false}>
      <ChoiceControl label={`${name}: ${fieldLabel('finding')}`} list="toothFindings" required value={finding['finding']} onChange={(next) => onChange(next === undefined ? undefined : [{ ...finding, finding: next }, ...more])} />
      <LineControl label={`${name}: ${fieldLabel('surfaces')}`} value={finding['surfaces']} onChange={(next) => onChange([withPart(finding, 'surfaces', typeof next === 'string' ? next.toUpperCase().replace(surfaceLetters, '') || undefined : undefined) ?? {}, ...more])} />
      <Button size="md" variant="default" aria-label={`${name}: ${t('remove')}`} onClick={() => onChange(undefined)}>{t('remove')}</Button>
    </Group>
  );
}
