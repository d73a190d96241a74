import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { OriginLine, Section, StatementButton, SubjectLink } from '../components/index.ts';
import { ChoiceControl, ProseControl, SubjectControl } from '../controls/index.ts';
import { codeLabel, textOf } from '../format/index.ts';
import { PartsOfBag } from '../individuals/individuals-section.tsx';
import classes from './remains.module.css';

/** Other bags that hold parts of the same individual, with the ground on which somebody said so. */
export function Reassociations({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const { t: tBones } = useTranslation('individuals');
  const site = textOf(detail.subject.fields['site']?.[0]?.value);
  const own = detail.subject.lists['reassociations'] ?? [];
  const tried = detail.subject.lists['jointsCompared'] ?? [];
  const inward = detail.linked.filter((one) => one.rel === 'reassociated' && one.direction === 'in');
  return (
    <Section title={t('reassociations')} actions={<Group gap="xs"><StatementButton detail={detail} type="remains.reassociated" label={t('reassociate')} basis="measured" fields={[
      { name: 'with', required: true, control: (props) => <SubjectControl {...props} kind="remains" /> },
      { name: 'ground', required: true, control: (props) => <ChoiceControl {...props} list="reassociationGrounds" required /> },
      { name: 'explanation', required: true, control: (props) => <ProseControl {...props} required /> },
    ]} /><StatementButton detail={detail} type="remains.joint_compared" label={tBones('tryJoint')} basis="measured" explained={<p>{tBones('triedHint')}</p>} fields={[
      { name: 'with', required: true, control: (props) => <SubjectControl {...props} kind="remains" /> },
      { name: 'joint', required: true, control: (props) => <ChoiceControl {...props} list="boneJoints" required /> },
      { name: 'side', control: (props) => <ChoiceControl {...props} list="boneSides" only={['left', 'right']} /> },
      { name: 'grade', required: true, control: (props) => <ChoiceControl {...props} list="jointGrades" required /> },
      { name: 'explanation', control: (props) => <ProseControl {...props} /> },
    ]} /></Group>}>
      <p className={classes.note}>{own.length + inward.length === 0 ? t('noReassociation') : t('reassociationExplained')}</p>
      <ul className={classes.list}>
        {own.map((item) => {
          const other = detail.linked.find((one) => one.item.id === item.value['with'])?.item;
          return <li key={item.entry}>{other === undefined ? textOf(item.value['with']) : <SubjectLink item={other} />}<span>{codeLabel('reassociationGrounds', textOf(item.value['ground']) ?? '')}: {textOf(item.value['explanation'])}</span><OriginLine origin={item} /></li>;
        })}
        {inward.map((one) => <li key={one.item.id}><SubjectLink item={one.item} /><span>{t('saidThere')}</span></li>)}
      </ul>
      {tried.length > 0 && <ul className={classes.list}>{tried.map((item) => {
        const other = detail.linked.find((one) => one.item.id === item.value['with'])?.item;
        return <li key={item.entry}>{other === undefined ? textOf(item.value['with']) : <SubjectLink item={other} />}<span>{codeLabel('boneJoints', textOf(item.value['joint']) ?? '')}{item.value['side'] !== undefined && `, ${codeLabel('boneSides', textOf(item.value['side']) ?? '')}`}: {codeLabel('jointGrades', textOf(item.value['grade']) ?? '')}{item.value['explanation'] !== undefined && `. ${textOf(item.value['explanation']) ?? ''}`}</span><OriginLine origin={item} /></li>;
      })}</ul>}
      {site !== undefined && <PartsOfBag bag={detail.subject.id} place={site} scope={detail.subject.scope} />}
    </Section>
  );
}
