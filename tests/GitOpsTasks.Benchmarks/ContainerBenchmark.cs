using System.Globalization;
using System.Text.Json;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks;

/// <summary>
/// The image of the actions on its base: how large it is in a registry and on disk, how long it takes to get it from a
/// registry beside it, and what a step of it takes before and with the command, beside a container that does nothing.
/// </summary>
internal static class ContainerBenchmark
{
    private const int Runs = 20;
    private const int WarmUps = 2;

    /// <param name="output">Where the figures go.</param>
    /// <param name="published">The folder that the command is published in already; null publishes it.</param>
    public static async Task RunAsync(TextWriter output, string? published)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-container-").FullName;
        try
        {
            await using var image = await ActionImage.BuildAsync(
                PublishedProgram.Root, async () => published ?? Path.GetDirectoryName(await PublishedProgram.GitOpsAsync(folder, withRuntime: true))!);
            await using var registry = await DockerRegistryServer.StartAsync();
            var reference = $"{registry.Host}/gitops-tasks";
            var digest = await image.PushAsync(ActionImage.Name, $"{reference}:measured");
            output.WriteLine($"{Environment.ProcessorCount} processors");
            await PrintSizesAsync(output, image, $"{reference}@{digest}");
            await PrintPullAsync(output, reference, digest);
            await PrintStartsAsync(output, image, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PrintSizesAsync(TextWriter output, ActionImage image, string reference)
    {
        using var manifest = JsonDocument.Parse(await image.Daemon.RunAsync("skopeo", "inspect", "--raw", "--tls-verify=false", $"docker://{reference}"));
        var layers = manifest.RootElement.TryGetProperty("layers", out var own) ? own : await LayersOfFirstAsync(image, reference, manifest);
        var sent = layers.EnumerateArray().Select(layer => layer.GetProperty("size").GetInt64()).ToList();
        var history = await image.Daemon.RunAsync("docker", "history", "--human=false", "--format", "{{.Size}}", ActionImage.Name);
        var onDisk = history.Split('\n').Select(size => long.Parse(size, CultureInfo.InvariantCulture)).Where(size => size > 0).Reverse().ToList();
        output.WriteLine($"{"",-20}{"registry",12}{"disk",12}  MB");
        output.WriteLine($"{"base",-20}{sent[0] / 1e6,12:0.0}{onDisk[0] / 1e6,12:0.0}");
        output.WriteLine($"{"command",-20}{sent.Skip(1).Sum() / 1e6,12:0.0}{onDisk.Skip(1).Sum() / 1e6,12:0.0}");
    }

    // BuildKit pushes an index that has the image first, and what it says of the build after it.
    private static async Task<JsonElement> LayersOfFirstAsync(ActionImage image, string reference, JsonDocument index)
    {
        var digest = index.RootElement.GetProperty("manifests")[0].GetProperty("digest").GetString();
        using var manifest = JsonDocument.Parse(await image.Daemon.RunAsync(
            "skopeo", "inspect", "--raw", "--tls-verify=false", $"docker://{reference.Split('@')[0]}@{digest}"));
        return manifest.RootElement.GetProperty("layers").Clone();
    }

    private static async Task PrintPullAsync(TextWriter output, string reference, string digest)
    {
        // An engine of its own has nothing of the image yet, as a hosted runner.
        await using var runner = await DockerDaemon.StartAsync(storageDriver: ActionImage.StorageDriver);
        var took = await Shell.RunAsync(RequiredPart.Find("docker"), ["--host", runner.Address, "pull", "--quiet", $"{reference}@{digest}"]);
        output.WriteLine($"{"pull",-20}{took.TotalSeconds,12:0.0}  seconds, from a registry on this machine");
    }

    private static async Task PrintStartsAsync(TextWriter output, ActionImage image, string folder)
    {
        var workspace = Directory.CreateDirectory(Path.Combine(folder, "workspace")).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, "web.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n");
        (Series Times, string[] Arguments)[] subjects =
        [
            (new("a container alone"), ["--entrypoint", "/bin/true", ActionImage.Name]),
            (new("gitops --version"), [ActionImage.Name, "--version"]),
            (new("gitops lint"), [ActionImage.Name, "lint"]),
        ];
        for (var run = -WarmUps; run < Runs; run++)
        {
            foreach (var (times, arguments) in subjects)
            {
                var took = await Shell.RunAsync(
                    RequiredPart.Find("docker"),
                    ["--host", image.Daemon.Address, "run", "--rm", "--network", "none", "-v", $"{workspace}:/github/workspace", "--workdir", "/github/workspace", .. arguments]);
                if (run >= 0)
                    times.Add(took);
            }
        }

        output.WriteLine($"docker run, {Runs} runs each in turn, milliseconds");
        output.WriteLine($"{"",-20}{"median",12}{"10 %",12}{"90 %",12}");
        foreach (var (times, _) in subjects)
            output.WriteLine($"{times.Name,-20}{times.Median,12:0}{times.Low,12:0}{times.High,12:0}");
    }
}
