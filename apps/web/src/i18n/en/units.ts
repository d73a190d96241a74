/** Units of figures that sources use often, by their English plural as it stands in the statement; others are shown as written. */
export const units = {
  graves_one: 'grave', graves_other: 'graves', bodies_one: 'body', bodies_other: 'bodies', weeks_one: 'week', weeks_other: 'weeks', months_one: 'month', months_other: 'months', days_one: 'day', days_other: 'days', years_one: 'year', years_other: 'years',
  residents_one: 'resident', residents_other: 'residents', people_one: 'person', people_other: 'people', persons_one: 'person', persons_other: 'persons', trenches_one: 'trench', trenches_other: 'trenches', miles_one: 'mile', miles_other: 'miles', kilometres_one: 'kilometre', kilometres_other: 'kilometres',
  houses_one: 'house', houses_other: 'houses', 'years of age_one': 'year of age', 'years of age_other': 'years of age', 'body bags_one': 'body bag', 'body bags_other': 'body bags', 'further burial sites found_one': 'further burial site found', 'further burial sites found_other': 'further burial sites found', crosses_one: 'cross', crosses_other: 'crosses', 'number on a cross_one': 'number on a cross', 'number on a cross_other': 'number on a cross',
} as const;
