import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, readManifest, root } from './source-files.ts';

interface Lockfile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly resolved?: string; readonly link?: boolean; readonly integrity?: string; readonly inBundle?: boolean }
    >
  >;
}

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lockfile;

describe('the lockfile', () => {
  it('names no download address, so that everybody installs from the registry they trust', () => {
    const addresses = Object.entries(packages).filter(
      ([, { resolved, link }]) => resolved !== undefined && link !== true,
    );
    expect(addresses.map(([name]) => name)).toEqual([]);
  });

  it('pins every package from outside by its hash', () => {
    const outside = Object.entries(packages).filter(
      ([name, { link, inBundle }]) => name.includes('node_modules/') && link !== true && inBundle !== true,
    );
    expect(outside.length).toBeGreaterThan(100);
    expect(outside.filter(([, { integrity }]) => integrity === undefined).map(([name]) => name)).toEqual([]);
  });

  it('is of exact versions: no range stands in a package.json', () => {
    const manifests = listFiles().filter((file) => path.basename(file) === 'package.json');
    const ranges = manifests.flatMap((file) => {
      const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = readManifest(file);
      const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
      return all
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${file}: ${name} ${version}`);
    });
    expect(ranges).toEqual([]);
  });

  it('stands beside no file that names the address of a package registry', () => {
    const address = /https?:\/\/[^\s"'`)<>]*(registry|npmjs|npmmirror|artifactory|verdaccio|jfrog)[^\s"'`)<>]*/i;
    const text = /\.(ts|tsx|mjs|cjs|js|json|md|ya?ml|html|css|sh|npmrc)$|(^|\/)(\.npmrc|\.ci\/run)$/;
    const found = listFiles()
      .filter((file) => text.test(file))
      .flatMap((file) => address.exec(readFileSync(path.join(root, file), 'utf8'))?.[0] ?? []);
    expect(found).toEqual([]);
  });
});
