namespace GitOpsTasks.Generate.Spec;

/// <summary>The service account that pods run as.</summary>
public sealed record AppServiceAccount
{
    /// <summary>Its name; null for the application's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is made, or exists already.</summary>
    public bool Create { get; init; } = true;

    /// <summary>Whether pods get its token.</summary>
    public bool Token { get; init; }

    /// <summary>Annotations, such as those by which a cloud gives it rights.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new OrderedDictionary<string, string>();
}
