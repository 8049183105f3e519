// The packages that schemas are read from, and the files in them.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const packages = [
    '@kubernetes-models/apimachinery',
    'kubernetes-models',
    '@kubernetes-models/argo-cd',
    '@kubernetes-models/argo-rollouts',
    '@kubernetes-models/cert-manager',
    '@kubernetes-models/external-secrets',
    '@kubernetes-models/flux-cd',
    '@kubernetes-models/gateway-api',
    '@kubernetes-models/prometheus-operator',
    '@kubernetes-models/sealed-secrets',
];

/** The TypeScript compiler of a folder with node_modules. */
export const typescriptOf = root => createRequire(path.join(root, 'package.json'))('typescript');

/** All files of a package that end in a text, `_schemas` left out. */
export function filesOf(root, name, ending) {
    const folder = path.join(root, 'node_modules', name);
    return readdirSync(folder, { recursive: true })
        .map(String)
        .filter(file => file.endsWith(ending) && !/(^|\/)(_schemas|node_modules)\//.test(file) && !/(^|\/)index\./.test(file))
        .sort()
        .map(file => path.join(folder, file));
}

/** The compiled validators of a package: name to file. */
export function validatorFilesOf(root, name) {
    const folder = path.join(root, 'node_modules', name, '_schemas');
    return new Map(readdirSync(folder).filter(file => file.endsWith('.js')).sort().map(file => [file.slice(0, -3), path.join(folder, file)]));
}

/** Every kind of a package: its apiVersion, kind, the name of its schema, the module that exports it. */
export function kindsOf(root, name) {
    const kinds = [];
    for (const file of filesOf(root, name, '.js')) {
        const text = readFileSync(file, 'utf8');
        const apiVersion = /this\.apiVersion="([^"]+)"/.exec(text)?.[1];
        const kind = /this\.kind="([^"]+)"/.exec(text)?.[1];
        const schema = /_schemas\/(\w+)(?:\.js)?"/.exec(text)?.[1];
        if (apiVersion && kind && schema)
            kinds.push({ apiVersion, kind, package: name, schema, file });
    }
    return kinds;
}

/** The package and name that a specifier of an import leads to. */
export function resolve(specifier, own) {
    const outer = packages.find(name => specifier.startsWith(name + '/'));
    return { package: outer ?? own, name: path.basename(specifier).replace(/\.js$/, '') };
}
