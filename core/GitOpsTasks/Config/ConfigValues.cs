using GitOpsTasks.Yaml;

namespace GitOpsTasks.Config;

/// <summary>The kinds of value a configuration file can have; they combine.</summary>
public static class ConfigValues
{
    /// <summary>A text. What YAML reads as number, boolean or date has to be quoted, so that every reader sees the same.</summary>
    public static ConfigValue<string> Text { get; } = Scalars(new ConfigShape.Text(), static node =>
        node.Style != YamlStyle.Plain || PlainScalar.IsString(node.Value)
            ? (true, node.Value)
            : (false, ""));

    /// <summary>A text, number or boolean, as it is written.</summary>
    public static ConfigValue<string> Scalar { get; } = Scalars(new ConfigShape.Scalar(), static node => (true, node.Value));

    /// <summary>A whole number in decimal digits.</summary>
    public static ConfigValue<int> Number { get; } = Scalars(new ConfigShape.Number(), static node =>
        (int.TryParse(node.Value, out var number) && node.Style == YamlStyle.Plain, number));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static ConfigValue<bool> Flag { get; } = Scalars(new ConfigShape.Flag(), static node =>
        (node is { Style: YamlStyle.Plain, Value: "true" or "false" }, node.Value == "true"));

    /// <summary>One of a few texts, each standing for a value.</summary>
    public static ConfigValue<T> Choice<T>(params (string Text, T Value)[] choices) =>
        Chosen(ConfigCodes.InvalidValue, choices);

    /// <summary>The one text that a version or kind of file can have.</summary>
    public static ConfigValue<string> Version(string text) => Chosen(ConfigCodes.UnsupportedVersion, [(text, text)]);

    /// <summary>A list of values.</summary>
    public static ConfigValue<IReadOnlyList<T>> ListOf<T>(ConfigValue<T> item) =>
        new(new ConfigShape.List(item.Shape), (YamlNode node, ConfigFindings findings, out IReadOnlyList<T> value) =>
        {
            var items = new List<T>();
            value = items;
            if (!node.IsSequence)
                return Refuse(node, findings, new ConfigShape.List(item.Shape));
            foreach (var child in node.Items)
            {
                if (item.TryRead(child.Resolved, findings, out var read))
                    items.Add(read);
            }

            return true;
        });

    /// <summary>Names chosen by the user, each with a value, in the order written.</summary>
    /// <param name="value">How each value is read.</param>
    /// <param name="checkName">Throws <see cref="FormatException"/>, with one sentence of advice, on a name that cannot be had.</param>
    public static ConfigValue<OrderedDictionary<string, T>> MapOf<T>(ConfigValue<T> value, Func<string, string>? checkName = null) =>
        new(new ConfigShape.Map(value.Shape), (YamlNode node, ConfigFindings findings, out OrderedDictionary<string, T> map) =>
        {
            map = new OrderedDictionary<string, T>(StringComparer.Ordinal);
            if (!node.IsMapping)
                return Refuse(node, findings, new ConfigShape.Map(value.Shape));
            foreach (var (key, at) in MappingKeys.Of(node, findings, checkName))
            {
                if (value.TryRead(at, findings, out var read))
                    map[key] = read;
            }

            return true;
        });

    /// <summary>A mapping with known keys.</summary>
    /// <param name="read">Reads the keys it knows; also run without a file, to list them, when every key is absent.</param>
    public static ConfigValue<T> Mapping<T>(Func<MappingReader, T> read)
    {
        var shape = new ConfigShape.Mapping(() => MappingReader.KeysOf(read));
        return new(shape, (YamlNode node, ConfigFindings findings, out T value) =>
        {
            value = default!;
            if (!node.IsMapping)
                return Refuse(node, findings, shape);
            var reader = new MappingReader(node, findings);
            value = read(reader);
            reader.Finish();
            return true;
        });
    }

    /// <summary>A text for the usual case, or a mapping that can say more.</summary>
    public static ConfigValue<T> TextOr<T>(ConfigValue<T> text, ConfigValue<T> mapping) =>
        new(new ConfigShape.Either(text.Shape, mapping.Shape), (YamlNode node, ConfigFindings findings, out T value) =>
            (node.IsMapping ? mapping : text).TryRead(node, findings, out value));

    private static ConfigValue<T> Chosen<T>(string code, (string Text, T Value)[] choices)
    {
        var shape = new ConfigShape.Choice([.. choices.Select(choice => choice.Text)]);
        return new(shape, (YamlNode node, ConfigFindings findings, out T value) =>
        {
            value = default!;
            if (!node.IsScalar || node.IsNull)
                return Refuse(node, findings, shape);
            foreach (var choice in choices)
            {
                if (choice.Text != node.Value)
                    continue;
                value = choice.Value;
                return true;
            }

            var meant = Suggestion.For(node.Value, shape.Values);
            findings.Error(code, node, $"'{node.Value}' is not supported here.", $"{meant}Write {shape.Phrase}.");
            return false;
        });
    }

    private static ConfigValue<T> Scalars<T>(ConfigShape shape, Func<YamlNode, (bool Read, T Value)> read) =>
        new(shape, (YamlNode node, ConfigFindings findings, out T value) =>
        {
            (var done, value) = node is { IsScalar: true, IsNull: false } ? read(node) : default;
            return done || Refuse(node, findings, shape);
        });

    private static bool Refuse(YamlNode node, ConfigFindings findings, ConfigShape wanted)
    {
        var (message, advice) = node switch
        {
            { IsNull: true } => ("This key has no value.", $"Write {wanted.Phrase}, or remove the key."),
            { IsMapping: true } => ("A mapping stands here.", $"Write {wanted.Phrase}."),
            { IsSequence: true } => ("A list stands here.", $"Write {wanted.Phrase}."),
            _ when wanted is ConfigShape.Text => ($"YAML does not read {node.Value} as a text.", "Put it in quotes."),
            _ => ($"'{node.Value}' is not {wanted.Phrase}.", $"Write {wanted.Phrase}."),
        };
        findings.Error(ConfigCodes.WrongType, node, message, advice);
        return false;
    }
}
