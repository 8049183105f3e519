using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Layout;
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

    /// <summary>What became of the application's files.</summary>
    /// <param name="changes">All changes, by folder.</param>
    public GeneratedApp Report(ILookup<TreePath, FileChange> changes)
    {
        var mine = Files.Folders.Distinct().SelectMany(folder => changes[folder]).OrderBy(change => change.Path).ToList();
        var touched = mine.Select(change => change.Path).ToHashSet();
        return new GeneratedApp(
            App.Spec.Name,
            App.Path,
            [.. mine.Where(change => change.Content is not null).Select(change => change.Path.Value)],
            [.. mine.Where(change => change.Content is null).Select(change => change.Path.Value)],
            [.. Files.Paths.Where(path => !touched.Contains(path)).Order().Select(path => path.Value)]);
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

        return request.Environments.Distinct();
    }
}
