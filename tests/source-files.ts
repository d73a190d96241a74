import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The root of the clone. */
export const root = path.resolve(import.meta.dirname, '..');

const skipped = new Set(['node_modules', 'dist', '.git', '.build', 'data', 'coverage']);

/** Every file of the repository that people wrote, relative to the root, sorted; without what is installed or built. */
export function listFiles(folder = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name) || (name === 'data' && folder !== root))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(full) : [path.relative(root, full)];
    })
    .sort();
}

/** One of the npm workspaces. */
export interface Workspace {
  /** `@imena/...` */
  readonly name: string;
  /** Relative to the root. */
  readonly folder: string;
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
  /** What `exports` offers, for example `.`. */
  readonly doors: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** All workspaces, read from their `package.json`. */
export function listWorkspaces(): readonly Workspace[] {
  const folders = ['packages', 'apps', 'examples'].flatMap((parent) =>
    existsSync(path.join(root, parent)) ? readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`) : [],
  );
  return [...folders, 'bench']
    .filter((folder) => existsSync(path.join(root, folder, 'package.json')))
    .map(readWorkspace);
}

function readWorkspace(folder: string): Workspace {
  const manifest = readManifest(path.join(folder, 'package.json'));
  const names = (table: Readonly<Record<string, string>> = {}): string[] => Object.keys(table);
  return {
    name: manifest.name,
    folder,
    dependencies: new Set([
      ...names(manifest.dependencies),
      ...names(manifest.optionalDependencies),
      ...names(manifest.peerDependencies),
    ]),
    devDependencies: new Set(names(manifest.devDependencies)),
    doors: Object.keys(manifest.exports ?? {}),
  };
}

/** Reads a `package.json`, path relative to the root. */
export function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest;
}

/** One import, export-from or `import()` of a file. */
export interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  /** Erased when compiled: `import type`, or every name in it marked `type`. */
  readonly typeOnly: boolean;
}

const parsed = new Map<string, ts.SourceFile>();

/** A source file as TypeScript's tree; each is parsed once. */
export function parseFile(file: string): ts.SourceFile {
  const found = parsed.get(file);
  if (found !== undefined) return found;
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
    kind,
  );
  parsed.set(file, source);
  return source;
}

/** Calls `visit` for every node of a file. */
export function walk(file: string, visit: (node: ts.Node, line: number) => void): void {
  const source = parseFile(file);
  const down = (node: ts.Node): void => {
    visit(node, source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
    ts.forEachChild(node, down);
  };
  down(source);
}

/** Every import of a file in any of its forms; a computed `import(x)` has the specifier `?`. */
export function listImports(file: string): readonly Import[] {
  const found: Import[] = [];
  walk(file, (node, line) => {
    const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
      if (specifier === undefined) return;
      found.push({ file, line, specifier: ts.isStringLiteralLike(specifier) ? specifier.text : '?', typeOnly });
    };
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeExport(node));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
  });
  return found;
}

function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  if (importClause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  return (
    exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.length > 0 &&
    exportClause.elements.every((e) => e.isTypeOnly)
  );
}

/** Whether a file is a test, or serves tests only. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || /(^|\/)testing\//.test(file);
}

/** TypeScript files of the workspaces. */
export function listSources(): readonly string[] {
  return listFiles().filter(
    (file) => /^(packages|apps|examples|bench)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
  );
}

/** `file:line what`, for lists of offences. */
export function at(file: string, line: number, what: string): string {
  return `${file}:${line} ${what}`;
}
