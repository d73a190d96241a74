import { Button, Group, Radio, Select, TextInput } from '@mantine/core';
import type { PedigreeMember } from '@imena/record';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useSession, type Item, type SubjectDetail } from '../api/index.ts';
import { ErrorNote, useSubmit } from '../components/index.ts';
import { PedigreeChart } from '../components/pedigree/index.ts';
import { codeLabel, fieldLabel } from '../format/index.ts';
import { useRecord } from '../record/index.ts';
import { addChild, addParents, addSibling, changeMember, firstMember, linkByName, partnersOf, removalObstacle, removeMember, troublesOf } from './pedigree-edit.ts';
import { PedigreeFileButton } from './pedigree-file-button.tsx';
import classes from './missing.module.css';

/** Draws a family member by member; the whole drawing is one statement, so that half a family is never recorded. */
export function PedigreeEditor({ detail, members, supersedes, relatives, onDone }: { readonly detail: SubjectDetail; readonly members: readonly PedigreeMember[]; readonly supersedes: string | null; readonly relatives: readonly Item[]; readonly onDone: () => void }) {
  const { t } = useTranslation(['missing', 'common']);
  const record = useRecord();
  const session = useSession();
  const isDecider = useHasRole('coordinator', 'analyst', 'board');
  const missing = detail.linked.filter((one) => one.rel === 'missing').map((one) => one.item);
  const [family, setFamily] = useState<readonly PedigreeMember[]>(members.length > 0 ? members : [startOf(missing[0])]);
  const [selected, setSelected] = useState(family[0]?.id ?? 'p1');
  const [source, setSource] = useState('');
  const { submit, error, working } = useSubmit();
  const own = supersedes === null || detail.subject.history.find((item) => item.entry === supersedes)?.by === session.account.id;
  const chosen = family.find((member) => member.id === selected);
  const troubles = troublesOf(family);
  const nameOf = (id: string): string => family.find((member) => member.id === id)?.label ?? id;
  const save = async (): Promise<void> => {
    await record.mutateAsync({
      scope: detail.subject.scope, subject: detail.subject.id, subjectKind: 'family', supersedes: supersedes === null || (!own && !isDecider) ? [] : [supersedes],
      // The author corrects; another's drawing is replaced by a decision with a reason, or stands beside this one.
      body: { type: 'family.pedigree_drawn', basis: own || !isDecider ? 'told' : 'decided', pedigree: family, ...(source.trim() === '' ? {} : own ? { note: source.trim() } : { reason: source.trim() }) },
    });
    onDone();
  };
  return (
    <>
      <p className={classes.quiet}>{t('editorExplained')}</p>
      <PedigreeFileButton onUse={(read, fileName) => { setFamily(linkByName(read.members, { missing, relatives })); setSelected(read.members[0]?.id ?? 'p1'); setSource(fileName); }} />
      <PedigreeChart people={family} onSelect={setSelected} selected={selected} />
      {chosen !== undefined && <MemberEditor member={chosen} family={family} onFamily={setFamily} onSelect={setSelected} missing={missing} relatives={relatives} />}
      {troubles.length > 0 && <ul aria-live="polite">{troubles.map((trouble) => <li key={`${trouble.kind} ${trouble.id}`}>{t(`trouble.${trouble.kind}`, { name: nameOf(trouble.id) })}</li>)}</ul>}
      <TextInput size="md" mt="sm" label={t(own ? 'whoTold' : 'whyChanged')} required={!own} value={source} maxLength={1000} onChange={(event) => setSource(event.currentTarget.value)} />
      <ErrorNote error={error} />
      <Group justify="flex-end" mt="md">
        <Button size="md" variant="default" onClick={onDone}>{t('common:cancel')}</Button>
        <Button size="md" loading={working} disabled={troubles.some((trouble) => trouble.kind !== 'state_source') || (!own && source.trim() === '')} onClick={() => void submit(save)}>{t('common:save')}</Button>
      </Group>
    </>
  );
}

function startOf(item: Item | undefined): PedigreeMember {
  const sex = item?.facets['sex'];
  return firstMember(item === undefined ? {} : { person: item.id, label: item.title.slice(0, 120), state: 'missing', sex: sex === 'male' || sex === 'female' ? sex : 'unknown' });
}

