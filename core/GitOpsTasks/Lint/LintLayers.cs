namespace GitOpsTasks.Lint;

/// <summary>Reads names of layers.</summary>
internal static class LintLayers
{
    /// <summary>The layers of some texts, each a name or several joined by commas.</summary>
    /// <exception cref="FormatException">There is no such layer.</exception>
    public static IReadOnlyList<LintLayer> Parse(IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];

    /// <summary>The name of a layer.</summary>
    public static string NameOf(LintLayer layer) => layer switch
    {
        LintLayer.Schema => "schema",
        LintLayer.Gitops => "gitops",
        LintLayer.Policy => "policy",
        _ => "yaml",
    };

    private static LintLayer Parse(string name) => name.ToLowerInvariant() switch
    {
        "yaml" => LintLayer.Yaml,
        "schema" => LintLayer.Schema,
        "gitops" => LintLayer.Gitops,
        "policy" => LintLayer.Policy,
        _ => throw new FormatException("Write yaml, schema, gitops or policy."),
    };
}
