using GitOpsTasks.Build;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Buildx;

/// <summary>A folder with an application, and the docker command of the parts for an engine; what is started is recorded.</summary>
internal sealed class BuildxWorkshop : IDisposable
{
    public BuildxWorkshop(string dockerHost)
    {
        _ = RequiredPart.Find("docker-buildx");
        var parts = Path.GetDirectoryName(RequiredPart.Find("docker"));
        Inner.With("DOCKER_HOST", dockerHost).With("PATH", $"{parts}:{Environment.GetEnvironmentVariable("PATH")}");
        Inner.Write("src/hello.txt", "hello");
        Inner.Write("src/Dockerfile", "FROM scratch\nCOPY hello.txt /\n");
    }

    public Workshop Inner { get; } = new();

    public List<ProcessCommand> Started { get; } = [];

    public RecordedProgress Progress { get; } = new();

    public EngineContext Context => Inner.Context with
    {
        Progress = Progress,
        RunProcess = (command, cancellationToken) =>
        {
            Started.Add(command);
            return SystemProcessRunner.RunAsync(command, cancellationToken);
        },
    };

    /// <summary>An image whose build can run a shell; <c>RUN</c> needs network none here.</summary>
    public void WriteShell(string rest)
    {
        ShellRoot.Write(Inner.PathOf("src/root"));
        Inner.Write("src/Dockerfile", $"FROM scratch\nCOPY root /\n{rest}");
    }

    public Task<ImageResult> BuildAsync(ImageSpec spec, bool push = false, string? artifact = null) =>
        Samples.BuildAsync(Context, spec with { Builder = BuilderKind.Buildx, Context = "src" }, push, artifact);

    public async Task<TaskFailedException> FailAsync(ImageSpec spec, bool push = false) =>
        await Should.ThrowAsync<TaskFailedException>(() => BuildAsync(spec, push));

    public void Dispose() => Inner.Dispose();
}
