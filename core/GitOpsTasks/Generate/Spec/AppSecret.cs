namespace GitOpsTasks.Generate.Spec;

/// <summary>A Secret that the pods use. Its values are never in the spec: it exists already, or is made in the cluster.</summary>
public sealed record AppSecret
{
    /// <summary>Environment variables, each with the key of the Secret it has its value from.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new OrderedDictionary<string, string>();

    /// <summary>Whether every key becomes an environment variable.</summary>
    public bool EnvFrom { get; init; }

    /// <summary>The folder in the container that gets a file for each key; null for none.</summary>
    public string? Mount { get; init; }

    /// <summary>Whether pods start without it.</summary>
    public bool Optional { get; init; }

    /// <summary>Where the External Secrets Operator makes it from; null where it does not.</summary>
    public ExternalSecretSource? External { get; init; }

    /// <summary>A file with a SealedSecret that becomes this Secret; null for none.</summary>
    public SpecFileReference? Sealed { get; init; }
}
