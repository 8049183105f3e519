using GitOpsTasks.Images;

namespace GitOpsTasks.Generate.Spec;

/// <summary>Containers beside that of the application, by their names.</summary>
/// <param name="Init">Those that run one after the other, and end, before it starts.</param>
/// <param name="Sidecars">Those that start after these and before it, and run as long as it does.</param>
public sealed record AppContainers(IReadOnlyDictionary<string, AppContainer> Init, IReadOnlyDictionary<string, AppContainer> Sidecars)
{
    /// <summary>None.</summary>
    public static AppContainers None { get; } = new(new OrderedDictionary<string, AppContainer>(), new OrderedDictionary<string, AppContainer>());

    /// <summary>All of them, in the order in which they start.</summary>
    public IEnumerable<KeyValuePair<string, AppContainer>> All => Init.Concat(Sidecars);

    /// <summary>The images of their own, each once, in the order of their names.</summary>
    public IEnumerable<ImageReference> Images =>
        All.Select(one => one.Value.Image).OfType<ImageReference>().DistinctBy(image => image.Name).OrderBy(image => image.Name, StringComparer.Ordinal);
}
