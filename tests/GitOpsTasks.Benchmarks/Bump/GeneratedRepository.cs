using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GitOpsTasks.Benchmarks.Bump;

/// <summary>
/// A configuration repository as large teams have them: a folder for each application with a base of 10 files and overlays
/// of 10 files for each of 9 environments. Made from a seed, so that everybody measures the same bytes, and kept.
/// </summary>
internal static class GeneratedRepository
{
    private const int Seed = 20261121;
    private const int FilesOfAnApplication = 100;
    private const int FilesOfAFolder = 10;

    private static readonly string[] s_places = ["dev", "test", "integration", "staging", "prod-eu", "prod-us", "prod-ap", "sandbox", "performance"];

    /// <summary>The overlay that is bumped: of the application in the middle.</summary>
    public static string OverlayOf(int files) => $"{Application(files / FilesOfAnApplication / 2)}/overlays/prod-eu";

    /// <summary>The image that is in it.</summary>
    public static string ImageOf(int files) => Image(files / FilesOfAnApplication / 2);

    /// <summary>A bare repository with so many files; its path. Not to be written to.</summary>
    public static async Task<string> FindAsync(int files)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var path = Path.Combine(cache, "gitops-tasks", "benchmarks", $"bump-1-{Seed}-{files}.git");
        if (Directory.Exists(path))
            return path;
        var making = $"{path}.{Environment.ProcessId}";
        await Shell.RunAsync("git", ["init", "--quiet", "--bare", "--initial-branch=main", making]);
        await ImportAsync(making, files);
        await Shell.RunAsync("git", ["-C", making, "repack", "-adq"]);
        foreach (var setting in (string[])["uploadpack.allowFilter=true", "http.receivepack=true", "receive.autogc=false", "gc.auto=0"])
            await Shell.RunAsync("git", ["-C", making, "config", .. setting.Split('=')]);
        Directory.Move(making, path);
        return path;
    }

    private static async Task ImportAsync(string repository, int files)
    {
        var start = new ProcessStartInfo("git", ["-C", repository, "fast-import", "--quiet"]) { RedirectStandardInput = true, UseShellExecute = false };
        using var import = Process.Start(start)!;
        await using (var stream = import.StandardInput.BaseStream)
        {
            var random = new Random(Seed);
            Write(stream, "commit refs/heads/main\ncommitter Generator <generator@example.com> 1767225600 +0000\ndata 5\nstart\n");
            for (var application = 0; application < files / FilesOfAnApplication; application++)
                WriteApplication(stream, application, random);
        }

        await import.WaitForExitAsync();
        if (import.ExitCode != 0)
            throw new InvalidOperationException("git fast-import failed.");
    }

    private static void WriteApplication(Stream stream, int application, Random random)
    {
        var folder = Application(application);
        for (var file = 0; file < FilesOfAFolder; file++)
            WriteFile(stream, $"{folder}/base/{Kinds[file]}.yaml", Manifest(application, Kinds[file], "base", random));
        foreach (var place in s_places)
        {
            WriteFile(stream, $"{folder}/overlays/{place}/kustomization.yaml", Kustomization(application, place, random));
            for (var file = 1; file < FilesOfAFolder; file++)
                WriteFile(stream, $"{folder}/overlays/{place}/{Kinds[file]}.yaml", Manifest(application, Kinds[file], place, random));
        }
    }

    private static string[] Kinds { get; } =
        ["kustomization", "deployment", "service", "ingress", "configmap", "serviceaccount", "networkpolicy", "autoscaler", "monitor", "budget"];

    private static string Application(int number) => $"apps/service-{number:0000}";

    private static string Image(int number) => $"registry.example.com/team-{number % 37}/service-{number:0000}";

    private static string Kustomization(int application, string place, Random random) =>
        $"""
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: {place}
        resources:
        - ../../base
        {string.Concat(Kinds.Skip(1).Select(kind => $"- {kind}.yaml\n"))}images:
        - name: {Image(application)}   # set by the pipeline
          newTag: 1.{random.Next(40)}.{random.Next(100)}
        - name: registry.example.com/platform/sidecar
          newTag: 2.{random.Next(10)}.0

        """;

    private static string Manifest(int application, string kind, string place, Random random)
    {
        var text = new StringBuilder($"apiVersion: v1\nkind: {kind}\nmetadata:\n  name: service-{application:0000}\n  namespace: {place}\n");
        text.Append("  labels:\n    app.kubernetes.io/part-of: shop\n    app.kubernetes.io/managed-by: kustomize\nspec:\n");
        for (var field = random.Next(6, 18); field > 0; field--)
            text.Append(CultureInfo.InvariantCulture, $"  setting-{field}: {random.Next(1000)}m # {random.NextInt64():x}\n");
        return text.ToString();
    }

    private static void WriteFile(Stream stream, string path, string content)
    {
        Write(stream, $"M 100644 inline {path}\ndata {Encoding.UTF8.GetByteCount(content)}\n");
        Write(stream, content + "\n");
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
