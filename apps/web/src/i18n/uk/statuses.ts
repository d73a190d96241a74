/** Стан, за яким рахують, за видом предмета. */
export const statuses = {
  any: { recorded: 'записано' },
  site: { suspected: 'імовірне', confirmed: 'підтверджене', secured: 'під охороною', opened: 'відкрите', closed: 'закрите' },
  grave: { marked: 'позначено', opened: 'розкрито', emptied: 'останки вилучено', found_empty: 'без останків' },
  sample: { taken: 'відібрано', sent: 'відправлено', received: 'отримано', consumed: 'витрачено', failed: 'непридатний' },
  remains: { recovered: 'вилучено', examined: 'оглянуто' },
  person: { missing: 'серед зниклих', found_alive: 'знайдено живою', found_detained: 'в ув’язненні', found_deported: 'серед депортованих', reported_in_error: 'помилкове повідомлення' },
  relative: { not_asked: 'ще не запитували', consented: 'згоду надано', refused: 'відмова', consent_withdrawn: 'згоду відкликано' },
  identification: { proposed: 'подано', returned: 'повернуто', reviewed: 'розглянуто', established: 'встановлено', certified: 'засвідчено', revoked: 'визнано недійсною' },
  source: { unread: 'ще не прочитано', read: 'прочитано' },
  device: { enrolled: 'зареєстровано', revoked: 'відкликано' },
} as const;
