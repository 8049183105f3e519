namespace GitOpsTasks.Tests.Build.Docker;

public sealed class DockerfilesInDockerWithContainerd() : DockerfilesInDocker(usesContainerd: true);
