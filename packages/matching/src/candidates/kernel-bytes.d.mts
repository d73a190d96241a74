/** The compiled kernel of searches (assembly/kernel.ts) as base64; the module is made by `npm run build` and before tests. */
export const kernelBase64: string;
