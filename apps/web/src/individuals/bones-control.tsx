import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Json } from '@imena/problem';
import { codeLists } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../controls/index.ts';
import { codeLabel, fieldLabel, listOf, recordOf, textOf, writeRuns } from '../format/index.ts';
import { isSize, measurementsOf, withSize } from './sizes.ts';
import { parseZones } from './zones.ts';
import classes from './individuals.module.css';

const midline = ['cranium', 'mandible', 'hyoid', 'cervical_vertebra', 'thoracic_vertebra', 'lumbar_vertebra', 'sacrum', 'sternum'];

/** The bones of a bag, one line each: which bone, which side, which zones of it are there, or that it is whole. */
export function BonesControl({ label, value, onChange, error }: ControlProps) {
  const { t } = useTranslation('individuals');
  const bones = listOf(value).map(recordOf);
  const put = (at: number, more: Readonly<Record<string, Json | undefined>>): void => onChange(bones.map((bone, place) => (place === at ? filled({ ...bone, ...more }) : bone)));
  return (
    <fieldset className={classes.bones}>
      <legend>{label}</legend>
      {bones.map((bone, at) => {
        const element = textOf(bone['element']) ?? '';
        return (
          // The zones are typed as text: after a bone is taken out, what stands in the line must be that bone’s.
          <div key={`${at} of ${bones.length}`} className={classes.bone}>
            <Select className={classes.boneName} size="md" label={fieldLabel('element')} searchable allowDeselect={false} value={element === '' ? null : element} data={codeLists.boneElements.map((one) => ({ value: one, label: codeLabel('boneElements', one) }))} onChange={(next) => put(at, { element: next ?? undefined, mm: undefined, side: midline.includes(next ?? '') ? 'midline' : textOf(bone['side']) === 'midline' ? 'unsided' : bone['side'] })} />
            <Select size="md" label={fieldLabel('side')} allowDeselect={false} disabled={midline.includes(element)} value={textOf(bone['side']) ?? null} data={codeLists.boneSides.filter((one) => (one === 'midline') === midline.includes(element)).map((one) => ({ value: one, label: codeLabel('boneSides', one) }))} onChange={(next) => put(at, { side: next ?? undefined })} />
            <TextInput size="md" label={fieldLabel('zones')} placeholder="1-5, 8" defaultValue={writeRuns(bone['zones'])} onBlur={(event) => put(at, { zones: parseZones(event.currentTarget.value) })} />
            <Checkbox size="md" label={t('whole')} checked={bone['whole'] === true} onChange={(event) => put(at, { whole: event.currentTarget.checked ? true : undefined })} />
            {(measurementsOf[element]?.length ?? 0) > 0 && <SizesOfBone key={element} element={element} sizes={bone['mm']} onChange={(mm) => put(at, { mm })} />}
            <ActionIcon className={classes.boneRemove} size="xl" variant="default" aria-label={t('removeBone')} onClick={() => onChange(bones.filter((_, place) => place !== at))}><IconX size={18} /></ActionIcon>
          </div>
        );
      })}
      <Button size="md" variant="default" onClick={() => onChange([...bones, { element: 'femur', side: 'left' }])}>{t('addBone')}</Button>
      {error !== undefined && <p role="alert">{error}</p>}
      <p className={classes.quiet}>{t('zonesHint')} {t('sizesHint')}</p>
    </fieldset>
  );
}

/** What is measured of this bone, each in its own field; a number that is no size is told beside it and not taken. */
function SizesOfBone({ element, sizes, onChange }: { readonly element: string; readonly sizes: Json | undefined; readonly onChange: (sizes: Record<string, Json> | undefined) => void }) {
  const { t } = useTranslation('individuals');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <div className={classes.sizesOf}>
      {(measurementsOf[element] ?? []).map((name) => (
        <TextInput
          key={name} size="md" label={`${fieldLabel(name)}, ${t('unitMm')}`} inputMode="decimal" defaultValue={textOf(recordOf(sizes)[name]) ?? ''} error={wrong === name ? t('sizeWrong') : undefined}
          onBlur={({ currentTarget: { value } }) => {
            const right = isSize(value);
            setWrong(right ? (wrong === name ? null : wrong) : name);
            if (right) onChange(withSize(sizes, name, value));
          }}
        />
      ))}
    </div>
  );
}

function filled(bone: Readonly<Record<string, Json | undefined>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(bone).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
