// Writes the graph as the file that the engine reads: see core/GitOpsTasks/Lint/Schema/Data/SchemaDataReader.cs.
const types = { string: 1, integer: 2, number: 4, boolean: 8, object: 16, array: 32 };
const scalars = ['format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];

export function encode({ nodes, kinds }, kubernetesVersion) {
    const texts = new Map();
    const text = value => {
        const key = String(value);
        if (!texts.has(key))
            texts.set(key, texts.size);
        return texts.get(key);
    };
    const version = text(kubernetesVersion);
    const bodies = nodes.map(node => encodeNode(node, text));
    const kindTable = varints(kinds
        .sort((a, b) => a.apiVersion < b.apiVersion ? -1 : a.apiVersion > b.apiVersion ? 1 : a.kind < b.kind ? -1 : 1)
        .flatMap(kind => [text(kind.apiVersion), text(kind.kind), kind.node]));
    const strings = [...texts.keys()].map(key => Buffer.from(key, 'utf8'));
    return Buffer.concat([
        Buffer.from('GTS1'),
        words([version, strings.length, nodes.length, kinds.length]),
        offsets(strings), ...strings,
        offsets(bodies), ...bodies,
        kindTable,
    ]);
}

// A set of flags says which of the fields follow, in this order: properties, items, additional, enum, then the scalars.
function encodeNode(node, text) {
    let flags = node.types.reduce((all, type) => all | types[type], 0);
    const out = [];
    const mark = (bit, present) => { flags |= present ? 1 << bit : 0; return present; };
    mark(6, node.nullable);
    mark(7, node.open);
    if (mark(8, node.props))
        out.push(node.props.length, ...node.props.flatMap(([name, required, child]) => [text(name) * 2 + (required ? 1 : 0), child]));
    if (mark(9, node.items !== undefined))
        out.push(node.items);
    if (mark(10, node.additional !== undefined))
        out.push(node.additional);
    if (mark(11, node.enum))
        out.push(node.enum.length, ...node.enum.map(text));
    scalars.forEach((name, index) => {
        if (mark(12 + index, node[name] !== undefined))
            out.push(text(node[name]));
    });
    return varints([flags, ...out]);
}

// The end of each item, as 32 bits.
function offsets(items) {
    let end = 0;
    return words(items.map(item => end += item.length));
}

function words(values) {
    const buffer = Buffer.alloc(values.length * 4);
    values.forEach((value, index) => buffer.writeUInt32LE(value, index * 4));
    return buffer;
}

function varints(values) {
    const bytes = [];
    for (let value of values) {
        for (; value >= 0x80; value = Math.floor(value / 0x80))
            bytes.push(value % 0x80 + 0x80);
        bytes.push(value);
    }
    return Buffer.from(bytes);
}
