/** Що треба зробити, за назвою завдання в реєстрі. */
export const tasks = {
  resolve_disagreement: 'Вирішити між різними твердженнями',
  examine_remains: 'Оглянути останки', take_sample: 'Відібрати зразок', send_sample: 'Відправити зразок', receive_sample: 'Прийняти зразок', type_profile: 'Установити ДНК-профіль',
  ask_consent: 'Запитати про згоду', ask_again: 'Запитати ще раз', draw_pedigree: 'Скласти родовід', review_proposal: 'Розглянути подання', sign_decision: 'Підписати рішення', certify: 'Внести посвідчення органу', notify_family: 'Сповістити родину', revise_proposal: 'Доопрацювати повернуте подання', transcribe_marker: 'Прочитати напис', clearance_expired: 'Поновити розмінування', breach: 'З’ясувати, чому обійдено вимогу', compare_reports: 'Порівняти два повідомлення', collision: 'З’ясувати, чому номери однакові',
} as const;
