export { isUnreachable, queryOf, RefusedError, request, requestNothing, requestText, send, type RequestOptions } from './client.ts';
export { item, json, problem, session as sessionSchema, wireEntry, type Item, type Linked, type Membership, type Overview, type Session, type SubjectDetail, type SubjectPage, type Task } from './schemas.ts';
export { canRead, canState, rolesIn, sessionQuery, useHasRole, useMayState, useSession } from './session.ts';
export { myTasksQuery, overviewQuery, subjectQuery, subjectsQuery, useAllSubjects, useSearch, useSubject, useSubjects, type SubjectConditions } from './subjects.ts';
export { accountsQuery, useAccountName, type Account } from './accounts.ts';
export { makeQueryClient } from './query-client.ts';
export { useItemsById } from './items-by-id.ts';
export { countsByDayQuery, newestFiguresQuery, statementsWithFiguresQuery, type CountsByDay } from './figures.ts';
export { useFreeCode, type CodeSeries } from './free-code.ts';
