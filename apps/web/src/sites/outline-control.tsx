import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlProps } from '../controls/index.ts';
import { readOutline, writeOutline } from './outline.ts';

/** The corners of an area, one a line. */
export function OutlineControl({ label, value, onChange, error, description }: ControlProps) {
  const { t } = useTranslation('sites');
  const [text, setText] = useState(() => writeOutline(value));
  const read = text.trim() === '' ? null : readOutline(text);
  const trouble = read?.kind === 'bad_line' ? t('outlineBad', { line: read.line }) : read?.kind === 'too_few' ? t('outlineFew') : undefined;
  return (
    <Textarea
      size="md" label={label} description={description ?? t('outlineHint')} error={error ?? trouble} autosize minRows={3} value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const next = readOutline(event.currentTarget.value);
        onChange(next.kind === 'outline' ? next.points.map(({ xMm, yMm }) => ({ xMm, yMm })) : undefined);
      }}
    />
  );
}
