namespace GitOpsTasks.Tests.Build.Docker;

public sealed class DockerfilesInDockersOwnStore() : DockerfilesInDocker(usesContainerd: false);
