import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestText } from '../api/index.ts';
import { downloadText, ErrorNote, PageHeader, PrintButton, QueryView, Section } from '../components/index.ts';
import { codeLabel } from '../format/index.ts';
import { ChoiceSection } from './choice-section.tsx';
import { LevelsTables, ParametersTable } from './learned-tables.tsx';
import { LearningSection } from './learning-section.tsx';
import { MovesSection } from './moves-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { weightsQuery, type WeightsAnswer } from './weights-api.ts';
import classes from './weights.module.css';

/** The weights of the evidence besides DNA: which are in use, what the own lists teach, what would change; a person chooses. */
export function WeightsPage() {
  const { t } = useTranslation('weights');
  const query = useQuery(weightsQuery);
  return (
    <>
      <PageHeader title={t('title')} kind={t('kind')} actions={<PrintButton />}>{t('explained')}</PageHeader>
      <QueryView query={query}>
        {(answer) => (
          <>
            <InUse standing={answer.standing} />
            <LearningSection learning={answer.learning} job={answer.job} />
            {answer.learning !== null && (
              <>
                <ParametersTable parameters={answer.learning.parameters} />
                <PlacesSection places={answer.learning.places} names={answer.learning.placeNames} />
                <LevelsTables levels={answer.learning.levels} />
                <MovesSection moves={answer.learning.moves} version={answer.learning.version} />
              </>
            )}
            <ChoiceSection answer={answer} />
          </>
        )}
      </QueryView>
    </>
  );
}

function InUse({ standing: { version, origin, entry } }: Pick<WeightsAnswer, 'standing'>) {
  const { t } = useTranslation('weights');
  const download = useMutation({ mutationFn: async () => downloadText(`imena-weights-${version}.json`, await requestText(`/weights/file?version=${version}`)) });
  return (
    <Section title={t('inUse')} actions={<Button size="md" variant="default" loading={download.isPending} onClick={() => download.mutate()}>{t('file')}</Button>}>
      <p><strong>{t('standing', { version, origin: codeLabel('weightOrigins', origin) })}</strong></p>
      {entry === null && <p>{t('neverChosen')}</p>}
      <p className={classes.quiet}>{t('fileExplained')}</p>
      <ErrorNote error={download.error} />
    </Section>
  );
}
