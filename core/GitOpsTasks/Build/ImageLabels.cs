namespace GitOpsTasks.Build;

/// <summary>The labels every image gets, from the OCI image specification's predefined annotation keys.</summary>
internal static class ImageLabels
{
    private const string Prefix = "org.opencontainers.image.";

    /// <summary>All labels of an image, ordered by key; those of its description win.</summary>
    /// <param name="spec">The image.</param>
    /// <param name="version">Its version; null leaves the label out, as with all that is not known.</param>
    /// <param name="revision">The state of its sources.</param>
    /// <param name="created">Never the time of the build: that would change the digest with every run.</param>
    public static IReadOnlyDictionary<string, string> Of(
        ImageSpec spec, string? version, SourceRevision? revision, DateTimeOffset? created)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("created", created is null ? null : Time(created.Value));
        Add("revision", revision?.Commit);
        Add("source", revision?.Source);
        Add("version", version);
        foreach (var (key, value) in spec.Labels)
            labels[key] = value;
        return labels;

        void Add(string key, string? value)
        {
            if (value is not null)
                labels[Prefix + key] = value;
        }
    }

    /// <summary>A time as RFC 3339 in UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
