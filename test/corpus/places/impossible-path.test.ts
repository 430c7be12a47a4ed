import { describe, expect, it } from 'vitest';
import { impossiblePath } from '../../../src/corpus/places/impossible-path.js';

describe('the path of an output', () => {
  it.each([
    ['out\\aux.xlf', 'aux.xlf'],
    ['out/aux/a.xlf', 'aux'],
    ['C:\\out\\Con', 'Con'],
    ['nul.en-US.xlf', 'nul.en-US.xlf'],
    ['out\\com1.xlf', 'com1.xlf'],
    ['out\\LPT².xlf', 'LPT².xlf'],
    ['out\\con .xlf', 'con .xlf'],
    ['out\\a:b.xlf', 'a:b.xlf'],
    ['out\\what?.xlf', 'what?.xlf'],
    ['out\\a*b\\c.xlf', 'a*b'],
    ['out\\a|"b.xlf', 'a|"b.xlf'],
    ['out\\a\tb.xlf', 'a\tb.xlf'],
    ['out\\v1.\\a.xlf', 'v1.'],
    ['out\\name \\a.xlf', 'name '],
  ])('is none of Windows: %s', (path, name) => {
    expect(impossiblePath(path, 'win32')).toMatchObject({ code: 'output/reserved-name' });
    expect(impossiblePath(path, 'win32')?.message).toContain(`of the name ${name};`);
    expect(impossiblePath(path, 'linux')).toBeUndefined();
  });

  it.each([
    'out\\auxiliary.xlf',
    'out\\console.xlf',
    'out\\com10.xlf',
    'out\\com.xlf',
    '..\\out\\.\\a.xlf',
    'C:\\out\\a.xlf',
    'D:a.xlf',
    '\\\\server\\share\\a.xlf',
    '\\\\?\\C:\\out\\a.xlf',
    'out\\日本 語.xlf',
    `out\\${'folder\\'.repeat(100)}a.xlf`,
  ])('is one of Windows: %s', (path) => {
    expect(impossiblePath(path, 'win32')).toBeUndefined();
  });

  it('is too long where the name is, or all of it', () => {
    const long = { code: 'output/long-path' };
    expect(impossiblePath(`out\\${'é'.repeat(256)}`, 'win32')).toMatchObject(long);
    expect(impossiblePath(`out\\${'é'.repeat(255)}`, 'win32')).toBeUndefined();
    expect(impossiblePath(`out/${'é'.repeat(255)}`, 'linux')).toMatchObject(long);
    expect(impossiblePath(`out\\${'folder\\'.repeat(5000)}a.xlf`, 'win32')).toMatchObject(long);
    expect(impossiblePath(`out/${'folder/'.repeat(600)}a.xlf`, 'linux')).toMatchObject(long);
  });
});
