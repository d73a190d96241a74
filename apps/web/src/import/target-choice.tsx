import type { ImportTarget } from '@imena/record';
import { Radio, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState } from '../api/index.ts';
import { ChoiceOfSubject } from './choice-of-subject.tsx';

/** What a table holds, and to which site or office it belongs. */
export function TargetChoice({ targets, target, onTarget, scope, onScope }: {
  readonly targets: readonly ImportTarget[];
  readonly target: ImportTarget;
  readonly onTarget: (target: ImportTarget) => void;
  readonly scope: string | undefined;
  readonly onScope: (scope: string | undefined) => void;
}) {
  const { t } = useTranslation(['import', 'common']);
  const mayState = useMayState();
  const ofSite = target === 'graves' || target === 'journal' || target === 'remains';
  const { data } = useAllSubjects({ kind: ofSite ? 'site' : 'office' });
  const type = target === 'graves' ? 'grave.marked' : target === 'journal' ? 'burial.listed' : target === 'missing' ? 'person.reported' : 'profile.typed';
  const may = (one: string): boolean => (target === 'remains' ? mayState('remains.recovered', one) || mayState('examination.made', one) : mayState(type, one));
  const officeKind = target === 'missing' ? 'family_liaison' : 'laboratory';
  const choices = (data ?? []).filter((item) => may(item.id) && (ofSite || item.facets['officeKind'] === officeKind));
  return (
    <Stack>
      <Radio.Group label={t('whatIsInIt')} value={target} onChange={(next) => { const found = targets.find((one) => one === next); if (found !== undefined) onTarget(found); }}>
        <Group mt="xs" gap="lg">{targets.map((one) => <Radio key={one} size="md" value={one} label={t(`target.${one}`)} />)}</Group>
      </Radio.Group>
      <ChoiceOfSubject label={t(ofSite ? 'ofSite' : 'ofOffice')} items={choices} value={scope} onChange={onScope} />
    </Stack>
  );
}
