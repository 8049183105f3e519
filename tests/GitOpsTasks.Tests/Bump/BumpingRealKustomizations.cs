using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Lint;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Configuration repositories of others, read where they are present and never copied into this one.</summary>
public sealed class BumpingRealKustomizations : BumpedFiles
{
    /// <summary>Each kustomization is asked for by its file, so that all it builds on is elsewhere and it gets an entry.</summary>
    [Fact]
    public async Task Gives_each_an_entry_for_each_image_it_builds_and_changes_nothing_else()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        await Place.CommitAllAsync();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Place.Folder, "kustomization.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList())
        {
            var folder = Path.GetRelativePath(Place.Folder, Path.GetDirectoryName(file)!);
            if (await TryKustomizeAsync(folder) is not { Succeeded: true } built)
                continue;
            foreach (var image in ImagesOf(built.Text))
            {
                count++;
                await ShouldBumpAsync(folder + "/" + Path.GetFileName(file), folder, built.Text, image);
            }
        }

        count.ShouldBeGreaterThan(0);
    }

    private async Task ShouldBumpAsync(string file, string folder, string before, string image)
    {
        var name = image[..image.LastIndexOf(':')];
        var endsLine = Place.Read(file).EndsWith('\n');
        var inputs = new InputValues().Add("image", name + ":v99.0.1").Add("path", file);
        var outcome = await BumpTask.Declaration.RunAsync(inputs, Place.Context(), Token);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        (await NumstatAsync()).ShouldBe([endsLine ? $"3\t0\t{file}" : $"4\t1\t{file}"]);
        var after = (await KustomizeAsync(folder)).ToList();
        after.ShouldBe(before.Split('\n').Select(line => line.EndsWith("image: " + image, StringComparison.Ordinal) ? line[..^image.Length] + name + ":v99.0.1" : line));
        await Place.GitAsync("checkout", "--quiet", "--", ".");
    }

    private static List<string> ImagesOf(string text) =>
    [
        .. text.Split('\n').Select(line => line.TrimStart(' ', '-')).Where(line => line.StartsWith("image: ", StringComparison.Ordinal))
            .Select(line => line["image: ".Length..]).Where(image => image.Contains(':', StringComparison.Ordinal) && !image.Contains('@', StringComparison.Ordinal)).Distinct(),
    ];
}
