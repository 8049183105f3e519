using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Agents;
using GitOpsTasks.Generate.Layout;
using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>One application to generate: its spec, and where its files go.</summary>
/// <param name="App">The spec with its env files.</param>
/// <param name="Target">Where base and overlays are.</param>
internal sealed record GenerateJob(AppSpecFile App, GenerateTarget Target)
{
    private const string DefaultEnvironment = "dev";

    /// <summary>The files as the spec wants them.</summary>
    public AppFiles Files { get; } = new(App, Target);

    /// <summary>Folders that this is not about: those of agents, where nothing is said of them.</summary>
    public IReadOnlyList<TreePath> Untouched => Target.Agent == AgentKind.Unchanged ? AgentFiles.Folders(Target) : [];

    /// <summary>The job for a spec of a request.</summary>
    /// <param name="app">The spec.</param>
    /// <param name="request">Names folder and environments.</param>
    /// <param name="tree">The work tree the folder is in.</param>
    /// <param name="context">Relative paths start at its directory.</param>
    /// <exception cref="TaskFailedException">An environment that the spec does not know.</exception>
    public static GenerateJob Of(AppSpecFile app, GenerateRequest request, WorkTree tree, EngineContext context)
    {
        var folder = context.Resolve(request.Out.Replace(GenerateRequest.AppPlaceholder, app.Spec.Name, StringComparison.Ordinal));
        var path = TreePath.Parse(Path.GetRelativePath(tree.RootPath, folder).Replace('\\', '/'));
        return new GenerateJob(app, GenerateTarget.Below(path, app.Spec.Layout, Environments(app, request)) with { Agent = request.Agent });
    }

    /// <summary>What becomes of files that people changed.</summary>
    /// <param name="request">Says so; one for some environments alone is not about the files of others.</param>
    public RegenerationRules RulesFor(GenerateRequest request) => new()
    {
        OnConflict = request.OnConflict,
        Prune = request.Prune,
        IsPreview = true,
        Folders = request.Environments.Count == 0 ? null : [Target.Base, .. Target.Overlays.Select(overlay => overlay.Path), .. AgentFiles.Folders(Target)],
    };

    /// <summary>What became of the application's files.</summary>
    /// <param name="changes">The changes below its folder, in the order of paths.</param>
    public GeneratedApp Report(IEnumerable<FileChange> changes)
    {
        var mine = changes.ToList();
        var touched = mine.Select(change => change.Path).ToHashSet();
        return new GeneratedApp(
            App.Spec.Name,
            App.Path,
            [.. mine.Where(change => change.Content is not null).Select(change => change.Path.Value)],
            [.. mine.Where(change => change.Content is null).Select(change => change.Path.Value)],
            [.. Files.Desired.Where(file => !touched.Contains(file.Path)).Select(file => file.Path.Value)]);
    }

    private static IEnumerable<string> Environments(AppSpecFile app, GenerateRequest request)
    {
        var known = app.Spec.Environments.Keys;
        if (request.Environments.Count == 0)
            return known.Any() ? known : [DefaultEnvironment];
        if (known.Any() && request.Environments.Except(known).FirstOrDefault() is { } unknown)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputInvalid,
                $"'{app.Path}' has no environment '{unknown}'.",
                $"{Suggestion.For(unknown, known)}Its environments are {string.Join(", ", known)}; add this one there, with {{}} where nothing differs.");
        }

        if (request.Agent is AgentKind.ArgoCd or AgentKind.Flux && known.Except(request.Environments).FirstOrDefault() is { } left)
        {
            throw TaskFailedException.Usage(
                UsageCodes.InputsContradict,
                $"An agent is told of all environments together, and '{left}' is left out.",
                "Leave --environment or --agent out.");
        }

        return request.Environments.Distinct();
    }
}
