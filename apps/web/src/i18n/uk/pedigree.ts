export const pedigree = {
  title: 'Родовід', chooseMember: 'Родовід: стрілки пересувають, Enter вибирає', inWords: 'Родовід словами',
  sex: { male: 'чоловіча стать', female: 'жіноча стать', unknown: 'стать невідома' },
  state: { alive: 'жива особа', dead: 'померла особа', missing: 'зникла особа', unknown: 'невідомо, чи жива особа' },
  typed: 'є ДНК-профіль', notTyped: 'ДНК-профілю немає',
  childOf: 'батьки: {{father}} і {{mother}}',
  remainsHere: 'на цьому місці можуть бути останки', remainsCode: '{{code}} тут?',
} as const;
