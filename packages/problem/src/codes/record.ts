import type { CodeWords } from '../words.ts';

export const recordCodes = {
  'record.unknown_type': { status: 422, en: 'There is no statement of type {type}.', uk: 'Твердження типу {type} не існує.' },
  'record.invalid_body': { status: 422, en: 'The statement {type} cannot be taken: {reason}.', uk: 'Твердження {type} не можна прийняти: {reason}.' },
  'record.code_characters': { status: 422, en: 'The code {text} may hold only digits and Latin letters.', uk: 'Код {text} може містити лише цифри й латинські літери.' },
  'decision.revoked': { status: 409, en: 'This identification was revoked.', uk: 'Цю ідентифікацію визнано недійсною.' },
  'decision.disagreement': { status: 409, en: 'The proposal says two things about {field}; one of them must be corrected first.', uk: 'Подання містить два різні значення поля {field}; спершу одне з них треба виправити.' },
  'decision.dna_below_threshold': { status: 409, en: 'The posterior of DNA alone ({posterior}) is below the threshold {threshold}.', uk: 'Апостеріорна ймовірність за самою ДНК ({posterior}) нижча за поріг {threshold}.' },
  'decision.examiners_missing': { status: 409, en: 'Teeth and friction ridges need a named examiner and a second one who verified.', uk: 'Для зубів і папілярних узорів потрібні названий експерт і другий, який перевірив.' },
  'decision.authority_reason_missing': { status: 409, en: 'This ground needs the written reason of the authority.', uk: 'Для цієї підстави потрібне письмове обґрунтування органу.' },
  'decision.ground_missing': { status: 409, en: 'The proposal names no ground.', uk: 'У поданні не названо підстави.' },
  'decision.contradiction_open': { status: 409, en: 'A contradiction is not explained: found {found}, reported {reported}.', uk: 'Суперечність не пояснено: встановлено {found}, повідомлено {reported}.' },
  'decision.sibling_unknown': { status: 409, en: 'Whether {label} is alive is not recorded; DNA cannot tell full siblings apart.', uk: 'Не записано, чи {label} серед живих; ДНК не розрізняє рідних братів і сестер.' },
  'decision.sibling_symmetric': { status: 409, en: '{label} is missing too and fits equally well; something that tells them apart must be signed first.', uk: '{label} також серед зниклих і підходить так само; спершу треба підписати ознаку, що їх розрізняє.' },
  'decision.exposure_unanswered': { status: 409, en: 'The examiner knew the presumed name; a second, unexposed reading or a reason is needed.', uk: 'Експерт знав імовірне ім’я; потрібен другий, незалежний огляд або пояснення.' },
  'decision.not_reviewed': { status: 409, en: 'The proposal has not been reviewed yet.', uk: 'Подання ще не розглянуто.' },
  'decision.hash_stale': { status: 409, en: 'The proposal has changed since it was read; read it again before signing.', uk: 'Подання змінилося після прочитання; прочитайте його ще раз перед підписом.' },
  'decision.same_signer': { status: 409, en: 'This person has already signed; the second signature must be another person’s.', uk: 'Ця особа вже підписала; другий підпис має бути іншої особи.' },
  'decision.same_key': { status: 409, en: 'This key has already signed; the second signature must be made with another person’s key.', uk: 'Цей ключ уже використано; другий підпис має бути зроблено ключем іншої особи.' },
} as const satisfies Record<string, CodeWords>;
