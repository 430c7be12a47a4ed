#!/usr/bin/env node
import { tuneEngine } from './cli/engine.js';
import { run } from './cli/main.js';

tuneEngine(false);
process.exitCode = await run(process.argv.slice(2), process);
