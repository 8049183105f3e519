using GitOpsTasks.Contracts;
using GitOpsTasks.Edits.Helm;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Edits.ArgoCd;

/// <summary>The <c>helm.parameters</c> of one prefix: those of <c>web.image</c> are <c>web.image.tag</c> and <c>web.image.repository</c>.</summary>
/// <param name="list">All parameters.</param>
/// <param name="name">A name with the prefix.</param>
/// <param name="items">The parameters of the prefix by their last key.</param>
/// <param name="elsewhere">What the same keys have where the parameters do not say it.</param>
internal sealed class ParameterFields(
    YamlNode list, ParameterName name, IReadOnlyDictionary<string, YamlNode> items, Func<string, string?> elsewhere) : FieldSet
{
    /// <inheritdoc />
    public override string Within => name.Within;

    /// <inheritdoc />
    public override IEnumerable<string> Names => items.Keys.Concat(Fallbacks);

    // The repository mostly stands in the chart's values or in an annotation, and the parameters only set the tag.
    private IEnumerable<string> Fallbacks => items.ContainsKey("repository") || elsewhere("repository") is null ? [] : ["repository"];

    /// <inheritdoc />
    public override YamlNode? this[string key] => items.TryGetValue(key, out var item) && item["value"] is { IsScalar: true } value ? value : null;

    /// <inheritdoc />
    public override string TextOf(string key) => items.ContainsKey(key) ? base.TextOf(key) : elsewhere(key) ?? "";

    /// <inheritdoc />
    protected override string Field(string key) => name.Beside(key);

    /// <inheritdoc />
    protected override SourcePlace Add(YamlEditor editor, string key, string text, string after)
    {
        if (items.TryGetValue(key, out var item))
        {
            editor.InsertKey(item, "value", text);
            ForceString(editor, item, text);
            return item.Place;
        }

        var parameter = new YamlMap { { "name", name.Beside(key) }, { "value", text } };
        if (!PlainScalar.IsString(text))
            parameter.Add("forceString", true);
        editor.InsertItem(list, parameter, items.TryGetValue(after, out var before) ? before : items.Values.Last());
        return list.Place;
    }

    /// <inheritdoc />
    protected override void Replaced(YamlEditor editor, string key, string text) => ForceString(editor, items[key], text);

    // Helm reads 1234 as a number and true as a boolean unless it is told not to.
    private static void ForceString(YamlEditor editor, YamlNode item, string text)
    {
        if (PlainScalar.IsString(text) || text.Length == 0)
            return;
        if (item["forceString"] is not { } force)
            editor.InsertKey(item, "forceString", true);
        else if (force.Value != "true")
            editor.Replace(force, new YamlPlain("true"));
    }
}
