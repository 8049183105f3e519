using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Bump;

/// <summary>With <c>--kustomize-replace</c> a kustomization builds to what it builds to after <c>kustomize edit set image</c>.</summary>
public sealed class ReplacingEntries() : BumpedFiles("ours")
{
    [Theory]
    [MemberData(nameof(ReplacedEntries.Arguments), MemberType = typeof(ReplacedEntries))]
    public async Task Builds_to_what_kustomize_makes_of_it(string kustomization, string arguments)
    {
        var text = ReplacedEntries.Kustomizations[kustomization].Replace("OLD", ReplacedEntries.Old, StringComparison.Ordinal);
        Place.Write("base/kustomization.yaml", "resources: [pod.yaml]\n");
        Place.Write("base/pod.yaml", ReplacedEntries.Pods);
        Place.Write("ours/kustomization.yaml", text);
        Place.Write("theirs/kustomization.yaml", text);
        var images = arguments.Replace("NEW", ReplacedEntries.Other, StringComparison.Ordinal).Split(' ');
        await EditAsync(images);
        await ReplaceAsync(ExitCode.Done, images);
        var ours = Place.Read("ours/kustomization.yaml");
        (await KustomizeAsync("ours")).ShouldBe(await KustomizeAsync("theirs"), ours);
        await ReplaceAsync(ExitCode.Done, images);
        Place.Read("ours/kustomization.yaml").ShouldBe(ours, "the same again changed something");
    }

    [Theory]
    [InlineData("nginx:2", "- name: nginx # n\n  newTag: 2 # t\n", "- name: nginx # n\n  newTag: \"2\" # t\n")]
    [InlineData("nginx=*:v2", "- name: nginx # n\n  newName: shop # s\n  newTag: v1 # t\n  digest: OLD\n", "- name: nginx # n\n  newName: shop # s\n  newTag: v2 # t\n")]
    [InlineData("web:v1", "-   name: 'b'\n    newTag: 'v1'\n", "-   name: 'b'\n    newTag: 'v1'\n-   name: 'web'\n    newTag: 'v1'\n")]
    [InlineData("web=*:v1", "- name: z\n  newName: y # c\n- name: a\n  newTag: v1\n", "- name: z\n  newName: y # c\n- name: a\n  newTag: v1\n- name: web\n  newTag: v1\n")]
    public async Task Changes_no_other_byte(string image, string entries, string expected)
    {
        Place.Write("ours/kustomization.yaml", ("# k\nresources: [ ../base ]\n\nimages:\n" + entries + "# tail\n").Replace("OLD", ReplacedEntries.Old, StringComparison.Ordinal));
        await ReplaceAsync(ExitCode.Done, image);
        Place.Read("ours/kustomization.yaml").ShouldBe("# k\nresources: [ ../base ]\n\nimages:\n" + expected + "# tail\n");
    }

    [Fact]
    public async Task Leaves_what_is_not_the_kustomization_of_the_path()
    {
        Place.Write("ours/kustomization.yaml", "resources: [pod.yaml, below]\n");
        Place.Write("ours/pod.yaml", ReplacedEntries.Pods);
        Place.Write("ours/below/kustomization.yaml", "images: [{name: nginx, newTag: '1'}]\n");
        await Place.CommitAllAsync();
        var result = (BumpResult)(await ReplaceAsync(ExitCode.Done, "nginx:2")).UntypedResult!;
        (await NumstatAsync()).ShouldBe(["3\t0\tours/kustomization.yaml"]);
        result.Edits.ShouldBe([new BumpedField("ours/kustomization.yaml", 1, 1, "nginx", "images", null, "nginx:2")]);
    }

    [Theory]
    [InlineData("pod.yaml")]
    [InlineData("kustomization.yaml", "Kustomization")]
    public async Task Needs_one_kustomization_at_the_path(params string[] files)
    {
        foreach (var file in files)
            Place.Write("ours/" + file, "resources: []\n");
        (await ReplaceAsync(ExitCode.Findings, "nginx:2")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EditCodes.NoKustomization);
    }

    private async Task<TaskOutcome> ReplaceAsync(ExitCode exitCode, params string[] images)
    {
        var outcome = await BumpTask.Declaration.RunAsync(
            new InputValues().Add("image", images).Add("path", "ours").Add("kustomize-replace", "true"), Place.Context(), Token);
        outcome.ExitCode.ShouldBe(exitCode, string.Join('\n', outcome.Diagnostics));
        return outcome;
    }

    private async Task EditAsync(string[] images)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand(RequiredPart.Find("kustomize"), ["edit", "set", "image", .. images])
            {
                WorkingDirectory = Place.PathOf("theirs"),
                Environment = Place.Context().Environment,
            },
            Token);
        result.Succeeded.ShouldBeTrue(result.Error);
    }
}
