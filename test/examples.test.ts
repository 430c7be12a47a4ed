import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '../src');

interface Example {
  readonly file: string;
  readonly lines: readonly string[];
}

/** The constructor of functions that may wait. */
const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor;

/** The `@example` blocks of all documentation comments. */
const examples: Example[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    return Array.from(text.matchAll(/^ \* @example\n((?: \* .*\n)+)/gm), ([, block = '']) => ({
      file,
      lines: block
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(3)),
    }));
  });

describe('the examples in documentation comments', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(3));

  it.each(examples)('hold: $file $lines.0', async ({ file, lines }) => {
    const scope = {
      ...(await import('../src/index.js')),
      ...(await import(pathToFileURL(join(source, file)).href)),
    } as Record<string, unknown>;
    let checks = 0;
    const body = lines.map((line) => {
      const [, expression, expected] = /^(.*?\S) \/\/ (.+)$/.exec(line) ?? [];
      if (expression === undefined) return line;
      checks++;
      return `check(${expression.replace(/;$/, '')}, ${expected});`;
    });
    const check = (actual: unknown, expected: unknown): void => expect(actual).toEqual(expected);
    await new AsyncFunction(...Object.keys(scope), 'check', body.join('\n'))(...Object.values(scope), check);
    expect(checks).toBeGreaterThan(0);
  });
});
