// Whether a SARIF log is valid, by the schema of SARIF 2.1.0 and by an opinion that is not ours.
//
// Standard input: the log. Standard output: what is wrong with it, a line each; nothing where it is valid.
// SARIF_PACKAGES names the folder whose node_modules has @microsoft/jest-sarif, which holds the schema, and ajv.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.env.SARIF_PACKAGES, 'package.json'));
const Ajv = require('ajv');
const ajv = new Ajv({ schemaId: 'auto', meta: false, allErrors: true, unknownFormats: ['uri', 'uri-reference', 'date-time'] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const folder = path.join(process.env.SARIF_PACKAGES, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = ajv.compile(JSON.parse(readFileSync(folder, 'utf8')));
if (!validate(JSON.parse(readFileSync(0, 'utf8'))))
    for (const error of validate.errors) console.log(`${error.dataPath} ${error.message} ${JSON.stringify(error.params)}`);
