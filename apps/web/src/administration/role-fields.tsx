import { Select } from '@mantine/core';
import { codeLists } from '@imena/record';
import { useTranslation } from 'react-i18next';
import { roleLabel } from '../format/index.ts';
import { everywhere, useGrantableScopes } from './scopes.ts';
import classes from './administration.module.css';

/** A role and a place, as they stand in a form; empty until chosen. */
export interface RoleChoice {
  readonly role: string | null;
  /** `everywhere`, or the id of a site or office. */
  readonly scope: string | null;
}

export const emptyChoice: RoleChoice = { role: null, scope: null };

/** Chooses a role and where it is held. */
export function RoleFields({ value, onChange }: { readonly value: RoleChoice; readonly onChange: (value: RoleChoice) => void }) {
  const { t } = useTranslation('administration');
  const scopes = useGrantableScopes();
  return (
    <div className={classes.roleFields}>
      <Select size="md" label={t('role')} required data={codeLists.roles.map((role) => ({ value: role, label: roleLabel(role) }))} value={value.role} onChange={(role) => onChange({ ...value, role })} />
      <Select size="md" label={t('scope')} placeholder={t('chooseScope')} required searchable data={[...scopes]} value={value.scope} onChange={(scope) => onChange({ ...value, scope })} />
    </div>
  );
}

/** The choice as the server takes it; null while something is missing. */
export function heldRoleOf({ role, scope }: RoleChoice): { readonly role: string; readonly scope: string | null } | null {
  return role === null || scope === null ? null : { role, scope: scope === everywhere ? null : scope };
}
