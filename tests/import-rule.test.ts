import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  at,
  isTest,
  listImports,
  listSources,
  listWorkspaces,
  readManifest,
  root,
  type Import,
  type Workspace,
} from './source-files.ts';

/** A package imports only from lower levels; `apps` and everything beside them stand above all of these. */
const levels: Readonly<Record<string, number>> = {
  ...{ problem: 0, synth: 0 },
  ...{ kinship: 1, names: 1, ledger: 1, testimony: 1 },
  ...{ record: 2, exchange: 2 },
  ...{ sync: 3, matching: 3, report: 3 },
};

/** Which workspaces above the packages may import which others; `cli` runs the server's use cases. */
const above: Readonly<Record<string, readonly string[]>> = {
  'apps/server': ['@imena/izium'],
  'apps/cli': ['@imena/server', '@imena/izium'],
  bench: ['@imena/server', '@imena/izium'],
};

/** Packages that must be usable alone. */
const importsNothing = ['packages/kinship'];

const workspaces = listWorkspaces();
const imports = listSources().flatMap((file) => listImports(file));
const devTools = new Set(Object.keys(readManifest('package.json').devDependencies ?? {}));

function workspaceOf(file: string): Workspace {
  const found = workspaces.find(({ folder }) => file.startsWith(`${folder}/`));
  if (found === undefined) throw new Error(`${file} belongs to no workspace`);
  return found;
}

const isBuiltin = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);
const isRelative = (specifier: string): boolean => specifier.startsWith('.');
const isOwn = (specifier: string): boolean => specifier.startsWith('@imena/');
/** `@scope/name/deep` → `@scope/name`; the query of a bundler (`?worker`) is none of the name. */
const packageOf = (specifier: string): string =>
  specifier
    .replace(/\?.*$/, '')
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const offences = (list: readonly Import[]): readonly string[] =>
  list.map(({ file, line, specifier }) => at(file, line, `imports ${specifier}`));

describe('the import rule', () => {
  it('sees the imports of every workspace (a rule that reads nothing cannot fail)', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(
      imports.filter(({ specifier }) => specifier === '?').map(({ file, line }) => at(file, line, 'import(...)')),
    ).toEqual([]);
  });

  it('gives every package a level', () => {
    const unknown = workspaces.filter(
      ({ folder }) => folder.startsWith('packages/') && levels[path.basename(folder)] === undefined,
    );
    expect(unknown.map(({ folder }) => folder)).toEqual([]);
  });

  it('lets a package import only from lower levels', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (!file.startsWith('packages/') || !isOwn(specifier)) return false;
      const from = levels[path.basename(workspaceOf(file).folder)] ?? -1;
      const to = levels[packageOf(specifier).slice('@imena/'.length)];
      // Synthetic data are for tests: they may be made anywhere, and reach no program through a package.
      return !(isTest(file) && packageOf(specifier) === '@imena/synth') && (to === undefined || to >= from);
    });
    expect(offences(wrong)).toEqual([]);
  });

  it('lets apps, examples and benchmarks import packages, and each other only where that is written down', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (file.startsWith('packages/') || !isOwn(specifier)) return false;
      const { folder } = workspaceOf(file);
      const name = packageOf(specifier);
      return levels[name.slice('@imena/'.length)] === undefined && !(above[folder] ?? []).includes(name);
    });
    expect(offences(wrong)).toEqual([]);
  });

  it('keeps the verifier free of every package, so that it is independent', () => {
    expect(
      offences(imports.filter(({ file, specifier }) => file.startsWith('apps/verify/') && isOwn(specifier))),
    ).toEqual([]);
  });

  it('keeps kinship free of every import, so that it can be published alone', () => {
    const wrong = imports.filter(
      ({ file, specifier }) =>
        importsNothing.some((folder) => file.startsWith(`${folder}/`)) && !isTest(file) && !isRelative(specifier),
    );
    expect(offences(wrong)).toEqual([]);
  });

  it('reaches a neighbour only through its door', () => {
    const deep = imports.filter(({ specifier }) => {
      if (!isOwn(specifier)) return false;
      const neighbour = workspaces.find(({ name }) => name === packageOf(specifier));
      const door = `.${specifier.slice(packageOf(specifier).length)}`;
      return neighbour === undefined || !neighbour.doors.includes(door);
    });
    const across = imports.filter(({ file, specifier }) => {
      if (!isRelative(specifier)) return false;
      const target = path.posix.join(path.posix.dirname(file), specifier);
      return !target.startsWith(`${workspaceOf(file).folder}/`);
    });
    expect(offences([...deep, ...across])).toEqual([]);
  });

  it('declares in package.json what the code imports', () => {
    const wrong = imports.filter(({ file, specifier, typeOnly }) => {
      if (isRelative(specifier) || isBuiltin(specifier) || /^(virtual:|\/)/.test(specifier)) return false;
      const workspace = workspaceOf(file);
      const name = packageOf(specifier);
      const test = isTest(file) || /\.config\.ts$/.test(file) || workspace.folder === 'bench';
      if (name === workspace.name || workspace.dependencies.has(name)) return false;
      return !(
        (test || typeOnly) &&
        (workspace.devDependencies.has(name) || devTools.has(name) || (test && isOwn(name)))
      );
    });
    expect(offences(wrong)).toEqual([]);
  });

  it('keeps node out of the packages, which also run in a browser', () => {
    const wrong = imports.filter(
      ({ file, specifier }) => file.startsWith('packages/') && !isTest(file) && isBuiltin(specifier),
    );
    expect(offences(wrong)).toEqual([]);
  });

  it('names files with their ending, and names none that is not there', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (!isRelative(specifier)) return false;
      // AssemblyScript adds the ending itself and takes none.
      const ending = file.startsWith('packages/kinship/assembly/') ? '.ts' : '';
      return !existsSync(path.join(root, path.dirname(file), specifier.replace(/\?.*$/, '') + ending));
    });
    expect(offences(wrong)).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(findCircles(fileGraph()).map((circle) => circle.join(' → '))).toEqual([]);
  });
});

/** Which file loads which when the program runs; imports of types alone are gone by then. */
function fileGraph(): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>();
  for (const { file, specifier, typeOnly } of imports) {
    if (typeOnly) continue;
    const target = isRelative(specifier)
      ? path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''))
      : doorOf(specifier);
    if (target !== null) graph.set(file, [...(graph.get(file) ?? []), target]);
  }
  return graph;
}

function doorOf(specifier: string): string | null {
  const neighbour = workspaces.find(({ name }) => name === specifier);
  return neighbour === undefined ? null : `${neighbour.folder}/src/index.ts`;
}

/** Circles found by walking in depth: each is reported once, from the file where the walk met it. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    const met = trail.indexOf(file);
    if (met !== -1) circles.push([...trail.slice(met), file]);
    if (met !== -1 || done.has(file)) return;
    trail.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    trail.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return circles;
}
