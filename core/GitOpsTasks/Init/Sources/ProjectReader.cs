using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Sources;

/// <summary>Finds the .NET projects that become images of their own.</summary>
/// <param name="repository">What is looked at.</param>
/// <param name="findings">What a person should know.</param>
/// <param name="dockerfiles">Dockerfiles, which build projects in their own way.</param>
internal sealed class ProjectReader(Repository repository, Findings findings, IReadOnlyList<(TreePath Path, Dockerfile File)> dockerfiles)
{
    private readonly List<(TreePath Path, ProjectFacts Facts)> _projects = [];
    private readonly Dictionary<TreePath, ProjectFile> _shared = [];

    /// <summary>Whether a file is a project.</summary>
    public static bool IsOne(TreePath file) => file.Name.EndsWith(".csproj", StringComparison.Ordinal) || file.Name.EndsWith(".fsproj", StringComparison.Ordinal) || file.Name.EndsWith(".vbproj", StringComparison.Ordinal);

    /// <summary>Looks at a project.</summary>
    public async Task LookAsync(TreePath path, CancellationToken cancellationToken)
    {
        if (await repository.ReadAsync(path, cancellationToken) is not { } content)
            return;
        var project = ProjectFile.Read(content, path.Value);
        _projects.Add((path, new ProjectFacts(project, await SharedAsync(path.Parent, cancellationToken))));
    }

    /// <summary>The applications among the projects.</summary>
    /// <param name="areOthers">Whether the repository has applications beside them.</param>
    public IEnumerable<AppDraft> Drafts(bool areOthers)
    {
        var services = _projects.Where(project => project.Facts.Kind is ProjectKind.Web or ProjectKind.Worker).ToList();
        var names = new List<string>();
        foreach (var (path, facts) in _projects)
        {
            if (facts.Kind is ProjectKind.Test or ProjectKind.Library || IsBuilt(path))
                continue;
            if (facts.Kind == ProjectKind.Console && !facts.HasContainer && (areOthers || services.Count > 0))
            {
                findings.Tell(
                    InitCodes.LeftOut, $"'{path.Name}' is left out: it is a program without anything said of its container.", "Set ContainerRepository in it where it belongs to what is deployed.", new SourcePlace(path.Value));
                continue;
            }

            var draft = new AppDraft(AppName.Unlike(facts.Name, names), path.Parent) { Image = new ImageDraft { Project = path } };
            facts.Take(draft, findings);
            if (draft.IsJob)
                findings.Tell(InitCodes.Guessed, $"'{draft.Name}' is a console program: a Job is proposed, which runs once.", "Take 'workload' out of the spec where it runs for ever.", new SourcePlace(path.Value));
            names.Add(draft.Name);
            yield return draft;
        }
    }

    // By a Dockerfile beside it or one that names it; or by one above it, where it is the only service there.
    private bool IsBuilt(TreePath project) => dockerfiles.Any(dockerfile =>
        dockerfile.Path.Parent == project.Parent
        || dockerfile.File.Instructions.Any(instruction => instruction.Text.Contains(project.Name, StringComparison.Ordinal))
        || (project.IsIn(dockerfile.Path.Parent) && _projects.Count(other => other.Path.IsIn(dockerfile.Path.Parent) && other.Facts.Kind is ProjectKind.Web or ProjectKind.Worker) == 1));

    private async Task<ProjectFile?> SharedAsync(TreePath folder, CancellationToken cancellationToken)
    {
        for (var at = folder; ; at = at.Parent)
        {
            var path = at.Combine("Directory.Build.props");
            if (_shared.TryGetValue(path, out var known))
                return known;
            if (repository.Has(path) && await repository.ReadAsync(path, cancellationToken) is { } content)
                return _shared[path] = ProjectFile.Read(content, path.Value);
            if (at.IsRoot)
                return null;
        }
    }
}
