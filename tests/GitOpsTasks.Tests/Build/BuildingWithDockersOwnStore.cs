namespace GitOpsTasks.Tests.Build;

public sealed class BuildingWithDockersOwnStore() : BuildingWithDocker(usesContainerd: false);
