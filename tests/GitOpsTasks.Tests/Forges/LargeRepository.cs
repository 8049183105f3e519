using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Forges;

/// <summary>A repository of 100,000 files in the usual layout on the fake GitHub. Made once for a class.</summary>
public sealed class LargeRepository : IAsyncLifetime
{
    private const int Apps = 1000;
    private const int FilesOfFolder = 10;

    private static readonly string[] s_places = ["dev", "test", "int", "qa", "staging", "prod", "dr", "eu", "us"];

    public GitHubFake GitHub { get; } = new();

    public GitHubFakeRepository Remote { get; private set; } = null!;

    public static string Overlay(int app, string place) => $"apps/svc-{app:0000}/overlays/{place}";

    public async ValueTask InitializeAsync()
    {
        Remote = await GitHub.AddRepositoryAsync("acme", "gitops");
        await Remote.Git.CommitAsync("main", Files().ToDictionary(file => file.Path, string? (file) => file.Content));
    }

    public ValueTask DisposeAsync() => GitHub.DisposeAsync();

    private static IEnumerable<(string Path, string Content)> Files()
    {
        for (var app = 0; app < Apps; app++)
        {
            for (var file = 0; file < FilesOfFolder; file++)
                yield return ($"apps/svc-{app:0000}/base/part-{file}.yaml", $"kind: ConfigMap\ndata:\n  of: {app} {file}\n");
            foreach (var place in s_places)
            {
                yield return ($"{Overlay(app, place)}/kustomization.yaml", $"resources:\n- ../../base\nimages:\n- name: web\n  newTag: 1.{app}.0\n");
                for (var file = 1; file < FilesOfFolder; file++)
                    yield return ($"{Overlay(app, place)}/patch-{file}.yaml", $"kind: ConfigMap\ndata:\n  of: {app} {place} {file}\n");
            }
        }
    }
}
