using GitOpsTasks.Contracts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Init;

/// <summary>An application while its sources are read: each adds what it says.</summary>
/// <param name="name">Its name.</param>
/// <param name="folder">The folder its sources are in.</param>
internal sealed class AppDraft(string name, TreePath folder)
{
    private readonly List<(string What, string From)> _facts = [];

    /// <summary>Its name.</summary>
    public string Name { get; set; } = name;

    /// <summary>The folder its sources are in.</summary>
    public TreePath Folder { get; } = folder;

    /// <summary>Its image.</summary>
    public ImageDraft Image { get; set; } = new();

    /// <summary>Whether it ends by itself.</summary>
    public bool IsJob { get; set; }

    /// <summary>The ports it listens on.</summary>
    public List<PortDraft> Ports { get; } = [];

    /// <summary>The number of its user; null for the default.</summary>
    public int? User { get; set; }

    /// <summary>The number of its group; null for that of the user.</summary>
    public int? Group { get; set; }

    /// <summary>A check over HTTP; null where none is known.</summary>
    public ProbeDraft? Probe { get; set; }

    /// <summary>Variables.</summary>
    public OrderedDictionary<string, string> Env { get; } = new(StringComparer.Ordinal);

    /// <summary>Files of variables, from the root of the repository.</summary>
    public List<TreePath> EnvFiles { get; } = [];

    /// <summary>Variables whose values come from a Secret.</summary>
    public SortedSet<string> Secrets { get; } = new(StringComparer.Ordinal);

    /// <summary>Volumes by name: where each is mounted, and whether its data last.</summary>
    public OrderedDictionary<string, VolumeDraft> Volumes { get; } = new(StringComparer.Ordinal);

    /// <summary>How many pods; null where nothing is said.</summary>
    public int? Replicas { get; set; }

    /// <summary>Processors and memory, by the keys of the spec.</summary>
    public SortedDictionary<string, string> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>The program; null for the image's own.</summary>
    public IReadOnlyList<string>? Command { get; set; }

    /// <summary>Its arguments; null for the image's own.</summary>
    public IReadOnlyList<string>? Args { get; set; }

    /// <summary>The folder it starts in; null for the image's own.</summary>
    public string? WorkingDir { get; set; }

    /// <summary>What was derived.</summary>
    public IEnumerable<DerivedFact> Facts => _facts.Select(fact => new DerivedFact(Name, fact.What, fact.From));

    /// <summary>Notes what was derived from a place.</summary>
    public void Note(string what, SourcePlace place, string word = "") =>
        _facts.Add((what, $"{place.File}{(place.Line > 0 ? $":{place.Line}" : "")}{(word.Length > 0 ? $" {word}" : "")}"));

    /// <summary>Adds a port that is not there yet.</summary>
    public void AddPort(PortDraft port, SourcePlace place, string word)
    {
        if (Ports.Any(known => known.Number == port.Number && known.Protocol == port.Protocol))
            return;
        Ports.Add(port);
        Note($"port {port.Number}{(port.Protocol == "TCP" ? "" : $"/{port.Protocol.ToLowerInvariant()}")}", place, word);
    }
}
