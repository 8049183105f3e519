using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Init.Sources;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Layouts;

/// <summary>Looks through the YAML files of a repository for kustomizations, workloads, charts and agents. What is no YAML, such as a template, is passed over.</summary>
/// <param name="repository">The repository.</param>
internal sealed class ManifestScan(Repository repository)
{
    private static readonly HashSet<string> s_kustomizations = new(StringComparer.Ordinal) { "kustomization.yaml", "kustomization.yml", "Kustomization" };
    private static readonly HashSet<string> s_workloads = new(StringComparer.Ordinal) { "Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "Rollout" };

    private readonly SortedDictionary<TreePath, ManifestFolder> _folders = [];

    /// <summary>The folders with anything in them, ordered by path.</summary>
    public IEnumerable<ManifestFolder> Folders => _folders.Values;

    /// <summary>The app specs.</summary>
    public List<KnownSpec> Specs { get; } = [];

    /// <summary>The first object of Argo CD.</summary>
    public SourcePlace? ArgoCd { get; private set; }

    /// <summary>The first object of Flux.</summary>
    public SourcePlace? Flux { get; private set; }

    /// <summary>A folder; null where nothing is in it.</summary>
    public ManifestFolder? Find(TreePath folder) => _folders.GetValueOrDefault(folder);

    /// <summary>Looks.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var charts = repository.Files.Where(file => file.Name == "Chart.yaml").Select(file => file.Parent).ToList();
        foreach (var chart in charts)
            FolderOf(chart).Chart = chart.Combine("Chart.yaml");
        foreach (var file in repository.Files)
        {
            if (!IsYaml(file) || charts.Exists(chart => file.IsIn(chart) && file.Parent != chart && !s_kustomizations.Contains(file.Name)) || await repository.ReadAsync(file, cancellationToken) is not { } content)
                continue;
            var yaml = YamlFile.Parse(content, file.Value);
            foreach (var document in yaml.IsValid ? yaml.Documents.Where(document => document.IsMapping) : [])
                Read(file, document);
        }
    }

    private static bool IsYaml(TreePath file) =>
        (file.Name.EndsWith(".yaml", StringComparison.Ordinal) || file.Name.EndsWith(".yml", StringComparison.Ordinal) || s_kustomizations.Contains(file.Name))
        && !file.Value.StartsWith(".github/", StringComparison.Ordinal) && !ComposeFile.IsOne(file);

    private void Read(TreePath file, YamlNode document)
    {
        var group = (document.Text("apiVersion") ?? "").Split('/')[0];
        var kind = document.Text("kind") ?? "";
        if (document.Text("apiVersion") == GitOpsConfig.ApiVersion && kind == "App" && document.Text("name") is { } app && AppName.Of(app) == app && Specs.TrueForAll(known => known.Name != app))
            Specs.Add(new KnownSpec(file, app, ImageReference.TryParse(document.Text("image") ?? "", out var image) ? image.Name : null));
        else if (s_kustomizations.Contains(file.Name))
            ReadKustomization(file, document);
        else if (group == "argoproj.io" && kind is "Application" or "ApplicationSet")
            (ArgoCd, FolderOf(file.Parent).HasAgent) = (ArgoCd ?? document.Place, true);
        else if (kind == "HelmRelease")
            FolderOf(file.Parent).Workload ??= file;
        else if (group.EndsWith(".toolkit.fluxcd.io", StringComparison.Ordinal))
            (Flux, FolderOf(file.Parent).HasAgent) = (Flux ?? document.Place, true);
        else if (s_workloads.Contains(kind) && group.Length > 0)
            ReadWorkload(file, document);
    }

    private void ReadKustomization(TreePath file, YamlNode document)
    {
        var folder = FolderOf(file.Parent);
        folder.Kustomization = file;
        foreach (var key in (string[])["resources", "bases", "components"])
        {
            foreach (var item in document[key]?.Items ?? [])
            {
                if (item.Resolved.IsScalar && file.Parent.TryCombine(item.Resolved.Value.TrimEnd('/'), out var path) && repository.Has(path))
                    folder.Resources.Add(path);
            }
        }

        foreach (var image in document["images"]?.Items ?? [])
        {
            if ((image.Resolved.Text("newName") ?? image.Resolved.Text("name")) is { } name)
                folder.Images.Add(name);
        }
    }

    private void ReadWorkload(TreePath file, YamlNode document)
    {
        var folder = FolderOf(file.Parent);
        folder.Workload ??= file;
        var pods = document["spec"]?["jobTemplate"]?["spec"] ?? document["spec"];
        foreach (var container in pods?["template"]?["spec"]?["containers"]?.Items ?? [])
        {
            if (container.Resolved.Text("image") is { } image && ImageReference.TryParse(image, out var reference))
                folder.Images.Add(reference.Name);
        }
    }

    private ManifestFolder FolderOf(TreePath path) => _folders.TryGetValue(path, out var folder) ? folder : _folders[path] = new ManifestFolder(path);
}
