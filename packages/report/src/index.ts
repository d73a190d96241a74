export type {
  CertificateAct, CertificateDna, CertificateEvidence, CertificateInput, CertificateLimit, CertificateName, CertificatePerson, CertificateReference, CertificateRemains, CertificateSignature, Code, ReportLanguage,
} from './certificate/certificate-input.ts';
export { certificatePdf } from './certificate/certificate-pdf.ts';
export type { LabelInput } from './label/label-input.ts';
export { labelPdf } from './label/label-pdf.ts';
export { enfsiScale, verbalText, type VerbalBand, type VerbalScale, type VerbalText } from './verbal-scale.ts';
export { formatProbability, formatRatio } from './words/format.ts';
