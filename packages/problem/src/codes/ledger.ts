import type { CodeWords } from '../words.ts';

export const ledgerCodes = {
  'ledger.hex': { status: 400, en: 'This is not lower-case hexadecimal.', uk: 'Це не шістнадцяткове число малими літерами.' },
  'ledger.base64': { status: 400, en: 'This is not standard base64.', uk: 'Це не стандартний base64.' },
  'ledger.utf8': { status: 400, en: 'The text is not well-formed UTF-8.', uk: 'Текст не є правильним UTF-8.' },
  'ledger.hash_length': {
    status: 400,
    en: 'A SHA-256 hash has 32 bytes; this one has {length}.',
    uk: 'Хеш SHA-256 має 32 байти; цей має {length}.',
  },
  'ledger.salt_length': {
    status: 400,
    en: 'A salt has 32 bytes; this one has {length}.',
    uk: 'Сіль має 32 байти; ця має {length}.',
  },
  'ledger.tree_range': {
    status: 400,
    en: 'Index {index} and size {size} do not lie within the tree of {total} entries.',
    uk: 'Індекс {index} і розмір {size} не лежать у дереві з {total} записів.',
  },
  'ledger.verifier_key': {
    status: 400,
    en: '“{vkey}” is not a verifier key for Ed25519 (name+key id+key).',
    uk: '«{vkey}» не є ключем перевірки Ed25519 (назва+номер ключа+ключ).',
  },
  'ledger.key_name': {
    status: 400,
    en: 'The key name “{name}” is empty or contains a space, a plus sign or a control character.',
    uk: 'Назва ключа «{name}» порожня або містить пробіл, плюс чи керівний символ.',
  },
  'ledger.note_format': {
    status: 400,
    en: 'The signed note is not well formed (line {line}).',
    uk: 'Підписаний текст має неправильну форму (рядок {line}).',
  },
  'ledger.note_unsigned': {
    status: 400,
    en: 'The note carries no signature of a trusted key.',
    uk: 'Текст не має підпису жодного довіреного ключа.',
  },
  'ledger.note_signature': {
    status: 400,
    en: 'A signature of the trusted key “{name}” does not verify.',
    uk: 'Підпис довіреного ключа «{name}» не підтверджується.',
  },
  'ledger.checkpoint_format': {
    status: 400,
    en: 'The checkpoint is not well formed (line {line}).',
    uk: 'Контрольна точка має неправильну форму (рядок {line}).',
  },
  'ledger.checkpoint_origin': {
    status: 400,
    en: 'The checkpoint is of the log “{found}”, not of “{expected}”.',
    uk: 'Контрольна точка належить журналу «{found}», а не «{expected}».',
  },
  'ledger.proof_format': {
    status: 400,
    en: 'The proof is not well formed (line {line}).',
    uk: 'Доказ має неправильну форму (рядок {line}).',
  },
  'ledger.not_included': {
    status: 400,
    en: 'The proof does not show that the entry is in the log at index {index}.',
    uk: 'Доказ не показує, що запис є в журналі за індексом {index}.',
  },
  'ledger.envelope_too_long': {
    status: 413,
    en: 'The envelope has {bytes} bytes; at most {maximum} are allowed.',
    uk: 'Конверт має {bytes} байтів; дозволено щонайбільше {maximum}.',
  },
  'ledger.envelope_not_canonical': {
    status: 400,
    en: 'The bytes of the envelope are not its canonical form (RFC 8785).',
    uk: 'Байти конверта не є його канонічною формою (RFC 8785).',
  },
  'ledger.envelope_field': {
    status: 400,
    en: 'The field “{field}” of the envelope is not valid; expected: {expected}.',
    uk: 'Поле «{field}» конверта недійсне; очікується: {expected}.',
  },
  'ledger.envelope_unknown_field': {
    status: 400,
    en: 'The envelope has a field “{field}” that is not known.',
    uk: 'Конверт має невідоме поле «{field}».',
  },
  'ledger.device_mismatch': {
    status: 400,
    en: 'Entry {id} names another device than the key that is to verify it.',
    uk: 'Запис {id} називає інший пристрій, ніж ключ, яким його перевіряють.',
  },
  'ledger.signature': {
    status: 400,
    en: 'The signature of entry {id} does not verify.',
    uk: 'Підпис запису {id} не підтверджується.',
  },
  'ledger.body_missing': {
    status: 400,
    en: 'Entry {id} comes without its body.',
    uk: 'Запис {id} надійшов без свого змісту.',
  },
  'ledger.body_too_long': {
    status: 413,
    en: 'The body has {bytes} bytes; at most {maximum} are allowed.',
    uk: 'Зміст має {bytes} байтів; дозволено щонайбільше {maximum}.',
  },
  'ledger.body_not_canonical': {
    status: 400,
    en: 'The body of entry {id} is not a JSON object in its canonical form (RFC 8785).',
    uk: 'Зміст запису {id} не є об’єктом JSON у канонічній формі (RFC 8785).',
  },
  'ledger.body_hash': {
    status: 400,
    en: 'The body of entry {id} is not the one that was signed.',
    uk: 'Зміст запису {id} не той, який було підписано.',
  },
  'ledger.file_count': {
    status: 400,
    en: 'Entry {id} names {expected} files; {found} are given.',
    uk: 'Запис {id} називає файлів: {expected}; надано: {found}.',
  },
  'ledger.file_hash': {
    status: 400,
    en: 'File {number} of entry {id} is not the one that was signed.',
    uk: 'Файл {number} запису {id} не той, який було підписано.',
  },
  'ledger.file_size': {
    status: 400,
    en: 'The size {size} of a file is not a whole number of bytes, or not the one that was signed.',
    uk: 'Розмір файла {size} не є цілим числом байтів або не той, який було підписано.',
  },
  'ledger.leaf_format': {
    status: 400,
    en: 'The leaf of the log is not well formed.',
    uk: 'Листок журналу має неправильну форму.',
  },
  'ledger.wire_format': {
    status: 400,
    en: 'The entry as sent is not well formed at “{field}”.',
    uk: 'Надісланий запис має неправильну форму в «{field}».',
  },
  'ledger.chain_gap': {
    status: 409,
    en: 'Entry {id} is number {seq} of its device in this scope; number {expected} is missing before it.',
    uk: 'Запис {id} — номер {seq} свого пристрою в цій області; перед ним бракує номера {expected}.',
  },
  'ledger.chain_behind': {
    status: 409,
    en: 'Entry {id} has number {seq}, which its device has already used in this scope; number {expected} comes next.',
    uk: 'Запис {id} має номер {seq}, який його пристрій уже використав у цій області; наступний — {expected}.',
  },
  'ledger.chain_fork': {
    status: 409,
    en: 'Entry {id} (number {seq}) follows another entry than the one before it: the chain of this device has forked.',
    uk: 'Запис {id} (номер {seq}) продовжує інший запис, ніж попередній: ланцюг цього пристрою роздвоївся.',
  },
  'ledger.uuid_time': {
    status: 400,
    en: 'An id cannot be made: the time or the ten random bytes are missing or out of range.',
    uk: 'Не вдалося створити ідентифікатор: час або десять випадкових байтів відсутні чи поза межами.',
  },
  'ledger.seed_length': {
    status: 400,
    en: 'A private key has 32 bytes; this one has {length}.',
    uk: 'Приватний ключ має 32 байти; цей має {length}.',
  },
} as const satisfies Record<string, CodeWords>;
