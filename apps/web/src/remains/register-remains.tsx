import { Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useMayState, useSubject } from '../api/index.ts';
import { Badge, ErrorNote, StatementForm } from '../components/index.ts';
import { BilingualControl, ChoiceControl, GridPointControl, LineControl, SubjectControl } from '../controls/index.ts';
import { fieldLabel, subjectPath } from '../format/index.ts';
import { CodeView } from './code-view.tsx';
import { lastNumberHere, nextCode, rememberNumber } from './remains-code.ts';
import { ChoiceOfSubject } from '../import/choice-of-subject.tsx';

const teams = ['A', 'B', 'C', 'D'] as const;

/** Registers remains at a site, with the next free code of the team; `grave` when it begins at a grave. */
export function RegisterRemains({ site, grave, onDone }: { readonly site?: string; readonly grave?: string; readonly onDone: () => void }) {
  const { t } = useTranslation(['remains', 'common']);
  const mayState = useMayState();
  const [chosen, setChosen] = useState(site);
  const { data: sites = [] } = useAllSubjects({ kind: 'site' }, { enabled: site === undefined });
  return (
    <Stack>
      {site === undefined && <ChoiceOfSubject label={fieldLabel('site')} items={sites.filter((item) => mayState('remains.recovered', item.id))} value={chosen} onChange={setChosen} />}
      {chosen !== undefined && <CodedForm key={chosen} site={chosen} {...(grave === undefined ? {} : { grave })} onDone={onDone} />}
      {chosen === undefined && <Text>{t('chooseSite')}</Text>}
    </Stack>
  );
}

function CodedForm({ site, grave, onDone }: { readonly site: string; readonly grave?: string; readonly onDone: () => void }) {
  const { t } = useTranslation(['remains', 'common']);
  const navigate = useNavigate();
  const place = useSubject(site);
  const remains = useAllSubjects({ kind: 'remains', 'link.site': site });
  const [team, setTeam] = useState('A');
  if (place.data === undefined || remains.data === undefined) return place.error ?? remains.error ? <ErrorNote error={place.error ?? remains.error} /> : <Loader size="sm" />;
  const { code, number } = nextCode(remains.data.map((item) => item.code), { place: place.data.item.code, team, lastHere: lastNumberHere(site) });
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <div><Text size="sm" fw={500} id="team">{t('team')}</Text><SegmentedControl size="md" aria-labelledby="team" data={[...teams]} value={team} onChange={setTeam} /></div>
        <div aria-live="polite"><CodeView code={code} /> <Badge tone="good">{t('checkRight')}</Badge></div>
      </Group>
      <Text size="sm" c="dimmed">{t('codeExplained')}</Text>
      <StatementForm
        type="remains.recovered" scope={site} subjectKind="remains" fixed={{ site, code, ...(grave === undefined ? {} : { grave }) }}
        fields={[
          ...(grave === undefined ? [{ name: 'grave', control: (props: Parameters<typeof LineControl>[0]) => <SubjectControl {...props} kind="grave" linkedTo={{ 'link.site': site }} /> }] : []),
          { name: 'completeness', required: true, control: (props) => <ChoiceControl {...props} list="completenesses" required /> },
          { name: 'condition', control: (props) => <ChoiceControl {...props} list="conditions" /> },
          { name: 'bag', control: (props) => <LineControl {...props} /> },
          { name: 'seal', control: (props) => <LineControl {...props} /> },
          { name: 'position', control: (props) => <GridPointControl {...props} /> },
          { name: 'description', control: (props) => <BilingualControl {...props} lines={2} /> },
        ]}
        onDone={({ subject }) => {
          rememberNumber(site, number);
          onDone();
          void navigate({ to: subjectPath('remains', subject) });
        }}
        onCancel={onDone}
      />
    </>
  );
}
