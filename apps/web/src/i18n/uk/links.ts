/** Як предмет пов’язаний з іншим, з погляду того, що на екрані. */
export const links = {
  site: 'Місце', area: 'Ділянка', grave: 'Могила', remains: 'Останки', relative: 'Родич', person: 'Особа', family: 'Родина', sample: 'Зразок', document: 'Документ-джерело', run: 'Порівняння', missing: 'Зникла особа',
  reassociated: 'Об’єднано з', presumed: 'Імовірно це', same_person: 'Та сама особа, що', kept_apart: 'Інша особа, ніж', joint_compared: 'Суглоб складено з', 'same-claim': 'Те саме твердження, що', 'same-origin': 'Має одне походження з', contradicts: 'Суперечить', updates: 'Оновлює', excluded: 'Виключено', lead: 'Повідомлення з твердження', about: 'Про', lies_here: 'За рішенням, лежить у', lies_elsewhere: 'За рішенням, лежить не в',
} as const;
