using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Tests.Lint.Schema;

namespace GitOpsTasks.Tests.Generate.Options;

public sealed class GeneratingEveryOption : IDisposable
{
    private readonly Workshop _workshop = new();

    public static TheoryData<string> Names => [.. SpecOptions.All.Select(option => option.Name)];

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Kustomize_builds_of_overlays_what_is_laid_out_flat(string name)
    {
        var option = Option(name);
        if (option.File is var (path, text))
            _workshop.Write(path, text);
        foreach (var spec in (string[])[option.ForAll, option.ForProduction])
        {
            if (Directory.Exists(Path.Combine(_workshop.Folder, "apps")))
                Directory.Delete(Path.Combine(_workshop.Folder, "apps"), recursive: true);
            await _workshop.GenerateAsync(spec);
            var built = new List<string>();
            foreach (var environment in (string[])["dev", "prod"])
                built.Add(Manifests.Normal((await _workshop.KustomizeAsync("apps/web/overlays/" + environment))));
            await LintAsync(option);
            (await _workshop.GenerateAsync()).Changed.ShouldBeFalse();
            Directory.Delete(Path.Combine(_workshop.Folder, "apps"), recursive: true);
            await _workshop.GenerateAsync(spec.Replace("kind: App\n", "kind: App\nlayout: flat\n"));
            foreach (var (environment, expected) in ((string[])["dev", "prod"]).Zip(built))
                Manifests.Normal(Flat(environment)).ShouldBe(expected, $"{environment} of\n{spec}");
            await LintAsync(option);
        }
    }

    [Fact]
    public async Task The_validators_of_the_kinds_accept_all_of_it()
    {
        var manifests = new List<System.Text.Json.Nodes.JsonNode>();
        foreach (var option in SpecOptions.All)
        {
            using var workshop = new Workshop();
            if (option.File is var (path, text))
                workshop.Write(path, text);
            await workshop.GenerateAsync(option.ForAll.Replace("kind: App\n", "kind: App\nlayout: flat\n"));
            manifests.AddRange(workshop.Files("apps/web/prod").SelectMany(file => Manifests.Of(workshop.Read("apps/web/prod/" + file))));
        }

        await SchemaOracle.ShouldAcceptAsync(manifests, "Canary");
    }

    private static SpecOption Option(string name) => SpecOptions.All.Single(option => option.Name == name);

    private string Flat(string environment) =>
        string.Join("---\n", _workshop.Files("apps/web/" + environment).Where(file => !file.Contains('/')).Select(file => _workshop.Read($"apps/web/{environment}/{file}")));

    private async Task LintAsync(SpecOption option)
    {
        var outcome = await LintTask.Declaration.RunAsync(
            new InputValues().Add("path", "apps"), _workshop.Context, TestContext.Current.CancellationToken);
        outcome.Diagnostics.Where(finding => finding.Severity != Severity.Note && !option.Findings.Contains(finding.Code))
            .Select(finding => finding.ToString()).ShouldBeEmpty();
    }
}
