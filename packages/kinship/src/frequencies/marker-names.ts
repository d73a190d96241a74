import kits from './kits.json' with { type: 'json' };

/** Spellings that laboratories and kits use, by the name this system uses. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  vWA: ['VWA31', 'VWA31A'],
  SE33: ['ACTBP2'],
  FGA: ['HUMFIBRA', 'FIBRA'],
  TH01: ['HUMTH01', 'TC11'],
  CSF1PO: ['CSF'],
  'Penta C': [],
  'Penta D': [],
  'Penta E': [],
  AMEL: ['Amelogenin', 'AM'],
  'Y indel': [],
  YGATAH4: ['Y-GATA-H4'],
};

const plain = (name: string): string => name.toUpperCase().replace(/[\s_-]/g, '');

const canonical = new Map<string, string>();
for (const [name, others] of Object.entries(spellings)) for (const spelling of [name, ...others]) canonical.set(plain(spelling), name);

/** The name this system uses for a marker, whatever its spelling: "PENTA_E", "PentaE" -> "Penta E"; an unknown name in capitals, without blanks. */
export function canonicalMarkerName(name: string): string {
  return canonical.get(plain(name)) ?? plain(name);
}

/** Autosomal STR markers of the commercial kits, by the kit's name. */
export function kitMarkers(): Readonly<Record<string, readonly string[]>> {
  return kits.kits;
}
