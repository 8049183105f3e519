namespace GitOpsTasks.Build.Names;

/// <summary>When an image becomes <c>latest</c>.</summary>
internal enum LatestMode
{
    /// <summary>The first rule that gives a tag decides.</summary>
    Auto,

    /// <summary>With every tag.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,

    /// <summary>Where it is a release and there is no newer one; other tags that move do not move back either.</summary>
    Highest,
}
