// Two opinions on manifests that are not ours: the compiled validators of the npm packages, which accept unknown fields,
// and TypeScript's check for excess properties against the packages' types, which finds them.
//
// Standard input: a JSON array of { apiVersion, kind, manifest }, manifest being JSON text. Standard output: a JSON array of
// { known, valid, unknown }, the last two with what was found as text, or null.
// SCHEMA_PACKAGES names the folder whose node_modules has the packages of build/Schemas/package.json.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { kindsOf, packages, typescriptOf } from '../../build/Schemas/packages.mjs';

const root = process.env.SCHEMA_PACKAGES;
const cases = JSON.parse(readFileSync(0, 'utf8'));
const kinds = new Map(packages.flatMap(name => kindsOf(root, name)).map(kind => [`${kind.apiVersion} ${kind.kind}`, kind]));
const kindOf = one => kinds.get(`${one.apiVersion} ${one.kind}`);

async function validatorOf(kind) {
    const file = path.join(root, 'node_modules', kind.package, '_schemas', kind.schema + '.js');
    return (await import(pathToFileURL(file))).validate;
}

function source(one, index) {
    const module = kindOf(one).file.replace(/\.js$/, '.js');
    return `import type { I${kindOf(one).kind} as I${index} } from ${JSON.stringify(module)};\nexport const c${index}: I${index} = ${one.manifest};\n`;
}

// One file for all cases: the types are read once.
function excess() {
    const ts = typescriptOf(root);
    const file = path.join(root, 'cases.ts');
    const known = cases.map((one, index) => [one, index]).filter(([one]) => kindOf(one));
    const parts = known.map(([one, index]) => source(one, index).split('\n', 2));
    const text = [...parts.map(part => part[0]), ...parts.map(part => part[1])].join('\n');
    const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (name, ...rest) => name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true) : getSourceFile.call(host, name, ...rest);
    host.fileExists = name => name === file || fileExists.call(host, name);
    host.readFile = name => name === file ? text : readFile.call(host, name);
    const program = ts.createProgram([file], options, host);
    const starts = text.split('\n');
    const found = new Map();
    for (const diagnostic of program.getSemanticDiagnostics(program.getSourceFile(file))) {
        const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
        const line = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start).line;
        const index = /^export const c(\d+)/.exec(starts[line])?.[1];
        if (index === undefined)
            throw new Error(message);
        if (/does not exist in type|may only specify known properties/.test(message))
            found.set(Number(index), message);
    }
    return found;
}

const unknown = excess();
const answers = [];
for (const [index, one] of cases.entries()) {
    if (!kindOf(one)) {
        answers.push({ known: false });
        continue;
    }
    const validate = await validatorOf(kindOf(one));
    const valid = validate(JSON.parse(one.manifest));
    answers.push({ known: true, valid: valid ? null : JSON.stringify(validate.errors[0]), unknown: unknown.get(index) ?? null });
}
process.stdout.write(JSON.stringify(answers));
