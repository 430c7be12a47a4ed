import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../vitest.config.js';
import { rooms } from './rooms.js';

const source = join(root, 'src');
/** What each file imports: files below `src`, and packages. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('types/'))
    .map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(source, file), 'utf8'));
      return [
        file,
        importedFiles.map(({ fileName }) =>
          fileName.startsWith('.') ? posix.join(dirname(file), fileName).replace(/\.js$/, '.ts') : fileName,
        ),
      ];
    }),
);

/** The files at the top are for the doors of the package. */
const doors = ['index.ts', 'node.ts', 'cli.ts', 'version.ts'];

const names = rooms.map(({ name }) => name).sort((a, b) => b.length - a.length);
const roomOf = (file: string): string | undefined => names.find((name) => file.startsWith(`${name}/`));

describe('the sources', () => {
  it('have no file outside of the rooms and the doors', () => {
    expect([...imports.keys()].filter((file) => roomOf(file) === undefined)).toEqual(expect.arrayContaining(doors));
    expect([...imports.keys()].filter((file) => roomOf(file) === undefined && !doors.includes(file))).toEqual([]);
  });

  it('import files that are there', () => {
    const missing = [...imports.values()].flat().filter((path) => path.endsWith('.ts') && !imports.has(path));
    expect(missing).toEqual([]);
  });

  it('have rooms in one direction', () => {
    const before = new Set<string>();
    for (const { name, rooms: others } of rooms) {
      expect(others.filter((other) => !before.has(other))).toEqual([]);
      before.add(name);
    }
  });

  it.each(rooms)('import in $name nothing but what it may', ({ name, rooms: others, packages }) => {
    const own = [...imports].filter(([file]) => roomOf(file) === name);
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.flatMap(([file, paths]) =>
      paths
        .filter((path) => {
          if (!imports.has(path)) {
            return !packages.some((each) => path === each || path.startsWith(each.endsWith(':') ? each : `${each}/`));
          }
          const room = roomOf(path);
          return path !== 'version.ts' && room !== name && !others.includes(room ?? '');
        })
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
    // What the table allows is made use of.
    const used = new Set(own.flatMap(([, paths]) => paths.map((path) => roomOf(path) ?? path)));
    expect(others.filter((other) => !used.has(other))).toEqual([]);
    expect(packages.filter((each) => ![...used].some((path) => path.startsWith(each)))).toEqual([]);
  });

  it('have no circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (done.has(file) || way.includes(file)) return;
      for (const path of imports.get(file) ?? []) if (imports.has(path)) visit(path, [...way, file]);
      done.add(file);
    };
    for (const file of imports.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('have at most a dozen loose files in a folder', () => {
    const loose = new Map<string, number>();
    for (const file of imports.keys()) loose.set(dirname(file), (loose.get(dirname(file)) ?? 0) + 1);
    expect([...loose].filter(([, count]) => count > 12)).toEqual([]);
  });

  it('have no arrow that runs back between the files and folders of a folder', () => {
    // For each folder, which of its children (files and folders) imports which, and by what.
    const arrows = new Map<string, Map<string, string>>();
    for (const [file, paths] of imports) {
      for (const path of paths.filter((each) => imports.has(each))) {
        const [from, to] = [file.split('/'), path.split('/')];
        let depth = 0;
        while (depth < from.length - 1 && depth < to.length - 1 && from[depth] === to[depth]) depth++;
        const way = from.slice(0, depth + 1).join('/');
        const others = arrows.get(way) ?? new Map<string, string>();
        arrows.set(way, others.set(to.slice(0, depth + 1).join('/'), `${file} imports ${path}`));
      }
    }
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (name: string, way: readonly string[], reasons: readonly string[]): void => {
      if (way.includes(name)) circles.push(reasons.slice(way.indexOf(name)).join(', '));
      if (done.has(name) || way.includes(name)) return;
      for (const [other, reason] of arrows.get(name) ?? []) visit(other, [...way, name], [...reasons, reason]);
      done.add(name);
    };
    for (const name of arrows.keys()) visit(name, [], []);
    expect(circles).toEqual([]);
  });
});
