import { useTranslation } from 'react-i18next';
import type { SubjectDetail } from '../api/index.ts';
import { EmptyState, OriginLine, Section, StatementButton } from '../components/index.ts';
import { LineControl } from '../controls/index.ts';
import { textOf } from '../format/index.ts';
import classes from './remains.module.css';

/** Every other number found in the world, with its source; each can be typed into the search box. */
export function Aliases({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['remains', 'common']);
  const aliases = detail.subject.lists['aliases'] ?? [];
  return (
    <Section title={t('aliases')} actions={<StatementButton detail={detail} type="subject.aliased" label={t('common:add')} fields={[
      { name: 'alias', required: true, control: (props) => <LineControl {...props} required /> },
      { name: 'origin', required: true, control: (props) => <LineControl {...props} required /> },
    ]} />}>
      {aliases.length === 0 && <EmptyState>{t('noAlias')}</EmptyState>}
      <ul className={classes.list}>{aliases.map((item) => <li key={item.entry}><strong>{textOf(item.value['alias'])}</strong><span>{textOf(item.value['origin'])}</span><OriginLine origin={item} /></li>)}</ul>
    </Section>
  );
}
