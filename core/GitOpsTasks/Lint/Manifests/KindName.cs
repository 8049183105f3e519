namespace GitOpsTasks.Lint.Manifests;

/// <summary>A kind of one version of an API.</summary>
/// <param name="ApiVersion">Such as <c>apps/v1</c>, or <c>v1</c> for the core group.</param>
/// <param name="Kind">Such as <c>Deployment</c>.</param>
public readonly record struct KindName(string ApiVersion, string Kind)
{
    /// <summary>The group; empty for the core group.</summary>
    public string Group => ApiVersion.LastIndexOf('/') is var slash and > 0 ? ApiVersion[..slash] : "";

    /// <summary>The version without the group.</summary>
    public string Version => ApiVersion[(ApiVersion.LastIndexOf('/') + 1)..];

    /// <summary>Such as <c>Deployment (apps/v1)</c>.</summary>
    public override string ToString() => $"{Kind} ({ApiVersion})";
}
