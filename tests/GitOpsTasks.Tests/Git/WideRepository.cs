using System.Text;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Git;

/// <summary>A repository of 20,000 files in the usual layout, behind HTTP and a proxy that counts. Made once for a class.</summary>
public sealed class WideRepository : IAsyncLifetime
{
    private const int Apps = 200;

    private GitHttpServer _server = null!;

    public BareRepository Remote { get; private set; } = null!;

    public DelayingProxy Proxy { get; private set; } = null!;

    /// <summary>A folder in the middle, for each of nine environments.</summary>
    public static string Overlay(string place) => $"apps/svc-0042/overlays/{place}";

    public string Url => $"{Proxy.Url}/repository.git";

    public async ValueTask InitializeAsync()
    {
        Remote = await BareRepository.CreateAsync();
        await Remote.CommitAsync("main", Files().ToDictionary(file => file.Path, string? (file) => file.Content));
        _server = new GitHttpServer(Path.GetDirectoryName(Remote.FullPath)!);
        Proxy = new DelayingProxy(_server.Url, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await _server.DisposeAsync();
        Remote.Dispose();
    }

    private static IEnumerable<(string Path, string Content)> Files()
    {
        for (var app = 0; app < Apps; app++)
        {
            var folder = $"apps/svc-{app:0000}";
            for (var file = 0; file < 10; file++)
                yield return ($"{folder}/base/part-{file}.yaml", Text(app, "base", file));
            foreach (var place in (string[])["dev", "test", "int", "qa", "staging", "prod", "dr", "eu", "us"])
            {
                yield return ($"{folder}/overlays/{place}/kustomization.yaml", $"resources:\n- ../../base\nimages:\n- name: web\n  newTag: 1.{app}.0\n");
                for (var file = 0; file < 9; file++)
                    yield return ($"{folder}/overlays/{place}/patch-{file}.yaml", Text(app, place, file));
            }
        }
    }

    private static string Text(int app, string place, int file) =>
        new StringBuilder("kind: ConfigMap\ndata:\n").Append("  key: ").Append(app).Append(place).Append(file).Append('\n').ToString();
}
