using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>An application to build, and requests for it.</summary>
internal static class Samples
{
    public static SourceRevision Revision { get; } =
        new("0123456789abcdef0123456789abcdef01234567", new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2)))
        {
            Branch = "main",
            Tag = "v1.2.3",
            Source = "https://git.example.com/acme/web",
        };

    /// <summary>An image of two layers, whose files are written to <c>FOLDER</c>.</summary>
    public static ImageSpec Layers(Workshop workshop, string repository, string folder = "src")
    {
        workshop.Write($"{folder}/app/web", "#!/bin/sh\n", isProgram: true);
        workshop.Write($"{folder}/app/data/a.txt", "a");
        workshop.Write($"{folder}/app/data/B.txt", "b");
        workshop.Write($"{folder}/settings.json", "{}");
        return new ImageSpec("web", repository)
        {
            Builder = BuilderKind.Layers,
            Context = folder,
            Layers = new LayersSpec
            {
                Layers = [new LayerSpec("app", "/app"), new LayerSpec("settings.json", "/etc/web/")],
                Entrypoint = ["/app/web"],
                Command = ["--serve"],
                Environment = new Dictionary<string, string> { ["MODE"] = "test" },
                User = "1000",
                WorkingDirectory = "/app",
                Ports = ["8080"],
            },
            Labels = new Dictionary<string, string> { ["team"] = "web" },
            Tags = ["type=semver,pattern={{version}}", "type=sha"],
        };
    }

    public static async Task<ImageResult> BuildAsync(EngineContext context, ImageSpec spec, bool push = false, string? artifact = null)
    {
        var request = new BuildRequest { Images = [spec], Revision = Revision, Push = push, Layout = artifact };
        var outcome = await BuildTask.RunAsync(request, context, TestContext.Current.CancellationToken);
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        return outcome.Result!.Images.ShouldHaveSingleItem();
    }
}
