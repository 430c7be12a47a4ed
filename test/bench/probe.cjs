// Loaded before a script by `node --require`: writes what the process took to file descriptor 3 when it ends.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/** In bytes. `ru_maxrss` would count the process that this one was forked from, so Linux is asked for its own. */
function peakMemory() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify({ memory: peakMemory(), cpu: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
