// What an agent of Azure Pipelines takes for commands in the log of a step, by the parser of azure-pipelines-task-lib.
//
// Standard input: the log. Standard output: a JSON array with an object for each command: the line as a number from 1, the
// place in it (an agent looks for the prefix anywhere), and what the parser reads. "##[word]" is told by its word alone.
// AZURE_PACKAGES names the folder whose node_modules has azure-pipelines-task-lib.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.env.AZURE_PACKAGES, 'package.json'));
const { commandFromString } = require('azure-pipelines-task-lib/taskcommand');

const found = [];
readFileSync(0, 'utf8').split(/\r\n|\r|\n/).forEach((text, index) => {
    // The agent's search passes over characters without a weight of their own.
    const bare = text.replace(/[\p{Cc}\p{Cf}\p{Mn}\p{Me}]/gu, '');
    const at = bare.toLowerCase().indexOf('##vso[');
    if (at >= 0) {
        const { command, properties, message } = commandFromString(at === 0 ? text : bare.substring(at));
        found.push({ line: index + 1, at, command, properties, message });
    }
    const format = at === 0 ? null : /##\[([^\]]*)\]/.exec(bare);
    if (format) found.push({ line: index + 1, at: format.index, command: format[1], properties: {}, message: bare.substring(format.index + format[0].length) });
});
console.log(JSON.stringify(found));
