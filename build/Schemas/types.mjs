// Reads the declared types of a package: they know every field, which the validators do not.
import { readFileSync } from 'node:fs';
import { filesOf, resolve } from './packages.mjs';

/** Every named type of a package: `package|name` to its shape. */
export function readTypes(ts, root, packageName) {
    const named = new Map();
    for (const file of filesOf(root, packageName, '.d.ts')) {
        const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
        readFile(ts, source, packageName, named);
    }
    return named;
}

function readFile(ts, source, packageName, named) {
    const outer = new Map();
    const own = new Map();
    const declarations = new Map();
    for (const statement of source.statements) {
        if (ts.isImportDeclaration(statement)) {
            const target = resolve(statement.moduleSpecifier.text, packageName);
            for (const element of statement.importClause?.namedBindings?.elements ?? [])
                outer.set(element.name.text, `${target.package}|${element.name.text.slice(1)}`);
        } else if (ts.isExportDeclaration(statement)) {
            for (const element of statement.exportClause?.elements ?? [])
                own.set((element.propertyName ?? element.name).text, `${packageName}|${element.name.text.slice(1)}`);
        } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
            declarations.set(statement.name.text, statement);
        }
    }
    const reader = typeReader(ts, name => own.get(name) ?? outer.get(name), source.fileName);
    for (const [name, statement] of declarations) {
        if (name.startsWith('I') && own.has(name))
            named.set(own.get(name), ts.isInterfaceDeclaration(statement) ? reader.interface(statement) : reader.type(statement.type));
    }
}

function typeReader(ts, nameOf, file) {
    const kind = ts.SyntaxKind;
    const scalars = new Map([[kind.StringKeyword, 'string'], [kind.NumberKeyword, 'number'], [kind.BooleanKeyword, 'boolean']]);

    function members(list) {
        if (list.length === 0)
            return { open: true };
        const shape = { types: ['object'], props: new Map() };
        for (const member of list) {
            if (ts.isIndexSignatureDeclaration(member))
                shape.additional = type(member.type);
            else
                shape.props.set(member.name.text, { required: !member.questionToken, shape: type(member.type) });
        }
        return shape;
    }

    // TypeMeta has apiVersion and kind, which validators and roots name themselves.
    function declared(statement) {
        const bases = (statement.heritageClauses ?? [])
            .flatMap(clause => clause.types.map(base => base.expression.text))
            .filter(name => name !== 'TypeMeta')
            .map(name => reference(name).ref);
        return { ...members(statement.members), bases };
    }

    function union(parts) {
        const shapes = parts.map(type);
        const literals = shapes.filter(shape => shape.enum);
        if (literals.length === shapes.length)
            return { types: literals[0].types, enum: literals.flatMap(shape => shape.enum) };
        return { types: [...new Set(shapes.flatMap(shape => shape.types ?? []))] };
    }

    function type(node) {
        if (scalars.has(node.kind))
            return { types: [scalars.get(node.kind)] };
        if (ts.isTypeLiteralNode(node))
            return members(node.members);
        if (ts.isUnionTypeNode(node))
            return union(node.types);
        if (ts.isParenthesizedTypeNode(node))
            return type(node.type);
        if (ts.isArrayTypeNode(node))
            return { types: ['array'], items: type(node.elementType) };
        if (ts.isLiteralTypeNode(node))
            return literal(node.literal);
        if (ts.isTypeReferenceNode(node))
            return node.typeName.text === 'Array' ? { types: ['array'], items: type(node.typeArguments[0]) } : reference(node.typeName.text);
        if (node.kind === kind.AnyKeyword || node.kind === kind.UnknownKeyword)
            return { open: true };
        throw new Error(`${file}: cannot read the type ${node.getText()}`);
    }

    function literal(node) {
        if (ts.isStringLiteral(node))
            return { types: ['string'], enum: [node.text] };
        if (node.kind === kind.TrueKeyword || node.kind === kind.FalseKeyword)
            return { types: ['boolean'], enum: [node.getText()] };
        if (node.kind === kind.NullKeyword)
            return { types: [], nullable: true };
        return { types: ['number'], enum: [node.getText()] };
    }

    function reference(name) {
        const target = nameOf(name);
        if (!target)
            throw new Error(`${file}: the type ${name} comes from nowhere`);
        return { ref: target };
    }

    return { type, interface: declared };
}
