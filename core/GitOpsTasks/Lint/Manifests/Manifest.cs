using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Manifests;

/// <summary>A document, or an item of a List, that is one Kubernetes object.</summary>
/// <param name="Root">Its mapping.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record Manifest(YamlNode Root, KindName Kind)
{
    /// <summary>The field that SOPS keeps its own data in.</summary>
    public const string SopsField = "sops";

    private const string EncryptedValue = "ENC[";

    /// <summary><c>metadata.name</c>; null where it has none.</summary>
    public string? Name => Root["metadata"]?.Text("name");

    /// <summary><c>metadata.namespace</c>; null where it has none.</summary>
    public string? Namespace => Root["metadata"]?.Text("namespace");

    /// <summary>Whether it is a part of a manifest, such as a patch of kustomize: fields may be missing, and null removes one.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether SOPS has encrypted values of it.</summary>
    public bool IsEncrypted { get; } = Root[SopsField] is { IsMapping: true };

    /// <summary>Whether a value is replaced before the cluster sees it: <c>${VAR}</c> of Flux, or encrypted by SOPS.</summary>
    public bool IsFilledInLater(string text) =>
        (text.Contains("${", StringComparison.Ordinal) && text.Contains('}', StringComparison.Ordinal))
        || (IsEncrypted && text.StartsWith(EncryptedValue, StringComparison.Ordinal));

    /// <summary>Whether an item of a sequence in a patch says what to do with the sequence: <c>$patch: delete</c>.</summary>
    public bool IsDirective(YamlNode item) => IsPartial && item.Resolved is { IsMapping: true } mapping && mapping.Find("$patch") is not null;
}
