namespace GitOpsTasks.Registry;

/// <summary>A request that can be sent more than once: after a challenge, or to where it is redirected.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">Where to.</param>
internal sealed record RegistryRequest(HttpMethod Method, Uri Uri)
{
    /// <summary>Makes the body; null for none.</summary>
    public Func<HttpContent>? Content { get; init; }

    /// <summary>Whether a manifest is asked for, of any type.</summary>
    public bool AcceptsManifests { get; init; }

    /// <summary>Where in the content the answer is to begin; null for the start.</summary>
    public long? From { get; init; }

    /// <summary>Whether the body of a good answer is left to be read by the caller.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>How long one sending may take, with its answer; of a streamed one, with its headers.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(100);
}
