import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository.mjs';

/**
 * @typedef {'packages' | 'server' | 'cli' | 'web' | 'examples' | 'bench'} Group
 *
 * @typedef {object} Target one thing to build
 * @property {string} name its folder, as shown to people
 * @property {Group} group
 * @property {'bundle' | 'vite'} kind
 * @property {Record<string, string>} entries output file (below `<folder>/dist`) to source file, absolute
 * @property {string} folder absolute
 * @property {readonly string[]} sources folders and files whose content decides whether it is stale, absolute
 * @property {boolean} inline whether the project's own packages are built in (programs) or imported (packages)
 */

/** @type {readonly Group[]} */
export const everyGroup = ['packages', 'examples', 'server', 'cli', 'web', 'bench'];

/**
 * Everything of these groups that has something to build now.
 *
 * @param {readonly Group[]} groups
 * @returns {readonly Target[]}
 */
export function findTargets(groups) {
  const workspaces = readWorkspaces();
  return workspaces.flatMap((workspace) => {
    if (!groups.includes(workspace.group)) return [];
    const sources = [...ownSources(workspace), ...dependenciesOf(workspace, workspaces).flatMap(ownSources)];
    const target = {
      name: path.relative(root, workspace.folder),
      group: workspace.group,
      folder: workspace.folder,
      sources,
    };
    if (workspace.group === 'web') {
      return existsSync(path.join(workspace.folder, 'index.html'))
        ? [{ ...target, kind: 'vite', entries: {}, inline: true }]
        : [];
    }
    const entries = entriesOf(workspace);
    const inline = !['packages', 'examples'].includes(workspace.group);
    return Object.keys(entries).length === 0 ? [] : [{ ...target, kind: 'bundle', entries, inline }];
  });
}

function readWorkspaces() {
  const folders = ['packages', 'apps', 'examples'].flatMap((parent) => {
    const folder = path.join(root, parent);
    return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
  });
  return [...folders, path.join(root, 'bench')]
    .filter((folder) => existsSync(path.join(folder, 'package.json')))
    .map((folder) => ({
      folder,
      group: groupOf(folder),
      manifest: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
    }));
}

/** @returns {Group | 'other'} */
function groupOf(folder) {
  const [parent, name] = path.relative(root, folder).split(path.sep);
  if (parent === 'packages' || parent === 'examples' || parent === 'bench') return parent;
  return ['server', 'cli', 'web'].includes(name) ? name : 'other';
}

/** Programs begin in `main.ts`, helpers they start in `worker.ts`; what others import is behind the doors of `exports`. */
function entriesOf({ folder, group, manifest }) {
  if (group === 'bench') {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts')); // what they share lies in folders below
    return Object.fromEntries(names.map((name) => [name.replace(/\.ts$/, '.js'), path.join(folder, name)]));
  }
  const doors = Object.values(manifest.exports ?? {}).map((door) => door['imena-source'] ?? '');
  const files = [...doors, './src/main.ts', './src/worker.ts'].filter(
    (file) => file !== '' && existsSync(path.join(folder, file)),
  );
  return Object.fromEntries(
    files.map((file) => [path.basename(file).replace(/\.ts$/, '.js'), path.join(folder, file)]),
  );
}

function ownSources({ folder, group }) {
  if (group === 'bench') return [folder];
  const extra =
    group === 'web' ? ['index.html', 'vite.config.ts', 'postcss.config.cjs', 'postcss.config.js', 'public'] : [];
  return ['src', 'package.json', ...extra].map((name) => path.join(folder, name)).filter((name) => existsSync(name));
}

function dependenciesOf(workspace, all, seen = new Set()) {
  // Benchmarks measure every package, whether they declare it or not; one measured as it was an hour ago would mislead.
  if (workspace.group === 'bench') return all.filter((other) => other !== workspace && other.group !== 'web');
  const wanted = Object.keys({ ...workspace.manifest.dependencies, ...workspace.manifest.devDependencies });
  for (const other of all.filter(({ manifest }) => wanted.includes(manifest.name))) {
    if (seen.has(other)) continue;
    seen.add(other);
    dependenciesOf(other, all, seen);
  }
  return [...seen];
}
