namespace GitOpsTasks.Tests.Generate.Options;

/// <summary>Something that a spec can say.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Lines">The keys that say it, as an application or an environment has them.</param>
public sealed record SpecOption(string Name, string Lines)
{
    /// <summary>What the application says in any case.</summary>
    public string Base { get; init; } = "port: 8080\n";

    /// <summary>A file that it names, and its text; null for none.</summary>
    public (string Path, string Text)? File { get; init; }

    /// <summary>What lint has to say of it; nothing for most.</summary>
    public string[] Findings { get; init; } = [];

    /// <summary>The spec where the application says it, and one environment nothing beside.</summary>
    public string ForAll => $"{string.Concat((Head + Base).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !IsSaidAnew(line)).Select(line => line + "\n"))}{Lines}environments:\n  dev: {{}}\n  prod: {{}}\n";

    /// <summary>The spec where one of two environments says it.</summary>
    public string ForProduction => $"{Head}{Base}environments:\n  dev: {{}}\n  prod:\n{Indented}";

    private static string Head => "apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.2.3\n";

    private string Indented => string.Concat(Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));

    // An application cannot say both; an environment has an autoscaler instead of the application's number.
    private bool IsSaidAnew(string line) => (line.StartsWith("replicas:", StringComparison.Ordinal) && Lines.StartsWith("autoscaling:", StringComparison.Ordinal)) || $"\n{Lines}".Contains($"\n{line.Split(':')[0]}:", StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Name;
}
