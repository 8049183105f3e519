using System.Text.Json;
using GitOpsTasks.Build.Archives;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Layers;

/// <summary>What <c>dotnet publish</c> made of a project.</summary>
/// <param name="Folder">Absolute path of its files.</param>
/// <param name="Assembly">Name of the program's assembly, without <c>.dll</c>.</param>
/// <param name="IsWeb">Whether it needs ASP.NET Core.</param>
/// <param name="HasRuntime">Whether it runs without a runtime in the base.</param>
/// <param name="Dependencies">What is in it of others, by path.</param>
internal sealed record PublishedProject(
    string Folder, string Assembly, bool IsWeb, bool HasRuntime, IReadOnlyDictionary<string, DependencyKind> Dependencies)
{
    private const string Suffix = ".runtimeconfig.json";
    private const string WebFramework = "Microsoft.AspNetCore.App";

    /// <summary>Reads what there is.</summary>
    public static async Task<PublishedProject> ReadAsync(
        string folder, string project, bool hasRuntime, CancellationToken cancellationToken)
    {
        var programs = Directory.GetFiles(folder, $"*{Suffix}");
        var own = programs.FirstOrDefault(path => Path.GetFileName(path) == Path.GetFileNameWithoutExtension(project) + Suffix);
        if ((own ?? (programs is [var only] ? only : null)) is not { } chosen)
            throw NotAProgram(project, programs);
        var assembly = Path.GetFileName(chosen)[..^Suffix.Length];
        using var config = JsonDocument.Parse(await File.ReadAllBytesAsync(chosen, cancellationToken));
        var dependencies = await ProjectDependencies.ReadAsync(Path.Combine(folder, $"{assembly}.deps.json"), cancellationToken);
        return new PublishedProject(folder, assembly, Frameworks(config.RootElement).Contains(WebFramework), hasRuntime, dependencies);
    }

    /// <summary>The layers it becomes: what changes seldom below what changes often.</summary>
    /// <param name="to">Absolute path in the image.</param>
    /// <param name="time">The time of its own files; those of others have none, so that their layers stay the same in every build.</param>
    public IEnumerable<LayerPlan> Layers(string to, DateTimeOffset time)
    {
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .ToLookup(path => Dependencies.GetValueOrDefault(path, DependencyKind.Own));
        foreach (var kind in new[] { DependencyKind.Runtime, DependencyKind.Package, DependencyKind.Own })
        {
            if (!files.Contains(kind))
                continue;
            var entries = LayerEntries.OfFiles(Folder, files[kind].Select(path => (path, ModeOf(path))), to);
            var what = kind switch { DependencyKind.Runtime => "runtime", DependencyKind.Package => "packages", _ => Assembly };
            yield return new LayerPlan($"publish {what} in {to}", entries, kind == DependencyKind.Own ? time : DateTimeOffset.UnixEpoch);
        }
    }

    // Modes of published files are those of the packages they are from, as they happened to be unpacked.
    private UnixFileMode ModeOf(string path)
    {
        if (Path.GetExtension(path) is ".dll" or ".json" or ".pdb" or ".so")
            return ArchiveEntry.Readable;
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(Path.Combine(Folder, path));
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read].StartsWith("\u007FELF"u8) || head[..read].StartsWith("#!"u8) ? ArchiveEntry.Executable : ArchiveEntry.Readable;
    }

    private static IEnumerable<string?> Frameworks(JsonElement config)
    {
        if (!config.TryGetProperty("runtimeOptions", out var options))
            return [];
        var lists = new[] { "frameworks", "includedFrameworks" }
            .SelectMany(name => options.TryGetProperty(name, out var list) ? list.EnumerateArray().ToArray() : []);
        return (options.TryGetProperty("framework", out var one) ? lists.Append(one) : lists)
            .Select(framework => framework.GetProperty("name").GetString());
    }

    private static TaskFailedException NotAProgram(string project, string[] programs) => TaskFailedException.Usage(
        BuildCodes.PublishFailed,
        programs.Length == 0 ? $"'{project}' is not a program: publishing it gives none." : $"Publishing '{project}' gives several programs, and none of its own name.",
        "Name a project whose OutputType is Exe.");
}
