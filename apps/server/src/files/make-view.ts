import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { refuse } from '@imena/problem';
import sharp from 'sharp';

export type View = 'thumb' | 'screen';

const edge: Readonly<Record<View, number>> = { thumb: 320, screen: 1600 };
/** Larger images are not decoded: a few bytes can claim to be 65,535 pixels wide. */
const maximumPixels = 120_000_000;
const secondsPerView = 20;
const jobsAtOnce = 2;

// Only the decoders of photographs. SVG above all is a program that can fetch files.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif', 'VipsForeignLoadTiff'] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * A re-encoded JPEG of an image, upright, without EXIF, place or profile; kept beside the files and made anew when gone.
 * @param source the original's path
 * @returns the path of the view
 * @throws Problem `files.no_view` when the file is no image that can be shown safely
 */
export async function makeView(source: string, { folder, sha256, view }: { readonly folder: string; readonly sha256: string; readonly view: View }): Promise<string> {
  const place = viewPlace(folder, sha256, view);
  if (await isThere(place)) return place;
  return withTurn(async () => {
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    const draft = `${place}.${randomBytes(6).toString('hex')}`;
    try {
      await sharp(source, { limitInputPixels: maximumPixels, failOn: 'error', pages: 1 })
        .timeout({ seconds: secondsPerView })
        .autoOrient()
        .resize({ width: edge[view], height: edge[view], fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: view === 'thumb' ? 70 : 82 })
        .toFile(draft);
    } catch (error) {
      await rm(draft, { force: true });
      // Whatever the decoder says, the file is what somebody sent: a refusal, not a failure of ours.
      return refuse('files.no_view', { reason: error instanceof Error ? error.message.slice(0, 200) : '' });
    }
    await rename(draft, place);
    return place;
  });
}

/** Removes what was made of a file, when the file itself goes. */
export async function removeViews(folder: string, sha256: string): Promise<void> {
  for (const view of ['thumb', 'screen'] as const) await rm(viewPlace(folder, sha256, view), { force: true });
}

function viewPlace(folder: string, sha256: string, view: View): string {
  return path.join(folder, 'views', sha256.slice(0, 2), `${sha256}-${view}.jpg`);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then((found) => found.isFile(), () => false);
}

let running = 0;
const waiting: (() => void)[] = [];

async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= jobsAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}
