import type { CertificateInput, ReportLanguage } from './certificate/certificate-input.ts';
import type { LabelInput } from './label/label-input.ts';

const markers = [
  ['D3S1358', 0.512], ['D1S1656', 0.894], ['D2S441', 0.377], ['D10S1248', 0.401], ['D13S317', 0.688], ['Penta E', 1.204], ['D16S539', 0.455], ['D18S51', 0.93], ['D2S1338', 0.812],
  ['CSF1PO', 0.301], ['Penta D', 0.777], ['TH01', -0.214], ['vWA', 0.539], ['D21S11', 0.734], ['D7S820', 0.466], ['D5S818', 0.288], ['TPOX', 0.254], ['D8S1179', 0.601], ['D12S391', 0.985], ['D19S433', 0.642], ['D22S1045', 0.349], ['FGA', 0.888],
] as const;

/** An invented certificate for tests: every name in it is of the synthetic kind. */
export function sampleCertificate(language: ReportLanguage): CertificateInput {
  const uk = language === 'uk';
  return {
    language, printedAt: '2023-04-01T12:00:00+03:00', synthetic: true, installation: 'Imena, demonstration', code: 'ID-0001', stage: 'established', ground: 'dna',
    argument: uk ? 'ДНК матері й батька, повний профіль; зріст, вік і знак на могилі узгоджуються.' : 'DNA of mother and father, full profile; stature, age and the marker agree.',
    person: {
      code: 'AM-0115', sex: 'male', birthDate: '1988-03-12', lastSeenOn: '2022-04', lastSeenPlace: 'Ізюм, біля ринку',
      names: [{ kind: 'legal', text: 'Вигаденко Олексій Іванович' }, { kind: 'as_said', text: 'Выгаденко Алексей Иванович' }, { kind: 'on_document', text: 'Vyhadenko Oleksii' }],
    },
    site: { code: 'IZM', name: uk ? 'Ізюм, місце поховання в сосновому лісі' : 'Izium, burial ground in the pine forest' },
    remains: [
      { code: 'IZM-A-0042-K', completeness: 'nearly_complete', bag: 'B-0042', grave: 'G-117', aliases: [{ alias: '398', origin: uk ? 'номер на хресті' : 'number on the cross' }, { alias: 'M-217', origin: uk ? 'бирка моргу' : 'tag of the mortuary' }] },
      { code: 'IZM-A-0043-I', completeness: 'body_part', bag: 'B-0043', grave: 'G-118', aliases: [] },
    ],
    missingParts: uk ? 'Права кисть.' : 'The right hand.',
    dna: {
      references: [{ code: 'REF-0188', relation: 'mother', markersTyped: 23, kit: 'PowerPlex Fusion 6C' }, { code: 'REF-0189', relation: 'father', markersTyped: 22, kit: 'PowerPlex Fusion 6C' }],
      markersUsed: markers.map(([marker, log10Lr]) => ({ marker, log10Lr })), markersDropped: [{ marker: 'SE33', reason: 'referencesNotTyped' }],
      frequencyTable: { name: 'norSTR Europe', source: 'norSTR allele frequencies (50 STR markers), Oslo University Hospital, Department of Forensic Sciences; MIT licence' },
      theta: 0.01, mutation: uk ? 'покрокова за статтю батьків, діапазон 0,1' : 'stepwise, by sex of the parent, range 0.1', minimumFrequency: 0.001, lnLr: 29.67, prior: 1 / 121,
      priorExplanation: uk ? '1/(N + 1): зниклих у цій події — 120, і можливо, що останки нічиї з них.' : '1/(N + 1): 120 people are missing in this event, and the remains may be none of them.',
      posterior: { probability: 1 - 1.56e-11, complement: 1.56e-11 }, posteriorWithoutPrior: { probability: 1 - 1.3e-13, complement: 1.3e-13 }, threshold: 0.9995,
    },
    agrees: [
      { kind: 'age', found: uk ? '26–44 роки' : '26 to 44 years', reported: uk ? '34 роки' : '34 years', log10Lr: 0.31 },
      { kind: 'stature', found: '1731–1861 мм', reported: '1770–1830 мм', log10Lr: 0.42 },
    ],
    contradicts: [{
      kind: 'sex', found: uk ? 'жіноча' : 'female', reported: uk ? 'чоловіча' : 'male', log10Lr: -1.7,
      resolution: { explanation: uk ? 'Амелогенін XY; у формі огляду позначено не ту клітинку, експерт підтвердив.' : 'Amelogenin XY; the wrong box was ticked, as the examiner confirmed.', by: uk ? 'Аналітик 1 (синтетичний)' : 'Analyst 1 (synthetic)', at: '2023-03-20T09:30:00+02:00' },
    }],
    proposed: { name: uk ? 'Аналітик 1 (синтетичний)' : 'Analyst 1 (synthetic)', role: 'analyst', at: '2023-03-20T09:31:00+02:00' },
    reviews: [{ name: uk ? 'Комісія 1 (синтетична)' : 'Board 1 (synthetic)', role: 'board', at: '2023-03-21T14:00:00+02:00', verdict: 'agreed', explanation: uk ? 'Перераховано з файлу; числа збіглися.' : 'Recomputed from the file; the figures agree.' }],
    signatures: [
      { name: uk ? 'Комісія 1 (синтетична)' : 'Board 1 (synthetic)', role: 'board', at: '2023-03-22T10:05:00+02:00', keyKind: 'passphrase', key: 'ed25519:9a1c77d04b6e2f5588c0b3a4e19d7f60' },
      { name: uk ? 'Комісія 2 (синтетична)' : 'Board 2 (synthetic)', role: 'board', at: '2023-03-22T11:40:00+02:00', keyKind: 'passkey', key: 'ed25519:41d8e0aa93f7415cb20e6d8c5577a1b3' },
    ],
    dissents: [{ name: uk ? 'Комісія 3 (синтетична)' : 'Board 3 (synthetic)', role: 'board', at: '2023-03-22T12:10:00+02:00', explanation: uk ? 'Бажано дочекатися другого зразка кістки.' : 'Would wait for a second sample of bone.' }],
    certified: null,
    limits: [{ kind: 'second_solver_not_run' }, { kind: 'siblings_not_told_apart' }, { kind: 'rates_unverified' }, { kind: 'population_of_table' }, { kind: 'scale_unverified' }, { kind: 'parts_not_covered' }],
    decisionHash: '5f3c9d1b7a2e4860c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738',
    run: { id: '0186b2c4-5d6e-7f80-9a1b-2c3d4e5f6071', code: 'RUN-0003', inputsHash: 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90', software: '@imena/kinship 0.1.0' },
    entries: Array.from({ length: 9 }, (_, at) => `0186b2c4-5d6e-7f80-9a1b-2c3d4e5f607${at}`),
    checkpoint: {
      text: 'imena.example/log/4f1c\n3117\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— imena.example/log/4f1c Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n',
      size: '3117', root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    },
  };
}

export function sampleLabel(size: LabelInput['size']): LabelInput {
  return {
    size, language: 'uk', code: 'IZM-A-0042-K', site: { code: 'IZM', name: 'Ізюм, місце поховання в сосновому лісі' }, grave: 'G-117', bag: 'B-0042', seal: 'S-34848',
    recoveredOn: '2022-09-17', installation: 'Imena, demonstration', printedAt: '2022-09-17T16:20:00+03:00', synthetic: true,
  };
}
