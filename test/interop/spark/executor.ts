import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../../support/cli.js';
import { fetchedFolder } from '../../support/clients.js';
import { root } from '../../vitest.config.js';

/** What a run of the job gave. */
export interface JobRun {
  readonly status: number | null;
  /** What Spark says of itself. */
  readonly log: string;
}

const job = join(root, 'docs/spark/memory_job.py');

/** Runs a script of Python several times in one process: Java starts once. */
const severalTimes = `
import json, runpy, sys
for args in json.load(sys.stdin):
    sys.argv = args
    runpy.run_path(args[0], run_name="__main__")
`;

/**
 * Runs the job with some arguments, then with others, on a master and two workers, which talk to each other on this machine only. Workers write to the folder of
 * Spark: it gets one of links, in `folder`, so that what was fetched stays as it is.
 */
export function runJob(runs: readonly (readonly string[])[], folder: string, command: string): JobRun {
  const fetched = fetchedFolder('spark');
  const home = join(folder, 'spark');
  mkdirSync(home, { recursive: true });
  const present = new Set(readdirSync(home));
  for (const name of readdirSync(join(fetched, 'pyspark'))) {
    if (!present.has(name)) symlinkSync(join(fetched, 'pyspark', name), join(home, name));
  }
  const settings = {
    'spark.driver.host': '127.0.0.1',
    'spark.driver.bindAddress': '127.0.0.1',
    'spark.ui.enabled': 'false',
    'spark.ui.showConsoleProgress': 'false',
    'spark.sql.shuffle.partitions': '4',
    'spark.sql.warehouse.dir': join(folder, 'warehouse'),
    // Functions that run for seconds are not worth more.
    'spark.driver.extraJavaOptions': '-XX:TieredStopAtLevel=1',
    'spark.executor.extraJavaOptions': '-XX:TieredStopAtLevel=1',
  };
  const conf = Object.entries(settings).map(([name, value]) => `--conf ${name}=${value}`);
  const { status, stderr, stdout } = spawnSync('/usr/bin/python3', ['-c', severalTimes], {
    cwd: folder,
    input: JSON.stringify(runs.map((args) => [job, ...args, '--command', command])),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      PYTHONPATH: fetched,
      PYTHONDONTWRITEBYTECODE: '1',
      PYSPARK_PYTHON: '/usr/bin/python3',
      SPARK_HOME: home,
      SPARK_LOCAL_IP: '127.0.0.1',
      SPARK_LOCAL_DIRS: folder,
      PYSPARK_SUBMIT_ARGS: `--master local-cluster[2,1,1024] --driver-memory 1g ${conf.join(' ')} pyspark-shell`,
    },
  });
  return { status, log: stderr + stdout };
}

/**
 * A command that is `sspr-tm`, but the first time that it runs: then it writes some of the rows, and kills the executor
 * that asked for them, the process of Java that it descends from. `killed` is where it leaves the number of that.
 */
export function deadlyCommand(folder: string, killed: string): string {
  const path = join(folder, 'deadly.mjs');
  writeFileSync(
    path,
    `import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
const args = process.argv.slice(2);
const input = readFileSync(0);
let isFirst = true;
try {
  writeFileSync(${JSON.stringify(killed)}, '', { flag: 'wx' });
} catch {
  isFirst = false;
}
const { stdout, stderr, status } = spawnSync(process.execPath, [${JSON.stringify(cli)}, ...args], { input, maxBuffer: 1 << 30 });
writeSync(2, stderr);
const end = isFirst ? stdout.indexOf('\\n', stdout.length / 2) + 1 : stdout.length;
for (let at = 0; at < end; ) at += writeSync(1, stdout, at, end - at);
if (isFirst) {
  let pid = process.ppid;
  while (pid > 1 && !readFileSync(\`/proc/\${pid}/cmdline\`, 'utf8').includes('CoarseGrainedExecutorBackend')) {
    pid = Number(/^PPid:\\s*(\\d+)/m.exec(readFileSync(\`/proc/\${pid}/status\`, 'utf8'))?.[1] ?? 0);
  }
  if (pid <= 1) throw new Error('There is no executor.');
  process.kill(pid, 'SIGKILL');
  writeFileSync(${JSON.stringify(killed)}, String(pid));
}
process.exitCode = status ?? 1;
`,
  );
  return `${process.execPath} ${path}`;
}

/** The rows of a folder of Parquet, in their order, as `jsonl` has them. */
export function rowsOfParquet(folder: string): unknown[] {
  const script = `
import glob, json, sys
import pyarrow.parquet as pq
for file in sorted(glob.glob(sys.argv[1] + "/*.parquet")):
    for row in pq.read_table(file).to_pylist():
        print(json.dumps({k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items()}))
`;
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', ['-c', script, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONPATH: fetchedFolder('data') },
  });
  if (status !== 0) throw new Error(stderr);
  return linesIn(stdout);
}

/** The rows of all languages, one after the other. */
export function rowsOfLines(folder: string): unknown[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => linesIn(readFileSync(join(folder, name), 'utf8')));
}

function linesIn(text: string): unknown[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}
