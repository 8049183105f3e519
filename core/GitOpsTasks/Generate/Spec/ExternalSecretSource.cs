namespace GitOpsTasks.Generate.Spec;

/// <summary>Where the External Secrets Operator has a Secret's values from.</summary>
public sealed record ExternalSecretSource
{
    /// <summary>The name of the store.</summary>
    public required string Store { get; init; }

    /// <summary>SecretStore or ClusterSecretStore.</summary>
    public string StoreKind { get; init; } = "ClusterSecretStore";

    /// <summary>How often it looks for new values, such as <c>1h</c>.</summary>
    public string Refresh { get; init; } = "1h";

    /// <summary>Keys of the Secret, each with what it is called in the store: <c>KEY</c> or <c>KEY#PROPERTY</c>.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>An entry of the store all of whose properties become keys; null for none.</summary>
    public string? Extract { get; init; }
}