function MemberEditor({ member, family, onFamily, onSelect, missing, relatives }: {
  readonly member: PedigreeMember;
  readonly family: readonly PedigreeMember[];
  readonly onFamily: (family: readonly PedigreeMember[]) => void;
  readonly onSelect: (id: string) => void;
  readonly missing: readonly Item[];
  readonly relatives: readonly Item[];
}) {
  const { t } = useTranslation(['missing', 'common']);
  const change = (next: Partial<PedigreeMember>): void => onFamily(changeMember(family, member.id, next));
  const grow = (next: readonly PedigreeMember[]): void => {
    onFamily(next);
    const added = next.at(-1);
    if (next.length > family.length && added !== undefined) onSelect(added.id);
  };
  const partners = partnersOf(family, member.id);
  const obstacle = removalObstacle(family, member.id);
  const nameOf = (id: string): string => family.find((one) => one.id === id)?.label ?? id;
  const linkTo = (id: string | null): void => {
    const { person: _, relative: __, ...rest } = member;
    const person = missing.find((item) => item.id === id);
    const relative = relatives.find((item) => item.id === id);
    onFamily(family.map((one) => (one.id === member.id
      ? { ...rest, ...(person === undefined ? {} : { person: person.id, label: person.title.slice(0, 120), state: 'missing' as const }), ...(relative === undefined ? {} : { relative: relative.id, label: relative.title.slice(0, 120) }) }
      : one)));
  };
  return (
    <div className={classes.editor} role="group" aria-label={t('member', { name: member.label ?? member.id })}>
      <TextInput size="md" label={t('memberName')} value={member.label ?? ''} maxLength={120} onChange={(event) => change({ label: event.currentTarget.value })} />
      <Select size="md" label={t('memberIs')} clearable searchable value={member.person ?? member.relative ?? null} onChange={linkTo} data={[
        { group: t('one'), items: missing.map((item) => ({ value: item.id, label: `${item.code} ${item.title}` })) },
        { group: t('relatives'), items: relatives.map((item) => ({ value: item.id, label: `${item.code} ${item.title}` })) },
      ]} />
      <Radio.Group label={fieldLabel('sex')} value={member.sex} onChange={(sex) => change({ sex: sex === 'male' || sex === 'female' ? sex : 'unknown' })}>
        <Group mt="xs">{(['male', 'female', 'unknown'] as const).map((sex) => <Radio key={sex} size="md" value={sex} label={sex === 'unknown' ? t('common:unknown') : codeLabel('sexes', sex)} />)}</Group>
      </Radio.Group>
      <Radio.Group label={fieldLabel('state')} value={member.state} onChange={(state) => change({ state: state === 'alive' || state === 'dead' || state === 'missing' ? state : 'unknown' })}>
        <Group mt="xs">{(['alive', 'dead', 'missing', 'unknown'] as const).map((state) => <Radio key={state} size="md" value={state} label={codeLabel('lifeStates', state)} />)}</Group>
      </Radio.Group>
      <TextInput size="md" label={t('stateSaidBy')} value={member.stateSource ?? ''} maxLength={300} onChange={(event) => change({ stateSource: event.currentTarget.value })} />
      <div className={classes.actions}>
        <Button size="md" variant="default" disabled={member.father !== null} onClick={() => onFamily(addParents(family, member.id))}>{t('addParents')}</Button>
        <Button size="md" variant="default" onClick={() => grow(addSibling(family, member.id))}>{t('addSibling')}</Button>
        {partners.map((partner) => <Button key={partner} size="md" variant="default" disabled={member.sex === 'unknown'} onClick={() => grow(addChild(family, member.id, partner))}>{t('addChildWith', { name: nameOf(partner) })}</Button>)}
        <Button size="md" variant="default" disabled={member.sex === 'unknown'} onClick={() => grow(addChild(family, member.id))}>{t('addPartnerAndChild')}</Button>
        <Button size="md" variant="default" disabled={obstacle !== null} onClick={() => { onFamily(removeMember(family, member.id)); onSelect(family.find((one) => one.id !== member.id)?.id ?? ''); }}>{t('removeMember')}</Button>
      </div>
      {member.sex === 'unknown' && <p className={classes.quiet}>{t('sexFirst')}</p>}
    </div>
  );
}
