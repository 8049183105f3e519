namespace GitOpsTasks.Status;

/// <summary>An open pull request that promotes. All but the number is what its body says of itself: others can edit it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Url">Where a person looks at it.</param>
/// <param name="Title">One line.</param>
/// <param name="State"><c>open</c>, <c>draft</c>, or <c>merging</c> where the forge merges it once it may.</param>
/// <param name="Name">The application or group; null where the body does not say.</param>
/// <param name="From">The environment versions come from; null where the body does not say.</param>
/// <param name="To">The environment they go to; null where the body does not say.</param>
public sealed record OpenPromotion(int Number, string Url, string Title, string State, string? Name, string? From, string? To)
{
    /// <summary>The applications.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>Whether it goes back to what the target had before.</summary>
    public bool Rollback { get; init; }

    /// <summary>The images with old and new versions.</summary>
    public IReadOnlyList<PromotedImage> Images { get; init; } = [];

    /// <summary>How its gates stood when it was last looked at.</summary>
    public IReadOnlyList<GateResult> Gates { get; init; } = [];

    /// <summary>Whether it takes an application to an environment.</summary>
    public bool Takes(string app, string environment) => To == environment && Apps.Contains(app);
}
