import { Button, Group, Input, NumberInput, TextInput } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '@imena/problem';
import { fieldLabel, numberOf, recordOf, textOf, withMember } from '../format/index.ts';
import { ChoiceControl } from './choice-control.tsx';
import type { ControlProps } from './control.ts';
import { LengthControl } from './number-controls.tsx';

function without(record: Readonly<Record<string, Json>>, name: string, next: Json | undefined): Json | undefined {
  const changed = withMember(record, name, next);
  return Object.keys(changed).length === 0 ? undefined : changed;
}

/** A place as somebody said it, with a point and its uncertainty where known; the device's own position by one press. */
export function PlaceControl({ label, value, onChange, required, error, description }: ControlProps) {
  const { t } = useTranslation(['common', 'controls']);
  const place = recordOf(value);
  const point = recordOf(place['point']);
  const [lat, setLat] = useState(degreesText(point['latE7']));
  const [lon, setLon] = useState(degreesText(point['lonE7']));
  const [trouble, setTrouble] = useState<string>();
  const [locating, setLocating] = useState(false);
  // A position may come after many seconds: by then more is typed, or the form is closed.
  const newest = useRef<typeof place | null>(null);
  useLayoutEffect(() => {
    newest.current = place;
    return () => {
      newest.current = null;
    };
  });
  const setPoint = (latText: string, lonText: string): void => {
    setLat(latText);
    setLon(lonText);
    const latE7 = degreesE7(latText, 90);
    const lonE7 = degreesE7(lonText, 180);
    onChange(without(place, 'point', latE7 === undefined || lonE7 === undefined ? undefined : { latE7, lonE7 }));
  };
  const locate = (): void => {
    setTrouble(undefined);
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (newest.current === null) return;
        setLocating(false);
        setLat(String(coords.latitude));
        setLon(String(coords.longitude));
        onChange({ ...newest.current, point: { latE7: Math.round(coords.latitude * 1e7), lonE7: Math.round(coords.longitude * 1e7) }, uncertaintyM: Math.ceil(coords.accuracy) });
      },
      () => {
        setLocating(false);
        setTrouble(t('controls:positionRefused'));
      },
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error ?? trouble} required={required ?? false} size="md">
      <TextInput size="md" mt="xs" label={fieldLabel('asSaid')} value={textOf(place['asSaid']) ?? ''} onChange={(event) => onChange(without(place, 'asSaid', event.currentTarget.value === '' ? undefined : event.currentTarget.value))} />
      <Group grow mt="xs" align="flex-end">
        <TextInput size="md" inputMode="decimal" label={fieldLabel('latE7')} placeholder="49,2" value={lat} onChange={(event) => setPoint(event.currentTarget.value, lon)} />
        <TextInput size="md" inputMode="decimal" label={fieldLabel('lonE7')} placeholder="37,3" value={lon} onChange={(event) => setPoint(lat, event.currentTarget.value)} />
      </Group>
      <Group grow mt="xs" align="flex-end">
        <NumberInput size="md" label={fieldLabel('uncertaintyM')} min={0} max={1_000_000} allowDecimal={false} hideControls value={numberOf(place['uncertaintyM']) ?? ''} onChange={(next) => onChange(without(place, 'uncertaintyM', typeof next === 'number' ? next : undefined))} />
        {'geolocation' in navigator && <Button variant="default" size="md" leftSection={<IconCurrentLocation size={20} aria-hidden />} loading={locating} onClick={locate}>{t('controls:whereIAm')}</Button>}
      </Group>
    </Input.Wrapper>
  );
}

function degreesText(value: Json | undefined): string {
  const degrees = numberOf(value);
  return degrees === undefined ? '' : String(degrees / 1e7);
}

/** Degrees as typed, with comma or point, times 1e7; undefined where it is no number in range. */
export function degreesE7(text: string, limit: number): number | undefined {
  if (!/^-?\d{1,3}([.,]\d+)?$/.test(text.trim())) return undefined;
  const degrees = Number(text.trim().replace(',', '.'));
  return Math.abs(degrees) <= limit ? Math.round(degrees * 1e7) : undefined;
}

/** A point on the site's own grid, with how it was measured. */
export function GridPointControl({ label, value, onChange, required, error, description }: ControlProps) {
  const { t } = useTranslation(['common', 'controls']);
  const point = recordOf(value);
  const part = (name: 'xMm' | 'yMm' | 'uncertaintyMm') => (
    <LengthControl label={fieldLabel(name)} unit={name === 'uncertaintyMm' ? 'cm' : 'm'} {...(name === 'uncertaintyMm' ? {} : { signed: 'signed' as const })} value={point[name]} onChange={(next) => onChange(without(point, name, next))} />
  );
  return (
    <Input.Wrapper label={label} labelElement="div" description={description ?? t('controls:gridHint')} error={error} required={required ?? false} size="md">
      <Group grow mt="xs">{part('xMm')}{part('yMm')}</Group>
      {value !== undefined && <Group grow mt="xs" align="flex-end">{part('uncertaintyMm')}<ChoiceControl label={fieldLabel('method')} list="positionMethods" only={['total_station', 'gnss', 'tape', 'plan', 'photogrammetry', 'estimated']} value={point['method']} onChange={(next) => onChange(without(point, 'method', next))} /></Group>}
    </Input.Wrapper>
  );
}
