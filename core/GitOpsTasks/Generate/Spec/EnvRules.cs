using GitOpsTasks.Generate.Env;

namespace GitOpsTasks.Generate.Spec;

/// <summary>How environment variables are read.</summary>
/// <param name="Format">How lines of env files are read.</param>
/// <param name="Public">Variables that may be seen, though they look like secrets.</param>
public sealed record EnvRules(EnvFormat Format, IReadOnlyList<string> Public)
{
    /// <summary>Literally, and with no such variables.</summary>
    public static EnvRules Default { get; } = new(EnvFormat.Literal, []);
}
