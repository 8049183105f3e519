// Reads the compiled validators of a package: they know the constraints, which the types do not.
import { readFileSync } from 'node:fs';
import { resolve, validatorFilesOf } from './packages.mjs';

/** Every validator of a package: `package|name` to what it demands. */
export function readValidators(ts, root, packageName) {
    const named = new Map();
    for (const [name, file] of validatorFilesOf(root, packageName)) {
        const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
        named.set(`${packageName}|${name}`, readFile(ts, source, packageName));
    }
    return named;
}

function readFile(ts, source, packageName) {
    const imports = new Map();
    const functions = new Map();
    const constants = new Map();
    let root;
    for (const statement of source.statements) {
        if (ts.isImportDeclaration(statement)) {
            const target = resolve(statement.moduleSpecifier.text, packageName);
            for (const element of statement.importClause?.namedBindings?.elements ?? []) {
                if ((element.propertyName ?? element.name).text === 'validate')
                    imports.set(element.name.text, `${target.package}|${target.name}`);
            }
        } else if (ts.isFunctionDeclaration(statement)) {
            functions.set(statement.name.text, statement);
        } else if (ts.isVariableStatement(statement)) {
            for (const { name, initializer } of statement.declarationList.declarations) {
                if (name.text === 'validate')
                    root = initializer.text;
                else
                    constants.set(name.text, initializer);
            }
        }
    }
    const known = new Map();
    const read = name => {
        if (imports.has(name))
            return { ref: imports.get(name) };
        if (!known.has(name)) {
            const rule = {};
            known.set(name, rule);
            Object.assign(rule, readFunction(ts, functions.get(name), read, constants));
        }
        return known.get(name);
    };
    return read(root);
}

function readFunction(ts, declaration, read, constants) {
    const rule = { types: [], required: [], props: new Map(), nullable: /null!==data\b|null===data\b/.test(declaration.body.getText()) };
    const inner = [];

    function visit(node) {
        if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^validate\d+$/.test(node.expression.text))
            called(node.expression.text, node.arguments[0]);
        else if (ts.isObjectLiteralExpression(node) && property(node, 'keyword'))
            demanded(property(node, 'schemaPath').text, property(node, 'keyword').text, property(node, 'params'));
        ts.forEachChild(node, visit);
    }

    function called(name, argument) {
        const target = read(name);
        if (ts.isIdentifier(argument)) {
            if (argument.text === 'data')
                inner.push(target);
        } else if (argument.expression.getText() === 'data') {
            const key = ts.isPropertyAccessExpression(argument) ? argument.name.text : argument.argumentExpression;
            if (typeof key === 'string')
                rule.props.set(key, target);
            else if (ts.isStringLiteral(key))
                rule.props.set(key.text, target);
            else if (/^key/.test(key.text))
                rule.additional = target;
            else
                rule.items = target;
        }
    }

    // Only JSONSchemaProps has constraints of fields inside its own function.
    function demanded(path, keyword, params) {
        const steps = path.split('/').slice(1, -1);
        if (steps.length === 0)
            demand(rule, keyword, params);
        else if (steps.length === 2 && steps[0] === 'properties')
            demand(propertyRule(steps[1]), keyword, params);
    }

    function propertyRule(name) {
        if (!rule.props.has(name))
            rule.props.set(name, { types: [], required: [], props: new Map(), nullable: true });
        return rule.props.get(name);
    }

    function demand(target, keyword, params) {
        const value = params.properties[0].initializer;
        switch (keyword) {
            case 'type': target.types.push(value.text); break;
            case 'required': target.required.push(value.text); break;
            case 'enum': target.enum = constants.get(value.text).elements.map(element => element.text ?? element.getText()); break;
            case 'format': target.format = value.text; break;
            case 'pattern': target.pattern = value.text; break;
            case 'oneOf': target.oneOf = true; break;
            case 'minimum': case 'maximum':
                target[keyword] = Number(property(params, 'limit').getText());
                break;
            case 'minLength': case 'maxLength': case 'minItems': case 'maxItems': case 'minProperties': case 'maxProperties':
                target[keyword] = Number(value.getText());
                break;
            default: throw new Error(`${declaration.getSourceFile().fileName}: cannot read the keyword ${keyword}`);
        }
    }

    const property = (literal, name) => literal.properties.find(member => member.name?.text === name)?.initializer;

    visit(declaration.body);
    // A schema that only refers to another is that other; one that says more as well takes in what the other says.
    const saysMore = rule.props.size > 0 || rule.required.length > 0 || Object.keys(rule).length > 4;
    if (inner.length === 1 && !saysMore)
        return { ...inner[0], nullable: rule.nullable };
    if (inner.length > 0 && !rule.oneOf)
        rule.bases = inner.map(target => target.ref);
    return rule;
}
