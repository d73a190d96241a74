import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

describe('a QR code as a path', () => {
  it('draws each run of dark modules of a row as one rectangle, up to the edge and no further', () => {
    expect(qrPath(3, [1, 1, 0, 0, 0, 1, 1, 0, 1])).toBe('M0 0h2v1h-2zM2 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z');
  });
  it('draws nothing for an empty square', () => expect(qrPath(2, [0, 0, 0, 0])).toBe(''));
});
