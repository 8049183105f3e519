using System.Diagnostics;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Benchmarks.Storm;

/// <summary>A configuration repository behind a server, and the writers that meet there.</summary>
internal sealed class StormField : IDisposable
{
    private const string File = "apps/all/kustomization.yaml";

    private readonly GitHttpServer _server;

    private StormField(BareRepository remote)
    {
        Remote = remote;
        _server = new GitHttpServer(Path.GetDirectoryName(remote.FullPath)!);
    }

    public BareRepository Remote { get; }

    public string Url => $"{_server.Url}/repository.git";

    public static async Task<StormField> CreateAsync(int images)
    {
        var remote = await BareRepository.CreateAsync();
        var entries = Enumerable.Range(0, images).Select(number => $"- name: app{number}x   # of team {number % 7}\n  newTag: v1\n");
        var files = Enumerable.Range(0, 200).ToDictionary(number => $"apps/app{number}/deployment.yaml", number => (string?)$"kind: Deployment\nname: {number}\n");
        files[File] = "# the whole shop\nimages:\n" + string.Concat(entries);
        await remote.CommitAsync("main", files);
        return new StormField(remote);
    }

    /// <summary>Runs one process for each bump.</summary>
    public async Task<StormRun> RunAsync(string gitops, IReadOnlyList<string> bumps, bool atOnce)
    {
        var before = (await Remote.TipAsync("main"))!;
        var homes = bumps.Select(_ => new GitOpsProcess(gitops)).ToList();
        try
        {
            var clock = Stopwatch.StartNew();
            var answers = new List<GitOpsAnswer>();
            var running = bumps.Zip(homes, (bump, home) => new Func<Task<GitOpsAnswer>>(() => home.RunAsync(
                ["bump", "--repository", Url, "--push", "--image", bump, "--output", "json", "--no-progress"])));
            if (atOnce)
                answers.AddRange(await Task.WhenAll(running.Select(run => Task.Run(run))));
            else
                foreach (var run in running)
                    answers.Add(await run());
            return await StormRun.OfAsync(Remote, before, bumps, answers, clock.Elapsed, atOnce);
        }
        finally
        {
            homes.ForEach(home => home.Dispose());
        }
    }

    /// <summary>The tags of all images, in the order of the file.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync() =>
    [
        .. (await Remote.ReadAsync("main", File))!.Split('\n').Where(line => line.StartsWith("  newTag: ", StringComparison.Ordinal))
            .Select(line => line["  newTag: ".Length..].Trim('"')),
    ];

    /// <summary>The tag that the newest commit says it wrote.</summary>
    public async Task<string> LastLandedTagAsync() => (await Remote.SubjectsAsync("main"))[0].Split(' ')[^1];

    public void Dispose()
    {
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Remote.Dispose();
    }
}
