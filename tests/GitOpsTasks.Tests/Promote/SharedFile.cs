using GitOpsTasks.Parts;
using GitOpsTasks.Tests.Git;

namespace GitOpsTasks.Tests.Promote;

/// <summary>Twenty applications whose versions stand in lines beside each other in one file: each merge conflicts with its neighbours.</summary>
internal static class SharedFile
{
    public const string Staging = "envs/staging/kustomization.yaml";

    public static IReadOnlyList<string> Apps { get; } = [.. Enumerable.Range(0, 20).Select(number => $"app{number:00}")];

    /// <summary>The file with all versions promoted.</summary>
    public static string Promoted { get; } = Images(app => $"2.0.{int.Parse(app[3..])}");

    /// <summary>The file with some versions.</summary>
    public static string Images(Func<string, string> version) =>
        "images:\n" + string.Concat(Apps.Select(app => $"- {{ name: registry.example/{app}, newTag: {version(app)} }} # {app}\n"));

    /// <summary>Writes gitops.yaml for some of the applications, and the files of both environments.</summary>
    public static async Task FillAsync(Workplace place, BareRepository remote, IEnumerable<string> apps)
    {
        place.Write("gitops.yaml", $$"""
            apiVersion: gitops-tasks/v1
            apps: { {{string.Join(", ", apps.Select(app => $"{app}: {{}}"))}} }
            environments:
            - { name: dev, path: envs/dev }
            - { name: staging, path: envs/staging, from: dev }

            """);
        await remote.CommitAsync("main", new Dictionary<string, string?>
        {
            ["envs/dev/kustomization.yaml"] = Promoted,
            [Staging] = Images(_ => "1.0.0"),
        });
    }
}
