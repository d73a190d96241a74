import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api/index.ts';
import { Notices } from './app/notices.tsx';
import { makeRouter } from './app/router.ts';
import { cssVariables, theme } from './app/theme.ts';
import { startLanguage } from './i18n/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
await startLanguage();
const client = makeQueryClient();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Notices />
        <RouterProvider router={makeRouter(client)} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
