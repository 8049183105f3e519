namespace GitOpsTasks.Hosts.Tests.MSBuild;

/// <summary>The test classes that share one <see cref="BuildFolder"/>, each with manifests of its own in it: restoring takes longer than most builds.</summary>
[CollectionDefinition(nameof(BuildFolders))]
public sealed class BuildFolders : ICollectionFixture<BuildFolder>;
