// Makes the schema data that the engine bundles: node build/Schemas/convert.mjs FOLDER OUTPUT
// FOLDER has the packages of build/Schemas/package.json in its node_modules; '-' is that of SCHEMA_PACKAGES. The output depends on nothing else.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildGraph } from './graph.mjs';
import { kindsOf, packages, typescriptOf } from './packages.mjs';
import { readTypes } from './types.mjs';
import { readValidators } from './validators.mjs';
import { encode } from './write.mjs';

// The package's own badge is old: PodSpec.schedulingGroup and MutatingAdmissionPolicy v1 came with this version.
const kubernetesVersion = '1.36';

const [folder, output] = process.argv.slice(2);
const root = folder === '-' ? process.env.SCHEMA_PACKAGES : folder;
if (!output)
    throw new Error('usage: node convert.mjs FOLDER OUTPUT');
const ts = typescriptOf(root);
const types = new Map(packages.flatMap(name => [...readTypes(ts, root, name)]));
const validators = new Map(packages.flatMap(name => [...readValidators(ts, root, name)]));
const kinds = packages.flatMap(name => kindsOf(root, name));
const graph = buildGraph(types, validators, kinds);
const data = encode(graph, kubernetesVersion);
mkdirSync(path.dirname(output), { recursive: true });
writeFileSync(output, data);
console.log(`${kinds.length} kinds, ${graph.nodes.length} nodes, ${data.length} bytes`);
