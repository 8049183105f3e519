using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Agents;
using GitOpsTasks.Generate.Regeneration;

namespace GitOpsTasks.Generate;

/// <summary>Which manifests to generate, and where.</summary>
public sealed record GenerateRequest
{
    /// <summary>Stands for an application's name in <see cref="Out"/>.</summary>
    public const string AppPlaceholder = "{app}";

    /// <summary>Paths of app specs; at least one.</summary>
    public required IReadOnlyList<string> Specs { get; init; }

    /// <summary>The folder that gets <c>base</c> and <c>overlays</c>, with <see cref="AppPlaceholder"/> where there are several specs.</summary>
    public required string Out { get; init; }

    /// <summary>The environments to write overlays for; those of each spec where empty.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The agent whose objects are written too.</summary>
    public AgentKind Agent { get; init; }

    /// <summary>Writes nothing, and fails where a file is not what the specs say.</summary>
    public bool Check { get; init; }

    /// <summary>What becomes of a field that both the spec and a person changed.</summary>
    public ConflictChoice OnConflict { get; init; }

    /// <summary>Removes files that the specs no longer want even where they were changed by hand.</summary>
    public bool Prune { get; init; }

    /// <summary>Writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Shows the changes as a unified diff, as <see cref="Check"/> does in any case.</summary>
    public bool Diff { get; init; }

    /// <summary>Reads and checks a request.</summary>
    /// <exception cref="TaskFailedException">An input is missing, or contradicts another.</exception>
    public static GenerateRequest From(InputValues values)
    {
        var request = new GenerateRequest
        {
            Specs = values.Get(GenerateInputs.Spec),
            Out = values.Get(GenerateInputs.Out),
            Environments = values.Get(GenerateInputs.Environment),
            Agent = values.Get(GenerateInputs.Agent),
            Check = values.Get(GenerateInputs.Check),
            OnConflict = values.Get(GenerateInputs.OnConflict),
            Prune = values.Get(GenerateInputs.Prune),
            DryRun = values.Get(GenerateInputs.DryRun),
            Diff = values.Get(GenerateInputs.Diff),
        };
        if (request.Specs.Count > 1 && !request.Out.Contains(AppPlaceholder, StringComparison.Ordinal))
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict,
                $"{request.Specs.Count} specs cannot share the folder '{request.Out}'.",
                "Put {app} into --out, such as --out apps/{app}.");
        }

        return request;
    }
}
