using System.Text.RegularExpressions;
using GitOpsTasks.Init.Sources;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init.Layouts;

/// <summary>Tells from folders and kustomizations which applications a repository configures, and for which environments.</summary>
/// <param name="repository">The repository.</param>
/// <param name="defaultName">The application's name where no folder has it.</param>
internal sealed partial class LayoutReader(Repository repository, string defaultName)
{
    private readonly ManifestScan _scan = new(repository);
    private string _defaultName = "";

    /// <summary>Reads the layout.</summary>
    public async Task<Layout> ReadAsync(CancellationToken cancellationToken)
    {
        await _scan.LookAsync(cancellationToken);
        _defaultName = _scan.Specs is [var only] ? only.Name : defaultName;
        var taken = TakenIn();
        var places = new List<LayoutPlace>();
        foreach (var folder in _scan.Folders.Where(folder => !folder.HasAgent && !folder.Path.Value.Split('/').Contains("flux-system")))
        {
            if (folder.Chart is { } chart)
                places.AddRange(ChartPlaces(folder.Path, chart));
            else if (folder.Kustomization is { } kustomization && !taken.Contains(folder.Path) && WithinReach(folder).Any(inner => inner.Workload is not null || inner.Images.Count > 0))
                places.Add(PlaceOf(folder, kustomization));
            else if (folder.Kustomization is null && folder.Workload is { } workload && !taken.Contains(folder.Path) && !taken.Contains(workload))
                places.Add(PlaceOf(folder, workload));
        }

        return new Layout(WithoutBases(places), _scan.ArgoCd, _scan.Flux) { Specs = _scan.Specs };
    }

    // What kustomizations of other folders take in, and the folders of the files among it.
    private HashSet<TreePath> TakenIn()
    {
        var taken = new HashSet<TreePath>();
        foreach (var folder in _scan.Folders)
        {
            foreach (var resource in folder.Resources)
            {
                taken.Add(resource);
                if (_scan.Find(resource) is null && resource.Parent != folder.Path)
                    taken.Add(resource.Parent);
            }
        }

        return taken;
    }

    // The folder and those that its kustomization takes in, and theirs; each once.
    private HashSet<ManifestFolder> WithinReach(ManifestFolder folder)
    {
        var reached = new HashSet<ManifestFolder> { folder };
        var next = new Queue<ManifestFolder>(reached);
        while (next.TryDequeue(out var at))
        {
            foreach (var inner in at.Resources.Select(resource => _scan.Find(resource) ?? _scan.Find(resource.Parent)).OfType<ManifestFolder>())
            {
                if (reached.Add(inner))
                    next.Enqueue(inner);
            }
        }

        return reached;
    }

    private LayoutPlace PlaceOf(ManifestFolder folder, TreePath source)
    {
        var pattern = FolderPattern.Of(folder.Path);
        var images = new SortedSet<string>(WithinReach(folder).SelectMany(inner => inner.Images), StringComparer.Ordinal);
        var template = pattern.App is null ? folder.Path.Value : pattern.Template;
        return new LayoutPlace(AppName.Of(pattern.App ?? _defaultName), pattern.Environment, folder.Path, Named(template, pattern.App), source)
        {
            Images = [.. images],
            Root = RootOf(folder.Path, pattern),
        };
    }

    // A chart with files of values for environments is a place in each; else it is one.
    private IEnumerable<LayoutPlace> ChartPlaces(TreePath folder, TreePath chart)
    {
        if (folder.Value.Split('/') is var parts && Array.LastIndexOf(parts, "charts") is var charts and > 0 && repository.Has(TreePath.Parse(string.Join('/', parts[..charts])).Combine("Chart.yaml")))
            yield break;
        var pattern = FolderPattern.Of(folder);
        var app = AppName.Of(pattern.App ?? _defaultName);
        var values = repository.Files.Where(file => file.IsIn(folder))
            .Select(file => (File: file, Environment: ValuesFile().Match(file.Value[(folder.IsRoot ? 0 : folder.Value.Length + 1)..]) is { Success: true } match ? match.Groups["environment"].Value : null))
            .Where(found => found.Environment is not null && EnvironmentNames.IsUsual(found.Environment)).ToList();
        foreach (var (file, environment) in values)
        {
            var rest = file.Value[folder.Value.Length..];
            yield return new LayoutPlace(app, environment, file, Named((pattern.App is null ? folder.Value : pattern.Template) + rest, pattern.App), file) { Root = folder };
        }

        if (values.Count == 0)
            yield return new LayoutPlace(app, pattern.Environment, folder, Named(pattern.App is null ? folder.Value : pattern.Template, pattern.App), chart) { Root = folder };
    }

    // The folder is the application's by its name only where it needs no change to be a name.
    private static string Named(string template, string? app) =>
        app is null || AppName.Of(app) == app ? template : template.Replace(InitRequest.AppPlaceholder, app, StringComparison.Ordinal);

    private static TreePath RootOf(TreePath folder, FolderPattern pattern)
    {
        if (pattern.App is null && folder.Name == pattern.Environment && folder.Parent.Name == "overlays")
            return folder.Parent.Parent;
        if (pattern.App is null && folder.Name == pattern.Environment && !folder.Parent.IsRoot)
            return folder.Parent;
        if (pattern.App is null || pattern.Environment is null)
            return folder;
        for (var at = folder; !at.IsRoot; at = at.Parent)
        {
            if (at.Name == pattern.App)
                return at;
        }

        return folder;
    }

    // Where an application has environments, its other folders are what they have in common.
    private static IReadOnlyList<LayoutPlace> WithoutBases(List<LayoutPlace> places)
    {
        var apps = places.Where(place => place.Environment is not null).Select(place => place.App).ToHashSet(StringComparer.Ordinal);
        return [.. places.Where(place => place.Environment is not null || !apps.Contains(place.App)).OrderBy(place => place.Path)];
    }

    [GeneratedRegex(@"^(values[-_.](?<environment>[A-Za-z0-9-]+)\.ya?ml|((environments|envs|env|values)/)?(?<environment>[A-Za-z0-9-]+)(/values)?\.ya?ml)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ValuesFile();
}
