using GitOpsTasks.Lint.Manifests;

namespace GitOpsTasks.Lint.Schema.Removals;

/// <summary>A version of an API that comes to an end.</summary>
/// <param name="Product">Whose versions are meant: <c>Kubernetes</c>, <c>Flux</c>, ...</param>
/// <param name="ApiVersion">Such as <c>apps/v1beta1</c>.</param>
/// <param name="Kinds">The kinds, separated by blanks; empty for all of that version.</param>
/// <param name="Deprecated">The version of the product it is deprecated in; empty where that is not known.</param>
/// <param name="Removed">The version of the product that no longer has it; empty where that is not known.</param>
/// <param name="Replacement">What to use instead; null for nothing.</param>
internal sealed record ApiVersionEnd(
    string Product, string ApiVersion, string Kinds, string Deprecated, string Removed, string? Replacement)
{
    /// <summary>Whether it is about a kind.</summary>
    public bool Covers(KindName name) =>
        name.ApiVersion == ApiVersion
        && (Kinds.Length == 0 || Kinds.Split(' ').Any(kind => kind == name.Kind || kind + "List" == name.Kind));
}
