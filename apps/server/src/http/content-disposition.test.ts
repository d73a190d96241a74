import { describe, expect, it } from 'vitest';
import { attachmentHeader } from './content-disposition.ts';

describe('the header of a download', () => {
  it.each<[string, string, string]>([
    ['хрест № 398.jpg', 'Ukrainian', `attachment; filename="_____ _ 398.jpg"; filename*=UTF-8''%D1%85%D1%80%D0%B5%D1%81%D1%82%20%E2%84%96%20398.jpg`],
    [`a"; filename="x.html`, 'quotes', `attachment; filename="a__ filename__x.html"; filename*=UTF-8''a%22%3B%20filename%3D%22x.html`],
    ['a\r\nset-cookie: x=1.txt', 'line breaks', `attachment; filename="aset-cookie_ x_1.txt"; filename*=UTF-8''aset-cookie%3A%20x%3D1.txt`],
    ['../../etc/passwd', 'folders', `attachment; filename="passwd"; filename*=UTF-8''passwd`],
    ['C:\\data\\plan.pdf', 'folders of Windows', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
    ['\ud800.jpg', 'half a character', `attachment; filename="_.jpg"; filename*=UTF-8''%EF%BF%BD.jpg`],
    ['photo\u202egpj.exe', 'a turned direction', `attachment; filename="photogpj.exe"; filename*=UTF-8''photogpj.exe`],
    [`it's (1)*!.txt`, 'signs with a meaning in the header', `attachment; filename="it_s _1___.txt"; filename*=UTF-8''it%27s%20%281%29%2A%21.txt`],
    ['..', 'no name', `attachment; filename="file"; filename*=UTF-8''file`],
  ])('holds %j (%s) safely', (name, _, header) => {
    expect(attachmentHeader(name)).toBe(header);
    expect(/^[\x20-\x7e]+$/.test(header)).toBe(true);
  });
});
