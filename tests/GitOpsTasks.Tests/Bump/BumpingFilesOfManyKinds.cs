using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Whole bumps over files of every kind.</summary>
public sealed class BumpingFilesOfManyKinds() : BumpedFiles
{
    private const string Marked = "a: v1 # {\"$imagepolicy\": \"ns:web:tag\"}\n";

    [Fact]
    public async Task Changes_all_in_one_run()
    {
        Place.Write("k/kustomization.yaml", "images:\n- name: web\n  newTag: v1\n");
        Place.Write("m/pod.json", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": {\"containers\": [{\"image\": \"web:v1\"}]}}\n");
        Place.Write("h/values-prod.yaml", "image:\n  repository: web\n  tag: v1\n");
        Place.Write("a/.argocd-source-web.yaml", "kustomize:\n  images:\n  - web:v1\n");
        Place.Write("f/release.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values:\n    image: web:v1\n");
        Place.Write("node_modules/web/pod.yaml", "image: web:v1\n");
        Place.Write("package.json", "{\"image\": \"web:v1\"}\n");
        await Place.CommitAllAsync();
        var result = await DoneAsync("web:v2");
        result.Edits.Select(edit => $"{edit.File}:{edit.Line}:{edit.Column} {edit.Image} {edit.Field} {edit.Old} {edit.New}").ShouldBe(
        [
            "a/.argocd-source-web.yaml:3:5 web kustomize.images web:v1 web:v2",
            "f/release.yaml:5:12 web image web:v1 web:v2",
            "h/values-prod.yaml:3:8 web tag v1 v2",
            "k/kustomization.yaml:3:11 web newTag v1 v2",
            "m/pod.json:1:71 web image web:v1 web:v2",
        ]);
        (await NumstatAsync()).ShouldBe(result.Edits.Select(edit => $"1\t1\t{edit.File}"));
    }

    [Fact]
    public async Task Finds_an_image_in_UTF_16()
    {
        Place.Write("pod.yaml", "");
        await File.WriteAllTextAsync(Place.PathOf("pod.yaml"), "kind: Pod\napiVersion: v1\nspec: {containers: [{image: 'ghcr.io/acme/web:v1'}]}\n", System.Text.Encoding.Unicode, Token);
        (await DoneAsync("ghcr.io/acme/web:v2")).Edits.ShouldHaveSingleItem().Line.ShouldBe(3);
        Place.Read("pod.yaml").ShouldContain("'ghcr.io/acme/web:v2'");
    }

    [Fact]
    public async Task Sets_the_app_version_of_the_chart_beside_the_values()
    {
        Place.Write("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 0.1.0\nappVersion: \"v1\" # c\n");
        Place.Write("charts/web/values.yaml", "image:\n  repository: ghcr.io/acme/web\n  tag: \"\"\n");
        Place.Write("charts/web/templates/pod.yaml", "image: \"{{ .Values.image.repository }}:{{ .Values.image.tag }}\"\n{{- if .x }}\nname: ghcr.io/acme/web\n{{- end }}\n");
        Place.Write("charts/api/Chart.yaml", "apiVersion: v2\nname: api\nversion: 0.1.0\nappVersion: v1\n");
        Place.Write("charts/api/values.yaml", "image:\n  repository: ghcr.io/acme/api\n  tag: v1\n");
        await Place.CommitAllAsync();
        var outcome = await RunAsync(new InputValues().Add("image", "ghcr.io/acme/web:1.10").Add("app-version", "true"));
        outcome.Diagnostics.ShouldBeEmpty();
        (await NumstatAsync()).ShouldBe(["1\t1\tcharts/web/Chart.yaml", "1\t1\tcharts/web/values.yaml"]);
        Place.Read("charts/web/Chart.yaml").ShouldEndWith("appVersion: \"1.10\" # c\n");
    }

    [Fact]
    public async Task Sets_the_app_version_of_a_chart_that_is_named()
    {
        Place.Write("Chart.yaml", "apiVersion: v2\nname: web\nversion: 0.1.0\ndescription: x\n");
        var outcome = await RunAsync(new InputValues().Add("image", "ghcr.io/acme/web:v2").Add("app-version", "true").Add("path", "Chart.yaml"));
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        Place.Read("Chart.yaml").ShouldBe("apiVersion: v2\nname: web\nversion: 0.1.0\nappVersion: v2\ndescription: x\n");
    }

    [Theory]
    [InlineData("web", "v2")]
    [InlineData("shop", null)]
    public async Task Takes_the_app_version_from_the_image_of_the_charts_name(string chart, string? expected)
    {
        Place.Write("Chart.yaml", $"apiVersion: v2\nname: {chart}\nversion: 0.1.0\nappVersion: v1\n");
        Place.Write("values.yaml", "image: acme/web:v1\nsidecarImage: acme/proxy:v1\n");
        var outcome = await RunAsync(new InputValues().Add("image", ["acme/web:v2", "acme/proxy:v3"]).Add("app-version", "true"));
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        Place.Read("Chart.yaml").ShouldEndWith($"appVersion: {expected ?? "v1"}\n");
        outcome.Diagnostics.Select(found => found.Code).ShouldBe(expected is null ? [EditCodes.AppVersionAmbiguous] : []);
    }

    [Fact]
    public async Task Sets_what_is_marked_without_an_image_of_that_name()
    {
        Place.Write("a.yaml", Marked);
        var outcome = await RunAsync(new InputValues().Add("setter", "ns:web=ghcr.io/acme/web:v2"));
        ((BumpResult)outcome.UntypedResult!).Edits.ShouldBe([new BumpedField("a.yaml", 1, 4, "ghcr.io/acme/web", "tag", "v1", "v2")]);
    }

    [Fact]
    public async Task Fails_where_nothing_is_marked()
    {
        Place.Write("a.yaml", Marked);
        var outcome = await RunAsync(new InputValues().Add("setter", "ns:api=ghcr.io/acme/web:v2"));
        (outcome.ExitCode, outcome.Diagnostics.ShouldHaveSingleItem().Code).ShouldBe((ExitCode.Findings, BumpCodes.NoMatch));
    }

    [Fact]
    public async Task Says_nothing_of_a_charts_templates_that_only_have_its_name()
    {
        Place.Write("c/Chart.yaml", "apiVersion: v2\nname: web\n");
        Place.Write("c/values.yaml", "image: {repository: web, tag: v1}\n");
        Place.Write("c/templates/a.yaml", "name: web\n{{- if .x }}\n# image: web:v1\nimage: {{ .Values.image.repository }}\nimage: acme/web:v1\n{{- end }}\n");
        (await BumpAsync("web:v2")).Diagnostics.ShouldBeEmpty();
    }

    private async Task<TaskOutcome> RunAsync(InputValues values) => await BumpTask.Declaration.RunAsync(values, Place.Context(), Token);
}
