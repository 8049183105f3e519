namespace GitOpsTasks.Promote;

/// <summary>When an open promotion takes in what its base has become. A newer version is always taken in.</summary>
public enum RefreshWhen
{
    /// <summary>When it conflicts with its base.</summary>
    Conflicted,

    /// <summary>Whenever its base has moved.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}
