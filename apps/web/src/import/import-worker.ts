import { newId } from '../device/sign-entry.ts';
import { answerQuestions } from '../workers/answer-questions.ts';
import { makeImportReader, type ImportRequest } from './worker-protocol.ts';

const reader = makeImportReader(newId);

answerQuestions((request: ImportRequest) => {
  switch (request.kind) {
    case 'open': return reader.open(request);
    case 'prepare': return reader.prepare(request);
  }
});
