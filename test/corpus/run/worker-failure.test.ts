import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { workerFailure } from '../../../src/corpus/run/worker-failure.js';

/** An error as it comes out of a thread that throws it. */
async function thrownBy(kind: string, name = 'CorpusError'): Promise<unknown> {
  const code = `throw Object.assign(new Error('m.tmx: cannot be read.'), { name: '${name}', kind: '${kind}' });`;
  const worker = new Worker(code, { eval: true });
  const [error] = await once(worker, 'error');
  return error;
}

it.each(['usage', 'input', 'output'])(
  'says of a run that cannot go on what it says in one thread: %s',
  async (kind) => {
    const error = workerFailure(await thrownBy(kind), 'Try less.');
    expect([error.kind, error.message]).toEqual([kind, 'm.tmx: cannot be read.']);
  },
);

it.each([
  ['worker', 'CorpusError'],
  ['input', 'OtherError'],
])('names the thread where that died: %s %s', async (kind, name) => {
  const error = workerFailure(await thrownBy(kind, name), 'Try less.');
  expect([error.kind, error.message]).toEqual(['worker', 'A worker thread failed: m.tmx: cannot be read.. Try less.']);
});

it('says what the system says', () => {
  const error = workerFailure(Object.assign(new Error('x'), { code: 'ENOENT' }), 'Try less.');
  expect(error.message).toBe('A worker thread failed: no such file or folder. Try less.');
});
