using GitOpsTasks.Build.Archives;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Finds out whether the engine's BuildKit can read a context that is sent with the request. Inside an engine that keeps its
/// images in containerd it cannot (https://github.com/moby/moby/issues/47717), and breaks off while a large context is sent.
/// </summary>
internal sealed class BuildKitProbe(DockerEngine engine)
{
    private const string ContextUnreadable = "failed to read downloaded context";
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Has a stage built that there is none of: no image comes of it.</summary>
    /// <param name="scratch">Absolute path of a folder for a file.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<bool> ReadsContextsAsync(string scratch, CancellationToken cancellationToken)
    {
        var file = Path.Combine(scratch, "probe");
        await File.WriteAllTextAsync(file, "FROM scratch\n", cancellationToken);
        var reads = true;
        await engine.PostAsync(
            "build?version=2&dockerfile=Dockerfile&target=gitops-tasks-probe",
            request => request.Content = new BuildContextContent([new ArchiveEntry("Dockerfile", ArchiveEntry.Readable) { Source = file }]),
            message => reads &= message.Error?.StartsWith(ContextUnreadable, StringComparison.Ordinal) != true,
            Deadline,
            cancellationToken);
        return reads;
    }
}
