import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllSubjects, useSession } from '../api/index.ts';
import { EmptyState, FormDialog, QueryView, Section, StatementForm } from '../components/index.ts';
import { BilingualControl, ChoiceControl } from '../controls/index.ts';
import { codeLabel, subjectPath, textOf } from '../format/index.ts';
import { AdministrationPage } from './administration-page.tsx';
import { holds } from './sections.ts';
import classes from './administration.module.css';

const registered = ['family_liaison', 'laboratory', 'mortuary', 'press'] as const;

/** Places of work beside the sites. */
export function OfficesPage() {
  const { t } = useTranslation('administration');
  const query = useAllSubjects({ kind: 'office' });
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  // A new office is a scope of its own: only a role held everywhere reaches it.
  const mayRegister = holds(useSession(), ['coordinator'], 'everywhere');
  return (
    <AdministrationPage section="offices" intro={t('offices.intro')} {...(mayRegister ? { actions: <Button size="md" onClick={() => setOpened(true)}>{t('offices.register')}</Button> } : {})}>
      <QueryView query={query}>
        {(offices) => (
          <Section title={t('sections.offices')}>
            {offices.length === 0 && <EmptyState>{t('offices.none')}</EmptyState>}
            <ul className={classes.list}>
              {offices.map((office) => (
                <li key={office.id}>
                  <span><Link to={subjectPath('office', office.id)} className={classes.rowLink}>{office.title === '' ? office.code : office.title}</Link><small>{codeLabel('officeKinds', textOf(office.facets['officeKind']) ?? '')}</small></span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </QueryView>
      <FormDialog opened={opened} onClose={close} title={t('offices.register')}>
        <StatementForm
          type="office.registered" subjectKind="office" scope="new-office" ownScope="ownScope" basis="decided"
          fields={[
            { name: 'name', label: t('offices.name'), required: true, control: (props) => <BilingualControl {...props} /> },
            { name: 'officeKind', label: t('offices.kind'), required: true, control: (props) => <ChoiceControl {...props} list="officeKinds" only={registered} /> },
          ]}
          onDone={close} onCancel={close}
        ><p>{t('offices.registerText')}</p></StatementForm>
      </FormDialog>
    </AdministrationPage>
  );
}
