using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Generate;

/// <summary>One application to generate: its spec, and where its files go.</summary>
/// <param name="App">The spec with its env files.</param>
/// <param name="Target">Where base and overlays are.</param>
internal sealed record GenerateJob(AppSpecFile App, GenerateTarget Target)
{
    private const string DefaultEnvironment = "dev";

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
        return new GenerateJob(app, GenerateTarget.Below(path, Environments(app, request)));
    }

    /// <summary>What becomes of files that people changed.</summary>
    public static RegenerationRules RulesFor(GenerateRequest request, GenerateTarget target) => new()
    {
        OnConflict = request.OnConflict,
        Prune = request.Prune,
        IsPreview = true,
        Folders = request.Environments.Count == 0 ? null : [target.Base, .. target.Overlays.Select(overlay => overlay.Path)],
    };

    /// <summary>What became of the application's files.</summary>
    public GeneratedApp Report(ChangeSet changes)
    {
        var mine = changes.Files.Where(change => change.Path.IsIn(Target.Folder) || Target.Overlays.Any(overlay => change.Path.IsIn(overlay.Path))).ToList();
        var touched = mine.Select(change => change.Path).ToHashSet();
        return new GeneratedApp(
            App.Spec.Name,
            App.Path,
            [.. mine.Where(change => change.Content is not null).Select(change => change.Path.Value)],
            [.. mine.Where(change => change.Content is null).Select(change => change.Path.Value)],
            [.. new AppFiles(App, Target).Wanted.Where(path => !touched.Contains(path)).Order().Select(path => path.Value)]);
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
