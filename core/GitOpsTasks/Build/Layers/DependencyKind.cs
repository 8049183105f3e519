namespace GitOpsTasks.Build.Layers;

/// <summary>Where a published file is from.</summary>
internal enum DependencyKind
{
    /// <summary>The project, or one that it refers to.</summary>
    Own,

    /// <summary>A package.</summary>
    Package,

    /// <summary>The .NET runtime that goes with the program.</summary>
    Runtime,
}
