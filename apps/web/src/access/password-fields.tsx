import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface NewPassword {
  readonly first: string;
  readonly again: string;
}

/** A new password, typed twice. */
export function NewPasswordFields({ value, onChange, required = true }: { readonly value: NewPassword; readonly onChange: (value: NewPassword) => void; readonly required?: boolean }) {
  const { t } = useTranslation(['access', 'common']);
  const toggle = { 'aria-label': t('common:show') };
  return (
    <>
      <PasswordInput size="md" label={t('password')} description={t('passwordHint')} required={required} autoComplete="new-password" visibilityToggleButtonProps={toggle} value={value.first} onChange={(event) => onChange({ ...value, first: event.currentTarget.value })} />
      <PasswordInput
        size="md" label={t('passwordAgain')} required={required} autoComplete="new-password" visibilityToggleButtonProps={toggle} value={value.again}
        error={value.again !== '' && value.again !== value.first ? t('passwordsDiffer') : undefined} onChange={(event) => onChange({ ...value, again: event.currentTarget.value })}
      />
    </>
  );
}
