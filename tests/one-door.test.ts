import { existsSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { at, isTest, listSources, listWorkspaces, parseFile, root, walk } from './source-files.ts';

const packages = listWorkspaces().filter(({ folder }) => folder.startsWith('packages/'));

describe.each(packages)('$name', ({ folder, doors }) => {
  it('has one public door', () => {
    expect(doors.filter((door) => door !== './package.json')).toEqual(['.']);
    expect(existsSync(path.join(root, folder, 'src/index.ts'))).toBe(true);
  });

  it('has a door that is a plain list of what is exported', () => {
    const door = parseFile(`${folder}/src/index.ts`);
    const other = door.statements.filter(
      (statement) =>
        !ts.isExportDeclaration(statement) ||
        (statement.exportClause === undefined && statement.moduleSpecifier !== undefined),
    );
    // `export *` would make public whatever a file happens to export.
    expect(other.map((statement) => statement.getText(door).split('\n')[0])).toEqual([]);
  });
});

/** What a package must be handed: clock, randomness, network. `globalThis.` before it changes nothing. */
const forbiddenCalls = new Set([
  ...['Date.now', 'performance.now', 'Math.random', 'fetch', 'crypto.getRandomValues', 'crypto.randomUUID'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
]);

describe('the packages', () => {
  it('read no clock, draw no random numbers, touch no network and set no timers by themselves', () => {
    const offences: string[] = [];
    for (const file of listSources().filter((name) => name.startsWith('packages/') && !isTest(name))) {
      walk(file, (node, line) => {
        if (ts.isCallExpression(node)) {
          const called = node.expression
            .getText()
            .replace(/\?\./g, '.')
            .replace(/^globalThis\./, '');
          if (forbiddenCalls.has(called)) offences.push(at(file, line, called));
        }
        const isDate = ts.isNewExpression(node) && node.expression.getText() === 'Date';
        if (isDate && (node.arguments ?? []).length === 0) offences.push(at(file, line, 'new Date()'));
      });
    }
    expect(offences).toEqual([]);
  });
});
