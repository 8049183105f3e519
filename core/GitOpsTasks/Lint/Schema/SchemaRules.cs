using GitOpsTasks.Contracts;

namespace GitOpsTasks.Lint.Schema;

/// <summary>What the schema layer looks for.</summary>
internal static class SchemaRules
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        Error(SchemaCodes.UnknownField, "unknown-field", "A mapping has a field that its schema does not know."),
        Error(SchemaCodes.WrongType, "wrong-type", "A value has another type than its schema wants."),
        Error(SchemaCodes.MissingField, "missing-field", "A mapping lacks a field that its schema requires."),
        Error(SchemaCodes.NotInList, "not-in-list", "A value is none of those that its schema lists."),
        Error(SchemaCodes.WrongForm, "wrong-form", "A value has not the format or pattern of its schema."),
        Error(SchemaCodes.OutOfLimits, "out-of-limits", "A number, a length or a count is outside the limits of its schema."),
        Error(SchemaCodes.UnexpectedNull, "unexpected-null", "A value is null where its schema wants another."),
        Error(SchemaCodes.NoAlternative, "no-alternative", "A value meets none, or more than one, of the alternatives of its schema."),
        Error(SchemaCodes.NoKind, "no-kind", "A manifest lacks apiVersion or kind."),
        Error(SchemaCodes.RemovedApi, "removed-api", "A version of an API is no longer served by the target."),
        new(SchemaCodes.DeprecatedApi, "deprecated-api", LintLayer.Schema, Severity.Warning, "A version of an API is deprecated."),
        Error(SchemaCodes.UnknownKind, "unknown-kind", "Kubernetes has no such kind in that version of its API."),
        new(SchemaCodes.KindsSkipped, "kinds-skipped", LintLayer.Schema, Severity.Note, "Manifests were not checked, as there is no schema for their kind."),
        Error(SchemaCodes.EverythingSkipped, "everything-skipped", "No manifest was checked, as there is no schema for any of their kinds."),
    ];

    private static readonly Dictionary<string, string> Ids = All.ToDictionary(rule => rule.Code, rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The name of the rule with a code; null where it is none of these.</summary>
    public static string? Id(string code) => Ids.GetValueOrDefault(code);

    private static LintRule Error(string code, string id, string summary) => new(code, id, LintLayer.Schema, Severity.Error, summary);
}
