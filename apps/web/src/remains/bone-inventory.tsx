import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { EmptyState, OriginLine, Section, StatementButton } from '../components/index.ts';
import { codeLabel, listOf, recordOf, textOf, writeRuns } from '../format/index.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { BonesControl } from '../individuals/bones-control.tsx';
import { sizeWords } from '../individuals/sizes.ts';
import classes from './remains.module.css';

/** Which bones the bag holds, every list beside the others until a person decides. */
export function BoneInventory({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('individuals');
  const language = useLanguage();
  const lists = detail.subject.fields['bones'] ?? [];
  return (
    <Section title={t('inventory')} actions={<StatementButton
      detail={detail} type="remains.inventoried" label={t('listBones')} basis="measured" fields={[{ name: 'bones', required: true, control: (props) => <BonesControl {...props} /> }]}
      {...(lists.length === 0 ? {} : { supersedes: lists.map(({ entry }) => entry), initial: { bones: lists[0]?.value } })}
    />}>
      {lists.length === 0 && <EmptyState>{t('noInventory')}</EmptyState>}
      {lists.map((list) => (
        <div key={list.entry}>
          <ul>{listOf(list.value).map(recordOf).map((bone, at) => <li key={at}>{codeLabel('boneElements', textOf(bone['element']) ?? '')}, {codeLabel('boneSides', textOf(bone['side']) ?? '')}{bone['zones'] !== undefined && ` · ${t('zone', { zone: writeRuns(bone['zones']) })}`}{bone['whole'] === true && ` · ${t('whole')}`}{sizeWords(bone['mm'], language)}{textOf(bone['note']) !== undefined && ` · ${textOf(bone['note']) ?? ''}`}</li>)}</ul>
          <p className={classes.note}><OriginLine origin={list} /></p>
        </div>
      ))}
    </Section>
  );
}
