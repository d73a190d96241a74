import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Json } from '@imena/problem';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../controls/index.ts';
import { fieldLabel, numberOf, recordOf, withMember } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { percentWords } from './low-template-words.ts';
import classes from './dna.module.css';

type Model = Readonly<Record<string, Json>>;

/** Parts per million of one percent. */
const perPercent = 10_000;

/** Drop-out and drop-in of a profile in percent, and of the markers that have their own; the statement holds parts per million. */
export function LowTemplateControl({ value, onChange, error, markers }: ControlProps & { readonly markers: readonly string[] }) {
  const { t } = useTranslation('lowTemplate');
  const stated = recordOf(value);
  const own = recordOf(stated['markers']);
  const free = markers.filter((name) => own[name] === undefined);
  const put = (name: string, next: Json | undefined): void => onChange(withMember(stated, name, next));
  const putMarkers = (next: Model): void => put('markers', Object.keys(next).length === 0 ? undefined : next);
  const change = (next: Model): void => onChange({ ...next, ...(stated['markers'] === undefined ? {} : { markers: stated['markers'] }) });
  return (
    <div className={classes.lowTemplate}>
      <ModelInputs model={stated} onChange={change} />
      <fieldset className={classes.ownMarkers}>
        <legend>{t('ownMarkers')}</legend>
        <p className={classes.dimmed}>{t('ownMarkersHint')}</p>
        {Object.entries(own).map(([marker, model]) => (
          <div key={marker} className={classes.ownMarker}>
            <strong>{marker}</strong>
            <ModelInputs of={marker} model={recordOf(model)} onChange={(next) => putMarkers({ ...own, [marker]: next })} />
            <ActionIcon size="xl" variant="default" aria-label={`${t('removeMarker')}: ${marker}`} onClick={() => putMarkers(withMember(own, marker, undefined))}><IconX size={18} /></ActionIcon>
          </div>
        ))}
        {free.length > 0 && <Select size="md" aria-label={t('addMarker')} placeholder={t('addMarker')} searchable value={null} data={free} onChange={(marker) => { if (marker !== null) putMarkers({ ...own, [marker]: { ...withoutMarkers(stated) } }); }} />}
      </fieldset>
      {error !== undefined && <p role="alert">{error}</p>}
    </div>
  );
}

interface InputsProps {
  /** The marker whose figures these are; of the whole profile when absent. */
  readonly of?: string;
  readonly model: Model;
  readonly onChange: (model: Model) => void;
}

function ModelInputs({ of, model, onChange }: InputsProps) {
  const { t } = useTranslation('lowTemplate');
  const language = useLanguage();
  const [dropOut, homozygote] = [numberOf(model['dropOutPpm']), numberOf(model['homozygoteDropOutPpm'])];
  const square = dropOut === undefined ? '' : t('square', { percent: percentWords((dropOut / perPercent / 100) ** 2, language) });
  const input = (name: 'dropOutPpm' | 'homozygoteDropOutPpm' | 'dropInPpm', more: { readonly description: string; readonly max: number; readonly required?: boolean; readonly error?: string | undefined }) => (
    <NumberInput
      size="md" min={0} decimalScale={4} hideControls suffix=" %" inputMode="decimal" allowNegative={false} decimalSeparator={language === 'uk' ? ',' : '.'} allowedDecimalSeparators={['.', ',']} clampBehavior="none"
      label={t('inPercent', { what: fieldLabel(name) })} {...(of === undefined ? { description: more.description } : { 'aria-label': t('ofMarker', { marker: of, what: fieldLabel(name) }) })}
      max={more.max} required={more.required ?? false} error={more.error}
      value={numberOf(model[name]) === undefined ? '' : (numberOf(model[name]) ?? 0) / perPercent}
      onChange={(next) => onChange(withMember(withoutMarkers(model), name, typeof next === 'number' ? Math.round(next * perPercent) : undefined))}
    />
  );
  return (
    <>
      {input('dropOutPpm', { description: t('dropOutHint'), max: 99, required: true })}
      {input('homozygoteDropOutPpm', { description: t('homozygoteHint', { square }), max: 99, error: homozygote !== undefined && dropOut !== undefined && homozygote > dropOut ? t('homozygoteLimit') : undefined })}
      {input('dropInPpm', { description: t('dropInHint'), max: 50 })}
    </>
  );
}

function withoutMarkers({ markers: _, ...model }: Model): Model {
  return model;
}
