using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Gitops.Agents;

/// <summary>
/// Tells which addresses are those of the repository under check. Known: that of the checkout's origin, and of the
/// GitRepository that Flux's bootstrap made. Likely: one of which at least as many paths are here as are not, one at least.
/// A path of a likely address is judged only where its first folder is here, and is a warning then.
/// </summary>
internal sealed class ThisRepository
{
    private readonly RepositoryGraph _graph;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _likely = new(StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    public ThisRepository(RepositoryGraph graph)
    {
        _graph = graph;
        if (graph.Repository.Folder is { } folder && CheckoutAddress.Of(folder) is { } origin)
            _known.Add(RepositoryAddress.Normalize(origin));
        foreach (var address in graph.Flux.Find("GitRepository", FluxObjects.Bootstrap).Select(placed => placed.Manifest.Root["spec"]?.Text("url")).OfType<string>())
            _known.Add(RepositoryAddress.Normalize(address));
        var named = graph.Argo.SelectMany(application => application.Sources).Where(source => source.FollowsBranch && !source.IsTemplate && source.PathNode is not null)
            .Select(source => (source.Address, source.Path)).Concat(FluxPaths()).Distinct();
        foreach (var paths in named.GroupBy(path => RepositoryAddress.Normalize(path.Address), path => path.Path))
        {
            var here = paths.Count(path => path is { IsRoot: false } folder && graph.HasFolder(folder));
            if (here > 0 && here * 2 >= paths.Count())
                _likely.Add(paths.Key);
        }
    }

    /// <summary>Whether an address is, or is likely to be, this repository.</summary>
    public bool Is(string address) => Severity(address) is not null;

    /// <summary>How serious a path of an address is that is not here; null where nothing can be told of the address.</summary>
    public Severity? Severity(string address)
    {
        var normal = RepositoryAddress.Normalize(address);
        if (_known.Contains(normal))
            return Contracts.Severity.Error;
        return _known.Count == 0 && _likely.Contains(normal) ? Contracts.Severity.Warning : null;
    }

    /// <summary>Whether the first folder of a path is here.</summary>
    public bool HasFirstFolderOf(TreePath path) => TreePath.TryParse(path.Value.Split('/')[0], out var first) && _graph.HasFolder(first);

    /// <summary>How serious a wrong path of a Kustomization of Flux is; null where its source is not this repository.</summary>
    public Severity? Severity(FluxKustomization kustomization) => Severity(kustomization.Spec?["sourceRef"]);

    /// <summary>How serious a wrong path of a source of Flux is; null where it is not this repository.</summary>
    /// <param name="reference">A <c>sourceRef</c>.</param>
    public Severity? Severity(YamlNode? reference)
    {
        if (SourceOf(reference) is not { } source)
            return null;
        return source.Name == FluxObjects.Bootstrap && source.Address is null ? Contracts.Severity.Error : source.Address is { } address ? Severity(address) : null;
    }

    private IEnumerable<(string Address, TreePath? Path)> FluxPaths() => _graph.Flux.Kustomizations
        .Select(kustomization => (SourceOf(kustomization.Spec?["sourceRef"])?.Address ?? "", kustomization.Path)).Where(path => path.Item1.Length > 0);

    private (string Name, string? Address)? SourceOf(YamlNode? sourceRef)
    {
        if (sourceRef is not { } reference || reference.Text("kind") != "GitRepository" || reference.Text("name") is not { } name)
            return null;
        var specs = _graph.Flux.Find("GitRepository", name).Select(placed => placed.Manifest.Root["spec"]).ToList();
        var isFixed = specs.Exists(spec => spec?["ref"] is { } at && ((at.Find("tag") ?? at.Find("semver") ?? at.Find("commit") ?? at.Find("name")) is not null
            || (name != FluxObjects.Bootstrap && at.Text("branch") is not (null or "main" or "master" or "trunk"))));
        return isFixed ? null : (name, specs.Select(spec => spec?.Text("url")).FirstOrDefault(url => url is not null));
    }
}
