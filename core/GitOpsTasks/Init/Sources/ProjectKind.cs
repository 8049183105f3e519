namespace GitOpsTasks.Init.Sources;

/// <summary>What a .NET project is good for.</summary>
internal enum ProjectKind
{
    /// <summary>It takes requests.</summary>
    Web,

    /// <summary>It runs until it is stopped.</summary>
    Worker,

    /// <summary>It runs, and usually ends by itself.</summary>
    Console,

    /// <summary>It is for tests.</summary>
    Test,

    /// <summary>It is used by others, or installed as a tool.</summary>
    Library,
}
