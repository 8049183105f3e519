using System.Text.RegularExpressions;
using GitOpsTasks.Build;
using GitOpsTasks.Chain;
using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>The examples of docs/layers.md are built; those on a base of a registry are read.</summary>
public sealed partial class DocumentingLayers : IDisposable
{
    private readonly Workshop _workshop = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Shows_images_that_can_be_built()
    {
        var examples = Example().Matches(await File.ReadAllTextAsync(Page(), Token)).Select(match => match.Groups["yaml"].Value).ToList();
        examples.Count.ShouldBe(3);
        _workshop.Write("site/index.html", "hello");
        _workshop.Write("bin/linux-amd64/server", "x86", isProgram: true);
        _workshop.Write("bin/linux-arm64/server", "arm", isProgram: true);
        _workshop.Write("licenses.txt", "MIT");
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("bases/runtime")), "1");
        foreach (var example in examples)
        {
            _workshop.Write("gitops.yaml", example);
            var request = await ConfiguredImages.ResolveAsync(new BuildRequest { Layout = "out" }, _workshop.Context, Token);
            if (request.Images.All(image => image.Layers!.Project is null))
                (await BuildTask.RunAsync(request, _workshop.Context, Token)).ExitCode.ShouldBe(ExitCode.Done);
        }

        var tags = await new OciLayout(_workshop.PathOf("out/site")).ListTagsAsync(null, Token);
        tags.ShouldBe(["1.4.0"]);
    }

    private static string Page()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "docs", "layers.md")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("docs/layers.md is not above the tests.");
        return Path.Join(folder, "docs", "layers.md");
    }

    [GeneratedRegex(@"```yaml\n(?<yaml>apiVersion.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
