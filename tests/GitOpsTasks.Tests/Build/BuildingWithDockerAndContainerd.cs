namespace GitOpsTasks.Tests.Build;

public sealed class BuildingWithDockerAndContainerd() : BuildingWithDocker(usesContainerd: true);
