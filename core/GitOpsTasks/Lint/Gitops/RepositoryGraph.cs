using GitOpsTasks.Lint.Gitops.Agents;
using GitOpsTasks.Lint.Gitops.Builds;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Lint.Gitops;

/// <summary>Who names whom in a repository: made once, and read by all checks.</summary>
internal sealed class RepositoryGraph
{
    private readonly ILookup<TreePath, LintFile> _files;
    private readonly ILookup<TreePath, TreePath> _folders;
    private readonly HashSet<TreePath> _allFolders = [TreePath.Root];

    /// <summary>Reads the graph and follows its kustomizations.</summary>
    public RepositoryGraph(LintedRepository repository)
    {
        Repository = repository;
        var read = new (Kustomization? Kustomization, IReadOnlyList<FileReference> References)[repository.Files.Count];
        Parallel.For(0, read.Length, index => read[index] = (Kustomization.Read(repository.Files[index]), FileReference.In(repository.Files[index])));
        References = [.. read.SelectMany(file => file.References)];
        Kustomizations = [.. read.Select(file => file.Kustomization).OfType<Kustomization>().DistinctBy(kustomization => kustomization.Folder)];
        ByFolder = Kustomizations.ToDictionary(kustomization => kustomization.Folder);
        _files = repository.Files.ToLookup(file => file.Path.Parent);
        foreach (var file in repository.Files)
        {
            for (var folder = file.Path.Parent; _allFolders.Add(folder); folder = folder.Parent)
                continue;
        }

        _folders = _allFolders.Where(folder => !folder.IsRoot).Order().ToLookup(folder => folder.Parent);
        Named = References.Select(reference => reference.Path).OfType<TreePath>().ToHashSet();
        Manifests = [.. repository.Manifests.SelectMany(file => file.All.Where(manifest => !manifest.IsPartial).Select(manifest => new PlacedManifest(file.File, manifest)))];
        Builds = new KustomizeBuilds(repository, ByFolder);
        Builds.BuildAll();
        Argo = [.. Manifests.Select(ArgoApplication.Read).OfType<ArgoApplication>()];
        Flux = new FluxObjects(Manifests);
        Here = new ThisRepository(this);
    }

    /// <summary>The files.</summary>
    public LintedRepository Repository { get; }

    /// <summary>The kustomizations, by the paths of their files; the first where a folder has several.</summary>
    public IReadOnlyList<Kustomization> Kustomizations { get; }

    /// <summary>The kustomizations by their folders.</summary>
    public IReadOnlyDictionary<TreePath, Kustomization> ByFolder { get; }

    /// <summary>What kustomizations come to.</summary>
    public KustomizeBuilds Builds { get; }

    /// <summary>The references of kustomizations to files and folders.</summary>
    public IReadOnlyList<FileReference> References { get; }

    /// <summary>The files and folders that kustomizations name.</summary>
    public IReadOnlySet<TreePath> Named { get; }

    /// <summary>The manifests that are no patches, file by file.</summary>
    public IReadOnlyList<PlacedManifest> Manifests { get; }

    /// <summary>The applications of Argo CD.</summary>
    public IReadOnlyList<ArgoApplication> Argo { get; }

    /// <summary>The objects of Flux.</summary>
    public FluxObjects Flux { get; }

    /// <summary>Which addresses are those of this repository.</summary>
    public ThisRepository Here { get; }

    /// <summary>The kustomizations that no other names: what agents build.</summary>
    public IEnumerable<Kustomization> Roots => Kustomizations.Where(kustomization => !kustomization.IsComponent && !Named.Contains(kustomization.Folder));

    /// <summary>The files in a folder, not below it.</summary>
    public IEnumerable<LintFile> FilesIn(TreePath folder) => _files[folder];

    /// <summary>The folders in a folder that hold files of the repository somewhere.</summary>
    public IEnumerable<TreePath> FoldersIn(TreePath folder) => _folders[folder];

    /// <summary>Whether YAML files are in a folder or below it.</summary>
    public bool HasFolder(TreePath folder) => _allFolders.Contains(folder);

    /// <summary>All folders that hold YAML files somewhere.</summary>
    public IReadOnlyCollection<TreePath> Folders => _allFolders;
}
