using System.Text.RegularExpressions;

namespace GitOpsTasks.Tests.Generate;

public sealed class ChangingSpecAndOverlayInTurn : IDisposable
{
    private const string Overlay = "apps/web/overlays/prod/kustomization.yaml";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Loses_no_line_that_a_bump_or_a_person_wrote(int seed)
    {
        var random = new Random(seed);
        var theirs = new List<string>();
        await _workshop.GenerateAsync(Spec(random));
        for (var step = 0; step < 40; step++)
        {
            if (random.Next(2) == 0)
                Bump(step);
            else
                AddLine(random, $"  # note {step} of a person", theirs);
            await _workshop.GenerateAsync(Spec(random));
            var lines = _workshop.Read(Overlay).Split('\n');
            theirs.ShouldBeSubsetOf(lines);
            lines.Count(line => line.StartsWith("  newTag: v", StringComparison.Ordinal)).ShouldBe(1);
            (await _workshop.GenerateAsync()).Changed.ShouldBeFalse();
        }

        (await _workshop.KustomizeAsync("apps/web/overlays/prod")).ShouldContain($"image: ghcr.io/acme/web:{Tag()}\n", Case.Sensitive);
    }

    private static string Spec(Random random) =>
        Workshop.FiveLines.Replace("1.0.0", "v0")
        + (random.Next(2) == 0 ? "" : "env: {A: a}\n")
        + (random.Next(2) == 0 ? "" : "replicas: 2\n")
        + "environments: {prod: {"
        + (random.Next(2) == 0 ? "" : $"replicas: {random.Next(3)}, ")
        + (random.Next(2) == 0 ? "" : $"env: {{A: {random.Next(3)}}}")
        + "}}\n";

    private void Bump(int version) =>
        _workshop.Write(Overlay, Regex.Replace(_workshop.Read(Overlay), "newTag: .*", $"newTag: v{version}"));

    // Below the image and above the patches: comments on lines that are taken out go with them.
    private void AddLine(Random random, string line, List<string> theirs)
    {
        var lines = _workshop.Read(Overlay).Split('\n').ToList();
        var last = lines.FindIndex(text => text.StartsWith("  newTag:", StringComparison.Ordinal));
        lines.Insert(random.Next(1, last + 2), line);
        theirs.Add(line);
        _workshop.Write(Overlay, string.Join('\n', lines));
    }

    private string Tag() => Regex.Match(_workshop.Read(Overlay), "newTag: (.*)").Groups[1].Value;
}
