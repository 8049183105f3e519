// Joins types and validators into one graph of schemas and keeps one node of those that are alike.
import { createHash } from 'node:crypto';

const intOrString = '@kubernetes-models/apimachinery|IoK8sApimachineryPkgUtilIntstrIntOrString';
const quantity = '@kubernetes-models/apimachinery|IoK8sApimachineryPkgApiResourceQuantity';

// Schemas that are a choice of two: scalars of two types, and three that the packages take for mappings only.
const choices = new Map([
    [intOrString, { types: ['string', 'integer'], format: 'int-or-string' }],
    [quantity, { types: ['string', 'number'], format: 'quantity' }],
    ...['V1', 'V1beta1'].flatMap(version => ['JSONSchemaPropsOrArray', 'JSONSchemaPropsOrBool', 'JSONSchemaPropsOrStringArray'].map(
        name => [`kubernetes-models|IoK8sApiextensionsApiserverPkgApisApiextensions${version}${name}`, { types: [], open: true }])),
]);

const limits = ['format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];

export function buildGraph(types, validators, kinds) {
    const nodes = [];
    const named = new Map();

    function add(node) {
        nodes.push(node);
        return nodes.length - 1;
    }

    // Reserved before its content is read: schemas may contain themselves.
    function refer(name, nullable) {
        const key = `${name}${nullable ? '?' : ''}`;
        if (named.has(key))
            return named.get(key);
        const index = add({});
        named.set(key, index);
        const choice = choices.get(name);
        if (choice) {
            Object.assign(nodes[index], { ...choice, nullable });
            return index;
        }
        const type = types.get(name);
        const rule = validators.get(name);
        if (!type && !rule)
            throw new Error(`no type and no validator for ${name}`);
        const target = rule?.ref ?? (!rule ? type?.ref : undefined);
        Object.assign(nodes[index], target ? nodes[refer(target, nullable)] : content(type ?? {}, rule));
        if (nullable)
            nodes[index].nullable = true;
        return index;
    }

    function join(type, rule) {
        const target = rule ? rule.ref : type?.ref;
        return target ? refer(target, rule?.nullable ?? false) : add(content(type ?? {}, rule));
    }

    // What embedded types say stands beside a type's own.
    function widen(shape, known) {
        while (shape?.ref)
            shape = known.get(shape.ref);
        if (!shape?.bases?.length)
            return shape;
        const bases = shape.bases.map(name => widen(known.get(name), known));
        const limited = Object.assign({}, ...bases.map(base => Object.fromEntries(['enum', ...limits].filter(key => base[key] !== undefined).map(key => [key, base[key]]))));
        return {
            ...limited,
            ...shape,
            required: [...shape.required ?? [], ...bases.flatMap(base => base.required ?? [])],
            props: new Map([...bases.flatMap(base => [...base.props ?? []]), ...shape.props ?? []]),
        };
    }

    function content(ownType, ownRule) {
        const type = widen(ownType, types);
        const rule = widen(ownRule, validators);
        if (rule?.oneOf)
            throw new Error('only int-or-string and quantity are a choice of schemas');
        const node = { types: rule && rule.types.length > 0 ? rule.types : type.types ?? [], nullable: rule?.nullable ?? false };
        if (type.open && !rule?.additional && !rule?.props.size)
            node.open = true;
        const required = new Set(rule?.required ?? []);
        const names = [...new Set([...type.props?.keys() ?? [], ...rule?.props.keys() ?? [], ...required])].sort();
        if (names.length > 0)
            node.props = names.map(name => [name, required.has(name), join(type.props?.get(name)?.shape, rule?.props.get(name))]);
        if (type.items || rule?.items)
            node.items = join(type.items, rule?.items);
        if (type.additional || rule?.additional)
            node.additional = join(type.additional, rule?.additional);
        if (rule?.enum)
            node.enum = rule.enum;
        for (const limit of limits) {
            if (rule?.[limit] !== undefined)
                node[limit] = rule[limit];
        }
        return node;
    }

    const roots = kinds.map(kind => ({ ...kind, node: refer(`${kind.package}|${kind.schema}`, false) }));
    return merge(nodes, roots);
}

// Nodes are alike if what they say is the same and their children are alike: classes are split until none splits any more.
function merge(nodes, roots) {
    const plain = nodes.map(({ props, items, additional, ...rest }) => JSON.stringify([
        Object.entries(rest).sort(), props?.map(([name, required]) => [name, required]), items !== undefined, additional !== undefined]));
    let classes = number(plain);
    for (let count = 0; ;) {
        const next = number(nodes.map((node, index) => JSON.stringify([
            classes[index], node.props?.map(([, , child]) => classes[child]), classes[node.items], classes[node.additional]])));
        const distinct = new Set(next).size;
        classes = next;
        if (distinct === count)
            break;
        count = distinct;
    }
    return keep(nodes, roots, classes);
}

function number(texts) {
    const numbers = new Map();
    return texts.map(text => {
        const hash = createHash('sha1').update(text).digest('base64');
        if (!numbers.has(hash))
            numbers.set(hash, numbers.size);
        return numbers.get(hash);
    });
}

// The first node of each class, in the order that the kinds lead to them.
function keep(nodes, roots, classes) {
    const first = new Map();
    classes.forEach((group, index) => first.has(group) || first.set(group, index));
    const kept = new Map();
    const order = [];
    const pending = roots.map(root => classes[root.node]);
    while (pending.length > 0) {
        const group = pending.shift();
        if (kept.has(group))
            continue;
        kept.set(group, order.length);
        const node = nodes[first.get(group)];
        order.push(node);
        const children = [...node.props?.map(([, , child]) => child) ?? [], node.items, node.additional];
        pending.unshift(...children.filter(child => child !== undefined).map(child => classes[child]));
    }
    const to = child => child === undefined ? undefined : kept.get(classes[child]);
    return {
        nodes: order.map(node => ({
            ...node,
            props: node.props?.map(([name, required, child]) => [name, required, to(child)]),
            items: to(node.items),
            additional: to(node.additional),
        })),
        kinds: roots.map(root => ({ ...root, node: to(root.node) })),
    };
}
