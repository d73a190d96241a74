export { formatDay, formatEdtf, formatMoment, localeOf, momentWithOffset, today } from './dates.ts';
export { formatBytes, formatFixed, formatLength, formatListedProbability, formatNumber, formatProbability, formatSigned, writeRuns } from './numbers.ts';
export { codeListOf, type CodeListName } from './code-fields.ts';
export { codeLabel, fieldLabel, kindLabel, linkLabel, roleLabel, statusLabel, taskLabel, typeLabel, unitLabel } from './labels.ts';
export { bilingualText, formatQuantity, formatValue, isAbsent, type FormatContext } from './values.ts';
export { isRecord, listOf, numberOf, recordOf, textOf, withMember } from './read-json.ts';
export { listPath, subjectPath } from './subject-path.ts';
