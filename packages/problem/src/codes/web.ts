import type { CodeWords } from '../words.ts';

export const webCodes = {
  'web.unreachable': { status: 503, en: 'The server cannot be reached now. What was saved here stays here and is sent later.', uk: 'Сервер зараз недоступний. Збережене тут залишається тут і буде надіслане пізніше.' },
  'web.unexpected_answer': { status: 502, en: 'The server gave an answer that cannot be read ({path}).', uk: 'Відповідь сервера неможливо прочитати ({path}).' },
  'web.insecure_address': { status: 400, en: 'This address is not protected, so the browser refuses to make signatures. Open the application over HTTPS.', uk: 'Ця адреса не захищена, тому браузер не дозволяє створювати підписи. Відкрийте застосунок через HTTPS.' },
  'web.no_ed25519': { status: 400, en: 'This browser cannot make Ed25519 signatures. Use a newer version of it.', uk: 'Цей браузер не вміє створювати підписи Ed25519. Скористайтеся новішою версією.' },
  'web.no_device': { status: 409, en: 'This browser has no key of yours yet. Connect to the server once to enrol it.', uk: 'У цьому браузері ще немає вашого ключа. Один раз під’єднайтеся до сервера, щоб його зареєструвати.' },
  'web.receipt_false': { status: 502, en: 'The receipt for entry {id} does not prove that the ledger holds it. The entry stays on this device.', uk: 'Квитанція на запис {id} не доводить, що він є в журналі. Запис залишається на цьому пристрої.' },
  'web.chain_fork': { status: 409, en: 'The server knows another continuation of this device’s chain. The device or its data may have been copied; nothing was lost.', uk: 'Сервер знає інше продовження ланцюжка цього пристрою. Можливо, пристрій або його дані скопійовано; нічого не втрачено.' },
  'web.chain_lost': { status: 409, en: 'The server no longer knows entries of this device that it had acknowledged. Tell an administrator.', uk: 'Сервер більше не знає записів цього пристрою, які раніше підтвердив. Повідомте адміністратора.' },
  'web.file_changed': { status: 422, en: 'The file {name} does not have the bytes that were signed.', uk: 'Файл {name} не має тих байтів, які було підписано.' },
  'web.file_too_large': { status: 413, en: 'The file {name} is too large; at most {limit} can be taken.', uk: 'Файл {name} завеликий; можна взяти щонайбільше {limit}.' },
  'web.refold_slow': { status: 504, en: 'The entry is in the ledger; the register has not shown it yet.', uk: 'Запис уже в журналі; реєстр його ще не показує.' },
  'web.predecessor_refused': { status: 409, en: 'An earlier entry of this device was refused, so this one must be signed anew.', uk: 'Попередній запис цього пристрою відхилено, тому цей треба підписати наново.' },
} as const satisfies Record<string, CodeWords>;
