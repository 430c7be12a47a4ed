import { folderOfTests } from '../support/cli.js';
import { shared } from '../support/shared.js';
import { describeMemories } from './memory/omegat.js';
import { createRunner } from './memory/runner.js';
import { smallRuns, treeRuns } from './memory/runs.js';
import { describeSpreadsheets } from './memory/spreadsheet.js';
import { describeTables } from './memory/tables.js';
import { describeTmx } from './memory/tmx.js';

// The output of each run is made once, and all clients take it in.
const runs = shared === undefined ? smallRuns : [...smallRuns, ...treeRuns];
const make = createRunner(folderOfTests());

describeTmx(runs, make);
describeTables(runs, make);
describeSpreadsheets(runs, make);
describeMemories(runs, make);
