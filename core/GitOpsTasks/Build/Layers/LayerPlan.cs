using GitOpsTasks.Build.Archives;

namespace GitOpsTasks.Build.Layers;

/// <summary>What a layer is to be made of.</summary>
/// <param name="Description">What it is, for the image's history.</param>
/// <param name="Entries">Its files, folders and links, in the order they are archived.</param>
/// <param name="Time">The time of all of them.</param>
internal sealed record LayerPlan(string Description, IReadOnlyCollection<ArchiveEntry> Entries, DateTimeOffset Time);
