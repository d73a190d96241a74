import { writeCsv, type Issue } from '@imena/exchange';
import { describeProblem, type Language } from '@imena/problem';

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['File', 'Row', 'Column', 'Weight', 'Reason'],
  uk: ['Файл', 'Рядок', 'Стовпець', 'Вага', 'Причина'],
};
const weights: Readonly<Record<Language, Readonly<Record<Issue['severity'], string>>>> = {
  en: { error: 'error: the row is held back', warning: 'to be looked at' },
  uk: { error: 'помилка: рядок затримано', warning: 'варто переглянути' },
};

/** The reason of an issue in the reader's language, without the place, which stands in columns of its own. */
export function reasonOf({ code, details }: Issue, language: Language): string {
  return describeProblem({ code, details }, language);
}

/** All issues of a file as CSV, to be sent to whoever keeps the list. */
export function issuesCsv(issues: readonly Issue[], language: Language): string {
  return writeCsv(heads[language], issues.map((issue) => [
    issue.place.file ?? '', issue.place.row === undefined ? '' : String(issue.place.row), issue.place.column ?? issue.place.field ?? '', weights[language][issue.severity], reasonOf(issue, language),
  ]));
}
