using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Tests.Lint;

namespace GitOpsTasks.Tests.Bump;

public sealed class BumpingManifests() : BumpedFiles
{
    [Fact]
    public async Task Changes_one_line_of_a_real_repository()
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        await Place.CommitAllAsync();
        var before = await KustomizeAsync("kustomize-guestbook");

        var result = await DoneAsync("weaveworksdemos/front-end:0.4.0");

        result.Edits.ShouldHaveSingleItem().File.ShouldBe("sock-shop/base/front-end-dep.yaml");
        (await NumstatAsync()).ShouldBe(["1\t1\tsock-shop/base/front-end-dep.yaml"]);
        (await KustomizeAsync("kustomize-guestbook")).ShouldBe(before);
    }

    [Theory]
    [InlineData("gcr.io/google-samples/gb-frontend:v6")]
    [InlineData("mongo:7.0.1")]
    [InlineData("rabbitmq:4.0")]
    public async Task Changes_one_line_for_each_place_of_a_real_repository(string image)
    {
        Corpus.CopyTo("argocd-example-apps", Place.Folder);
        await Place.CommitAllAsync();
        var result = await DoneAsync(image);
        result.Edits.ShouldNotBeEmpty();
        (await NumstatAsync()).ShouldBe(result.Edits.GroupBy(edit => edit.File).Select(file => $"{file.Count()}\t{file.Count()}\t{file.Key}"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("# c\nspec:\n    containers:\n    -   image: web:1.4.0 # c\n")]
    [InlineData("spec:\r\n  containers:\r\n  - image: 'web:1.4.0'\r\n")]
    [InlineData("spec:\n  template: {spec: {initContainers: [{name: a, image: \"web:1.4.0\"}]}}")]
    [InlineData("\uFEFFspec:\n  ephemeralContainers:\n  - image: &i web:1.4.0\n    env: [{name: IMAGE, value: *i}]\n")]
    [InlineData("kind: List\nitems:\n- kind: Pod\n  spec:\n    containers:\n    - image: web:1.4.0\n")]
    [InlineData("kind: Rollout\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n        image:   web:1.4.0   \n")]
    [InlineData("a: b\n---\n# image: web:1.4.0\nspec:\n  containers:\n  - image: web:1.4.0\n---\nkind: ConfigMap\ndata:\n  x: |\n    image: web:1.4.0\n")]
    public async Task Changes_one_line_in_any_style(string text)
    {
        Place.Write("a b/pod.yml", text);
        await Place.CommitAllAsync();
        await DoneAsync("web:1.5.0");
        (await NumstatAsync()).ShouldBe(["1\t1\ta b/pod.yml"]);
        (await DoneAsync("web:1.5.0")).Changed.ShouldBeFalse();
    }

    [Fact]
    public async Task Warns_of_a_template_that_names_the_image_and_goes_on()
    {
        Place.Write("chart/templates/pod.yaml", "{{- if .Values.on }}\nimage: web:{{ .Values.tag }}\n{{- end }}\n");
        Place.Write("pod.yaml", "spec:\n  containers:\n  - image: web:1.4.0\n");
        var outcome = await BumpAsync("web:1.5.0");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EditCodes.FileSkipped);
        Place.Read("pod.yaml").ShouldContain("web:1.5.0");
    }

    [Fact]
    public async Task Refuses_an_image_it_cannot_write_safely_and_writes_no_other_file()
    {
        Place.Write("a.yaml", "spec:\n  containers:\n  - image: web:1.4.0\n");
        Place.Write("b.yaml", "spec:\n  containers:\n  - image: !!int web:1.4.0\n");
        var outcome = await BumpAsync("web:1.5.0");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.ShouldHaveSingleItem().Place!.File.ShouldBe("b.yaml");
        Place.Read("a.yaml").ShouldContain("1.4.0");
    }

    [Fact]
    public async Task Names_every_image_that_no_file_has_and_writes_nothing()
    {
        Place.Write("a.yaml", "spec:\n  containers:\n  - image: web:1.4.0\n");
        var outcome = await BumpAsync("web:1.5.0", "wep:1", "apy:2");
        outcome.ExitCode.ShouldBe(ExitCode.Findings);
        outcome.Diagnostics.Select(finding => finding.Code).ShouldBe([BumpCodes.NoMatch, BumpCodes.NoMatch]);
        Place.Read("a.yaml").ShouldContain("1.4.0");
    }

    [Theory]
    [InlineData("--push-branch needs", "push-branch", "x")]
    public async Task Needs_a_push_to_name_a_branch(string message, string input, string value)
    {
        var outcome = await BumpTask.Declaration.RunAsync(new InputValues().Add("image", "web:1").Add(input, value), Place.Context(), Token);
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Usage, UsageCodes.InputsContradict));
        outcome.Diagnostics[0].Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task Needs_an_image()
    {
        var outcome = await BumpTask.Declaration.RunAsync(new InputValues(), Place.Context(), Token);
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Usage, UsageCodes.InputMissing));
    }
}
