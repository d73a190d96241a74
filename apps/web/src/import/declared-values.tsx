import type { ImportTarget } from '@imena/record';
import { Button, Group, Radio, Stack, Switch, TextInput } from '@mantine/core';
import type { Mapping, ProfileOptions } from '@imena/exchange';
import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../controls/index.ts';
import { fieldLabel, textOf } from '../format/index.ts';
import type { RegisterIndex } from './use-register-context.ts';
import type { ImportContext, OpenedTable } from './worker-protocol.ts';

/** What the file does not say and a person declares for all its rows. */
export interface Declared {
  readonly markerType?: string;
  readonly completeness?: string;
  readonly examiner?: string;
  readonly knew?: boolean;
  readonly consent?: 'given' | 'refused';
  readonly kit?: string;
  readonly laboratory?: string;
  readonly analyst?: string;
  readonly reviewer?: string;
  readonly software?: string;
}

interface ContextOf {
  readonly scope: string;
  readonly index: RegisterIndex;
  readonly declared: Declared;
  readonly importFile: string;
  readonly mayRecover: boolean;
  readonly mayExamine: boolean;
}

/** Everything the preparation needs to know besides the file. */
export function contextOf(target: ImportTarget, { scope, index, declared, importFile, mayRecover, mayExamine }: ContextOf): ImportContext {
  const { graves, areas, journal, remains, persons, owners } = index;
  const { markerType, completeness, examiner, knew, consent, kit, laboratory, analyst, reviewer, software } = declared;
  switch (target) {
    case 'graves': return { target, site: scope, graves, areas, markerType: markerType ?? null };
    case 'journal': return { target, site: scope, lines: journal };
    case 'remains': return { target, site: scope, graves, remains, completeness: completeness ?? null, examination: examiner === undefined || knew === undefined ? null : { examiner, knew }, mayRecover, mayExamine };
    case 'missing': return { target, persons, consentGiven: consent === undefined ? null : consent === 'given' };
    case 'profiles': {
      const words = Object.fromEntries(Object.entries({ kit, laboratory, analyst, reviewer, software }).filter(([, text]) => text !== undefined));
      return { target, owners, importFile, ...words };
    }
  }
}

const profileWords = ['kit', 'laboratory', 'analyst', 'reviewer', 'software'] as const;
const markerFields = ['markerName', 'markerNumber', 'markerDates'];
const findingFields = ['sex', 'ageMinYears', 'statureMinMm'];

/** Asks only for what this file leaves open, then checks all rows. */
export function DeclaredValues({ target, mapping, opened, declared, onDeclared, profileOptions, onProfileOptions, onPrepare, working }: {
  readonly target: ImportTarget;
  readonly mapping: Mapping | null;
  readonly opened: OpenedTable;
  readonly declared: Declared;
  readonly onDeclared: (declared: Declared) => void;
  readonly profileOptions: ProfileOptions;
  readonly onProfileOptions: (options: ProfileOptions) => void;
  readonly onPrepare: () => void;
  readonly working: boolean;
}) {
  const { t } = useTranslation(['import', 'common']);
  const isMapped = (fields: readonly string[]): boolean => fields.some((field) => mapping?.columns[field] !== undefined);
  const set = (name: keyof Declared, value: string | boolean | undefined): void => {
    const { [name]: _, ...rest } = declared;
    onDeclared(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <Stack mt="md">
      {target === 'graves' && isMapped(markerFields) && <ChoiceControl label={t('declareMarker')} list="markerTypes" required value={declared.markerType} onChange={(value) => set('markerType', textOf(value))} />}
      {target === 'remains' && <ChoiceControl label={t('declareCompleteness')} list="completenesses" value={declared.completeness} onChange={(value) => set('completeness', textOf(value))} />}
      {target === 'remains' && isMapped(findingFields) && (
        <>
          <TextInput size="md" label={t('declareExaminer')} description={t('declareExaminerHint')} value={declared.examiner ?? ''} onChange={(event) => set('examiner', event.currentTarget.value)} />
          <Radio.Group label={t('declareKnew')} value={declared.knew === undefined ? '' : declared.knew ? 'yes' : 'no'} onChange={(next) => set('knew', next === 'yes')}>
            <Group mt="xs"><Radio size="md" value="no" label={t('common:no')} /><Radio size="md" value="yes" label={t('common:yes')} /></Group>
          </Radio.Group>
        </>
      )}
      {target === 'missing' && (
        <Radio.Group label={t('declareConsent')} value={declared.consent ?? 'unsaid'} onChange={(next) => set('consent', next === 'given' || next === 'refused' ? next : undefined)}>
          <Group mt="xs">{(['unsaid', 'given', 'refused'] as const).map((one) => <Radio key={one} size="md" value={one} label={t(`consent.${one}`)} />)}</Group>
        </Radio.Group>
      )}
      {target === 'profiles' && (
        <>
          <p>{opened.profileFormat === null ? t('noProfileFormat') : t(`profileFormat.${opened.profileFormat}`)}</p>
          <Switch size="md" label={t('alleleComma')} checked={profileOptions.decimalComma === true} onChange={(event) => onProfileOptions({ ...profileOptions, decimalComma: event.currentTarget.checked })} />
          <Radio.Group label={t('singleAllele')} value={profileOptions.singleAllele ?? 'one-known'} onChange={(next) => onProfileOptions({ ...profileOptions, singleAllele: next === 'homozygote' ? 'homozygote' : 'one-known' })}>
            <Group mt="xs"><Radio size="md" value="one-known" label={t('oneKnown')} /><Radio size="md" value="homozygote" label={t('homozygote')} /></Group>
          </Radio.Group>
          <Group align="flex-end">{profileWords.map((name) => <TextInput key={name} size="md" label={fieldLabel(name)} value={declared[name] ?? ''} onChange={(event) => set(name, event.currentTarget.value)} />)}</Group>
        </>
      )}
      <Group justify="flex-end"><Button size="md" loading={working} onClick={onPrepare}>{t('checkRows')}</Button></Group>
    </Stack>
  );
}
