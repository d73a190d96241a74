/** The part of pdfmake 0.3 that is used; the package brings no types. */
declare module 'pdfmake' {
  interface VirtualFiles {
    writeFileSync(name: string, content: string, encoding: 'base64'): void;
  }
  interface PdfMake {
    readonly virtualfs: VirtualFiles;
    setFonts(fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>>>): void;
    setUrlAccessPolicy(allow: (url: string) => boolean): void;
    setLocalAccessPolicy?(allow: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  }
  const pdfMake: PdfMake;
  export default pdfMake;
}

declare module 'pdfmake/build/fonts/Roboto.js' {
  const fonts: { readonly vfs: Readonly<Record<string, { readonly data: string; readonly encoding: 'base64' }>> };
  export default fonts;
}
