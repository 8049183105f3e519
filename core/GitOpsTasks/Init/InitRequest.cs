using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Init;

/// <summary>What is proposed, and from what.</summary>
public sealed record InitRequest
{
    /// <summary>Stands for an application's name in <see cref="Image"/>.</summary>
    public const string AppPlaceholder = "{app}";

    private const int MostEnvironments = 20;

    /// <summary>Files and folders to look at; the whole repository where empty.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The application's name; null for what its files say.</summary>
    public string? Name { get; init; }

    /// <summary>Where images go, with <see cref="AppPlaceholder"/> where there are several; null for what the files say.</summary>
    public string? Image { get; init; }

    /// <summary>The environments in their order; empty for what the folders say.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The CI systems.</summary>
    public CiChoice Ci { get; init; }

    /// <summary>The agent.</summary>
    public AgentChoice Agent { get; init; }

    /// <summary>Writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Reads and checks a request.</summary>
    /// <exception cref="TaskFailedException">An input cannot be used.</exception>
    public static InitRequest From(InputValues values)
    {
        var request = new InitRequest
        {
            Sources = values.Get(InitInputs.From),
            Name = values.Get(InitInputs.Name),
            Image = values.Get(InitInputs.Image),
            Environments = [.. values.Get(InitInputs.Environments).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            Ci = values.Get(InitInputs.Ci),
            Agent = values.Get(InitInputs.Agent),
            DryRun = values.Get(InitInputs.DryRun),
        };
        request.Check();
        return request;
    }

    private void Check()
    {
        if (Name is { } name && AppName.Of(name) != name)
            throw Unusable("name", name, $"Write lower-case letters, digits and hyphens, such as {AppName.Of(name)}.");
        if (Image is { } image && !ImageReference.TryParse(image.Replace(AppPlaceholder, "app", StringComparison.Ordinal), out _))
            throw Unusable("image", image, "Write registry and repository in lower case, such as ghcr.io/acme/{app}.");
        if (Environments.FirstOrDefault(environment => AppName.Of(environment) != environment) is { } wrong)
            throw Unusable("environments", wrong, "Write lower-case letters, digits and hyphens, with commas between environments.");
        if (Environments.GroupBy(environment => environment, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Unusable("environments", twice.Key, "Name each environment once.");
        if (Environments.Count > MostEnvironments)
            throw Unusable("environments", $"{Environments.Count} environments", $"Name at most {MostEnvironments}.");
    }

    private static TaskFailedException Unusable(string input, string value, string advice) =>
        TaskFailedException.Usage(InitCodes.InputUnusable, $"'{value}' cannot be used for the input '{input}'.", advice);
}
