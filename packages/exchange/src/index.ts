export { type Issue } from './issue.ts';
export { tableLimits } from './table/limits.ts';
export { readTable, type TableOptions } from './table/read-table.ts';
export { type TableResult, type TableRow } from './table/table.ts';
export { type Separator } from './table/parse-csv.ts';
export { type TextEncoding } from './table/decode-text.ts';
export { writeCsv } from './table/write-csv.ts';
export { openZip, type ZipArchive } from './zip/open-zip.ts';
export { zipLimits, type ZipLimits } from './zip/directory.ts';
export {
  applyMapping,
  guessMapping,
  parseMapping,
  targets,
  type MappedTable,
  type Mapping,
} from './mapping/mapping.ts';
export { writeTemplate } from './mapping/write-template.ts';
export { type FieldSpec, type MappedRow, type MappingOptions, type Target, type TargetName } from './mapping/fields.ts';
export {
  detectProfileFormat,
  readGeneMapper,
  readProfiles,
  readProfilesLong,
  readProfilesWide,
} from './str/read-profiles.ts';
export {
  type Genotype,
  type ProfileFormat,
  type ProfileOptions,
  type ProfilesResult,
  type StrProfile,
} from './str/profile.ts';
export { writeProfiles, type WrittenProfile } from './str/write-profiles.ts';
export { findMarker, type KnownMarker } from './str/markers.ts';
export { parseAllele } from './str/alleles.ts';
export {
  readFrequencyTable,
  type FrequencyOptions,
  type FrequencyTable,
  type MarkerFrequencies,
} from './frequencies.ts';
export { gridToDegrees, type GridDatum } from './geo/grid-to-degrees.ts';
export { writeGeoJson, type GeoFeature } from './geo/write-geojson.ts';
export { documentLimits, type DocumentFormat, type DocumentText } from './documents/document.ts';
export { documentEncodings, type DocumentEncoding } from './documents/decode-document.ts';
export { readDocument, type DocumentOptions } from './documents/read-document.ts';
export { typedText } from './documents/typed-text.ts';
export { pedigreeLimits, type PedigreeFileOptions } from './pedigree-formats/text-file.ts';
export { type FamDvi, type FamFamily, type FamFile, type FamGenotypes, type FamMarker, type FamMutation, type FamPedigree, type FamPerson, type FamRelation, type FamRelations, type FamResult, type FamSubject } from './pedigree-formats/familias/fam-file.ts';
export { readFam } from './pedigree-formats/familias/read-fam.ts';
export { writeFam } from './pedigree-formats/familias/write-fam.ts';
export { famToCase, type CaseResult, type DviCase, type FamCaseOptions } from './pedigree-formats/familias/fam-to-case.ts';
export { caseToFam } from './pedigree-formats/familias/case-to-fam.ts';
export { readGedcom, type GedcomResult } from './pedigree-formats/gedcom/read-gedcom.ts';
export { writeGedcom, type GedcomOptions } from './pedigree-formats/gedcom/write-gedcom.ts';
export { readPed, type PedFile, type PedOptions, type PedResult } from './pedigree-formats/linkage/read-ped.ts';
export { writePed } from './pedigree-formats/linkage/write-ped.ts';
export { type CmfFile, type CmfLocus, type CmfResult, type CmfSpecimen } from './pedigree-formats/cmf/cmf-file.ts';
export { readCmf } from './pedigree-formats/cmf/read-cmf.ts';
export { writeCmf } from './pedigree-formats/cmf/write-cmf.ts';
export { writeFrequencyTable } from './write-frequencies.ts';
