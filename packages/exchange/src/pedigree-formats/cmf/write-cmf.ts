import { refuse } from '@imena/problem';
import { checkWritable } from '../text-file.ts';
import { cmfLengths, cmfNamespace, type CmfFile, type CmfLocus, type CmfSpecimen } from './cmf-file.ts';

/** XML date and time, to the second. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Writes a CODIS import file, CMF 3.2. Every field that the format demands must be there and short enough; nothing is cut.
 *
 * Refuses with `exchange.write_text`, `exchange.cmf_version`, `exchange.cmf_specimens`, `exchange.cmf_alleles`.
 */
export function writeCmf(file: CmfFile): string {
  if (file.version !== '3.2') refuse('exchange.cmf_version', { version: file.version });
  const ids = new Set(file.specimens.map(({ id }) => id));
  if (ids.size === 0 || ids.size !== file.specimens.length) refuse('exchange.cmf_specimens');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>', `<CODISImportFile xmlns="${cmfNamespace}">`,
    ...element('HEADERVERSION', file.version), ...element('MESSAGETYPE', file.messageType), ...element('DESTINATIONORI', file.destination), ...element('SOURCELAB', file.sourceLab),
    ...element('SUBMITBYUSERID', file.submittedBy), ...element('SUBMITDATETIME', moment(file.submittedAt)),
    ...optional('BATCHID', file.batch), ...optional('KIT', file.kit),
    ...file.specimens.flatMap(specimenLines), '</CODISImportFile>',
  ];
  return `${lines.join('\n')}\n`;
}

function specimenLines(specimen: CmfSpecimen): readonly string[] {
  const attributes = [attribute('SOURCEID', specimen.sourceId), attribute('CASEID', specimen.caseId), specimen.isPartial ? ' PARTIAL="true"' : ''].join('');
  return [
    `<SPECIMEN${attributes}>`, ...element('SPECIMENID', specimen.id), ...element('SPECIMENCATEGORY', specimen.category), ...optional('SPECIMENCOMMENT', specimen.comment),
    ...specimen.loci.flatMap(locusLines), '</SPECIMEN>',
  ];
}

function locusLines(locus: CmfLocus): readonly string[] {
  if (locus.alleles.length === 0 || locus.alleles.length > 8) refuse('exchange.cmf_alleles', { marker: locus.name, found: locus.alleles.length });
  return [
    `<LOCUS${attribute('BATCHID', locus.batch)}${attribute('KIT', locus.kit)}>`, ...element('LOCUSNAME', locus.name),
    ...element('READINGBY', locus.readBy ?? ''), ...element('READINGDATETIME', moment(locus.readAt ?? '')),
    ...locus.alleles.flatMap((allele) => ['<ALLELE>', ...element('ALLELEVALUE', allele), '</ALLELE>']), '</LOCUS>',
  ];
}

function moment(text: string): string {
  return dateTime.test(text) ? text : refuse('exchange.write_text', { text: text.slice(0, 80), field: 'DATETIME' });
}

/** Text as XML holds it; empty and too long ones are refused. */
function escaped(name: string, value: string): string {
  const text = checkWritable(value, name, /[\ufffe\uffff]/);
  if (text.length > (cmfLengths[name] ?? 255)) refuse('exchange.write_text', { text: text.slice(0, 80), field: name });
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function element(name: string, value: string): readonly string[] {
  return [`<${name}>${escaped(name, value)}</${name}>`];
}

function optional(name: string, value: string | null): readonly string[] {
  return value === null ? [] : element(name, value);
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escaped(name, value)}"`;
}
