export { PedigreeChart, type PedigreeChartProps } from './pedigree-chart.tsx';
export { layoutPedigree, type PedigreeLayout, type PlacedCouple, type PlacedPerson } from './layout-pedigree.ts';
export { type PedigreePerson } from './pedigree-person.ts';
export { describePerson } from './person-words.ts';
export { pedigreeMembers } from './read-members.ts';
