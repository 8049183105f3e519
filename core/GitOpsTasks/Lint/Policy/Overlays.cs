using GitOpsTasks.Edits.Kustomize;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy;

/// <summary>What kustomizations change in the manifests they build on, and who builds on whom.</summary>
internal sealed class Overlays
{
    private static readonly string[] s_references = ["resources", "bases", "components"];

    private readonly Dictionary<TreePath, YamlNode> _documents = [];
    private readonly Dictionary<TreePath, List<TreePath>> _users = [];
    private readonly HashSet<string> _images = new(StringComparer.Ordinal);

    /// <summary>The overlays of a repository.</summary>
    public Overlays(IReadOnlyList<LintFile> files)
    {
        foreach (var file in files.Where(KustomizationPatches.IsKustomization))
        {
            if (KustomizationFile.In(file.Yaml) is { } document)
                Add(file.Path, document);
        }
    }

    /// <summary>The kustomizations, by their files.</summary>
    public IReadOnlyDictionary<TreePath, YamlNode> Kustomizations => _documents;

    /// <summary>The kustomizations that no other builds on; a component is none of its own.</summary>
    public IEnumerable<TreePath> Roots => _documents
        .Where(entry => entry.Value.Text("kind") != "Component" && UsersOf(entry.Key).Count == 0 && UsersOf(entry.Key.Parent).Count == 0)
        .Select(entry => entry.Key);

    /// <summary>Whether a kustomization replaces images of a name.</summary>
    public bool ReplacesImage(string name) => _images.Contains(name);

    /// <summary>Whether a kustomization above a file gives what is in it a label.</summary>
    public bool SetsLabel(YamlFile file, string key) =>
        TreePath.TryParse(file.Path, out var path) && Above(path).Any(document => SetsLabel(document, key));

    /// <summary>Whether a kustomization above a file says the namespace of what is in it.</summary>
    public bool SetsNamespace(TreePath path) => Above(path).Any(document => KustomizationFile.FieldText(document, "namespace") is { Length: > 0 });

    /// <summary>The kustomizations that name a file, or the folder of a kustomization.</summary>
    public IReadOnlyList<TreePath> UsersOf(TreePath path) => _users.TryGetValue(path, out var users) ? users : [];

    /// <summary>The files that a kustomization is built from, those of the kustomizations below it included.</summary>
    public IEnumerable<TreePath> FilesBelow(TreePath kustomization)
    {
        var seen = new HashSet<TreePath> { kustomization };
        var open = new Queue<TreePath>(seen);
        while (open.TryDequeue(out var path))
        {
            foreach (var reference in References(path, _documents[path]).Where(seen.Add))
            {
                var below = KustomizationFile.Names.Select(reference.Combine).Where(_documents.ContainsKey).Take(1).ToList();
                if (below.Count == 0)
                    yield return reference;
                else if (seen.Add(below[0]))
                    open.Enqueue(below[0]);
            }
        }
    }

    private IEnumerable<YamlNode> Above(TreePath path)
    {
        var seen = new HashSet<TreePath>();
        var open = new Queue<TreePath>([path]);
        while (open.TryDequeue(out var below))
        {
            foreach (var user in UsersOf(below).Where(seen.Add))
            {
                yield return _documents[user];
                open.Enqueue(user.Parent);
            }
        }
    }

    private void Add(TreePath path, YamlNode document)
    {
        _documents[path] = document;
        foreach (var reference in References(path, document))
        {
            if (!_users.TryGetValue(reference, out var users))
                _users[reference] = users = [];
            users.Add(path);
        }

        foreach (var name in KustomizationFile.Items(document, "images").Select(entry => KustomizationFile.FieldText(entry, "name")).OfType<string>())
            _images.Add(name);
    }

    private static IEnumerable<TreePath> References(TreePath path, YamlNode document)
    {
        foreach (var item in s_references.SelectMany(field => KustomizationFile.Items(document, field)).Where(item => item.IsScalar))
        {
            if (!RemoteReference.Is(item.Value) && path.Parent.TryCombine(item.Value, out var reference))
                yield return reference;
        }
    }

    private static bool SetsLabel(YamlNode document, string key) =>
        KustomizationFile.Field(document, "commonLabels")?.Value.Resolved.Find(key) is not null
        || KustomizationFile.Items(document, "labels").Any(entry => entry["pairs"]?.Find(key) is not null);
}
