#!/usr/bin/env node
import { tuneEngine } from './cli/engine.js';
import { run } from './cli/main.js';

tuneEngine('soon');
process.exitCode = await run(process.argv.slice(2), process);
