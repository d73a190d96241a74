import { refuse } from '@imena/problem';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../../issue.ts';
import { buildProfiles } from '../../str/build-profiles.ts';
import type { ProfileOptions, RawGenotype } from '../../str/profile.ts';
import { inFile, readText, type PedigreeFileOptions } from '../text-file.ts';
import { cmfLengths, cmfNamespace, type CmfFile, type CmfLocus, type CmfResult, type CmfSpecimen } from './cmf-file.ts';
import { readXmlTree, type XmlElement } from './xml-tree.ts';

/**
 * Reads a CODIS import file (CMF 3.2 XML; 3.3, which adds only loci, too) into its specimens and their profiles. CODIS
 * writes a homozygote with one allele: say so with `singleAllele: 'homozygote'` where the laboratory confirms it.
 *
 * Refuses with `exchange.cmf_format`, `exchange.cmf_version`, `exchange.xml_*`. Source: CODIS Rapid Import CMF
 * specification (FBI, 2019), OSIRIS (NCBI).
 */
export function readCmf(bytes: Uint8Array, options: PedigreeFileOptions & ProfileOptions): CmfResult {
  return inFile(options.fileName, () => {
    const root = readXmlTree(readText(bytes, options.encoding));
    if (root.name !== 'CODISImportFile' || (root.namespace !== cmfNamespace && root.namespace !== '')) refuse('exchange.cmf_format', { element: visible(root.name) }, { row: root.row });
    const context: Context = { file: options.fileName, issues: [] };
    const version = textOf(root, 'HEADERVERSION', context) ?? '';
    if (!/^3\.[23]$/.test(version)) refuse('exchange.cmf_version', { version: visible(version) }, { row: root.row });
    const raw: RawGenotype[] = [];
    const specimens = root.children.filter(({ name }) => name === 'SPECIMEN').flatMap((element) => readSpecimen(element, context, raw));
    const file: CmfFile = {
      version, messageType: textOf(root, 'MESSAGETYPE', context) ?? '',
      destination: textOf(root, 'DESTINATIONORI', context) ?? '', sourceLab: textOf(root, 'SOURCELAB', context) ?? '',
      submittedBy: textOf(root, 'SUBMITBYUSERID', context) ?? '', submittedAt: textOf(root, 'SUBMITDATETIME', context) ?? '',
      batch: textOf(root, 'BATCHID', context), kit: textOf(root, 'KIT', context), specimens,
    };
    const { profiles } = buildProfiles(raw, { format: 'long', file: options.fileName, options, issues: context.issues });
    return { file, profiles, issues: context.issues };
  });
}

/** Spellings that CMF 3.2 lists beside the usual ones: the letter O for zero, zero for the letter. */
const spellings: Readonly<Record<string, string>> = { THO1: 'TH01', TP0X: 'TPOX' };

interface Context {
  readonly file: string;
  readonly issues: Issue[];
}

function textOf(element: XmlElement, name: string, { file, issues }: Context): string | null {
  const [child, again] = element.children.filter((one) => one.name === name);
  if (child === undefined) return null;
  if (again !== undefined) issues.push(warningAt({ file, row: again.row, column: name }, 'exchange.cmf_element_twice', { element: name }));
  return within(child.text.trim(), name, { file, issues, row: child.row });
}

function attributeOf(element: XmlElement, name: string, context: Context): string | null {
  const value = element.attributes.get(name);
  return value === undefined ? null : within(value, name, { ...context, row: element.row });
}

function within(text: string, name: string, { file, issues, row }: Context & { readonly row: number }): string {
  const limit = cmfLengths[name];
  if (limit !== undefined && text.length > limit) issues.push(warningAt({ file, row, column: name }, 'exchange.cmf_length', { element: name, limit }));
  checkIssueCount(issues);
  return text;
}

function readSpecimen(element: XmlElement, context: Context, raw: RawGenotype[]): readonly CmfSpecimen[] {
  const id = textOf(element, 'SPECIMENID', context) ?? '';
  if (id === '') {
    context.issues.push(errorAt({ file: context.file, row: element.row, column: 'SPECIMENID' }, 'exchange.sample_missing'));
    return [];
  }
  const loci = element.children.filter(({ name }) => name === 'LOCUS').flatMap((locus): readonly CmfLocus[] => {
    const name = textOf(locus, 'LOCUSNAME', context) ?? '';
    const values = locus.children.filter((one) => one.name === 'ALLELE').map((one) => textOf(one, 'ALLELEVALUE', context) ?? '');
    if (name === '') {
      context.issues.push(errorAt({ file: context.file, row: locus.row, column: 'LOCUSNAME' }, 'exchange.marker_missing'));
      return [];
    }
    raw.push({ row: locus.row, sample: id, marker: spellings[name] ?? name, heights: [], alleles: values.filter((text) => text !== '').map((text) => ({ text, column: 'ALLELEVALUE' })) });
    return [{ name, kit: attributeOf(locus, 'KIT', context), batch: attributeOf(locus, 'BATCHID', context), readBy: textOf(locus, 'READINGBY', context), readAt: textOf(locus, 'READINGDATETIME', context), alleles: values }];
  });
  return [{
    id, loci, category: textOf(element, 'SPECIMENCATEGORY', context) ?? '', comment: textOf(element, 'SPECIMENCOMMENT', context),
    isPartial: /^(true|1|yes)$/i.test(attributeOf(element, 'PARTIAL', context) ?? ''), sourceId: attributeOf(element, 'SOURCEID', context), caseId: attributeOf(element, 'CASEID', context),
  }];
}
