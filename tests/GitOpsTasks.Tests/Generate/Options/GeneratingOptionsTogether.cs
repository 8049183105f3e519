using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Generate.Options;

public sealed class GeneratingOptionsTogether : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Kustomize_builds_what_is_laid_out_flat_however_they_are_mixed(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        foreach (var (path, text) in SpecOptions.All.Select(option => option.File).OfType<(string, string)>())
            _workshop.Write(path, text);
        for (var attempt = 0; accepted < 8; attempt++)
        {
            attempt.ShouldBeLessThan(200);
            var spec = $"apiVersion: gitops-tasks/v1\nkind: App\nname: web\nimage: ghcr.io/acme/web:1.2.3\n{Mixed(random, "")}environments:\n  prod:\n    labels: {{}}\n{Mixed(random, "    ")}";
            _workshop.Write("web.yaml", spec);
            if (Directory.Exists(Path.Combine(_workshop.Folder, "apps")))
                Directory.Delete(Path.Combine(_workshop.Folder, "apps"), recursive: true);
            if ((await _workshop.RunAsync("web.yaml")).ExitCode == ExitCode.Usage)
                continue;
            accepted++;
            var built = Manifests.Normal(await _workshop.KustomizeAsync("apps/web/overlays/prod"));
            await _workshop.GenerateAsync(spec.Replace("kind: App\n", "kind: App\nlayout: flat\n"));
            var flat = _workshop.Files("apps/web/prod").Where(file => !file.Contains('/')).Select(file => _workshop.Read($"apps/web/prod/{file}"));
            Manifests.Normal(string.Join("---\n", flat)).ShouldBe(built, spec);
        }
    }

    // Options that have no key in common; those of the application and those of the environment may.
    private static string Mixed(Random random, string indent)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "labels", "image" };
        var lines = new List<string>();
        foreach (var option in SpecOptions.All.OrderBy(_ => random.Next()).Take(7))
        {
            var parts = option.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var keys = parts.Where(line => line[0] != ' ').Select(line => line.Split(':')[0]).ToList();
            if (keys.TrueForAll(key => !taken.Contains(key)))
            {
                taken.UnionWith(keys);
                lines.AddRange(parts);
            }
        }

        if (indent.Length == 0 && !taken.Contains("ports"))
            lines.Insert(0, "port: 8080");
        return string.Concat(lines.Select(line => $"{indent}{line}\n"));
    }
}
