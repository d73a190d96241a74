import { useTranslation } from 'react-i18next';
import { ProseControl, type ControlProps } from '../controls/index.ts';
import { listOf, recordOf, textOf } from '../format/index.ts';

/** The reason for passing over a gate, as the statement holds it. */
export function BreachControl({ gate, value, onChange, ...props }: ControlProps & { readonly gate: string }) {
  const { t } = useTranslation('controls');
  const reason = textOf(recordOf(listOf(value)[0])['reason']);
  return <ProseControl {...props} label={t('breachReason')} value={reason} onChange={(next) => onChange(next === undefined ? undefined : [{ gate, reason: next }])} />;
}
