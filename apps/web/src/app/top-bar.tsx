import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requestNothing, useSession } from '../api/index.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { SearchBox } from './search-box.tsx';
import classes from './shell.module.css';

const schemes = [['light', 'light'], ['dark', 'dark'], ['auto', 'automatic']] as const;

export function TopBar() {
  const { t } = useTranslation();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = async (): Promise<void> => {
    await requestNothing('/session', { method: 'DELETE' });
    client.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <div className={classes.bar}>
      <Link to="/" className={classes.brand}>
        <img src="/icon.svg" alt="" />
        <span className={classes.brandName}>{t('appName')}</span>
      </Link>
      <div className={classes.searchPlace}><SearchBox /></div>
      <div className={classes.actions}>
        <LanguageSwitch />
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <ActionIcon variant="subtle" size="xl" aria-label={t('signedInAs', { name: session.account.displayName })}><IconUserCircle size={26} stroke={1.6} /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{session.account.displayName}</Menu.Label>
            <Menu.Divider />
            <Menu.Label>{t('colourScheme')}</Menu.Label>
            {schemes.map(([scheme, label]) => (
              <Menu.Item key={scheme} rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null} onClick={() => setColorScheme(scheme)}>{t(label)}</Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item component={Link} to="/account">{t('myAccount')}</Menu.Item>
            <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
