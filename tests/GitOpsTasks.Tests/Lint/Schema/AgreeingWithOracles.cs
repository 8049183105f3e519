using System.Text;
using System.Text.Json.Nodes;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Two independent oracles and this layer say the same of every mutation of every field of manifests of more than 40 kinds.</summary>
public sealed class AgreeingWithOracles : SchemaChecked
{
    [Fact]
    public async Task On_the_manifests_themselves()
    {
        var manifests = SampleManifests.All();
        manifests.Count.ShouldBeGreaterThan(30);
        (await DisagreementsAsync([.. manifests.Select(manifest => ("as it is", manifest))], invalid: 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task On_each_mutation()
    {
        var mutations = SampleManifests.All().SelectMany(Mutations.Of).ToList();
        mutations.Count.ShouldBeGreaterThan(5000);
        (await DisagreementsAsync(mutations, invalid: 3000)).Where(told => !ReviewedOpinions.Explains(told)).ShouldBeEmpty();
    }

    private static async Task<List<string>> DisagreementsAsync(List<(string Name, JsonNode Manifest)> cases, int invalid)
    {
        var opinions = await SchemaOracle.AskAsync(cases.Select(one => one.Manifest));
        var files = cases.Select((one, index) => new LintFile(
            TreePath.Parse($"{index}.yaml"), YamlFile.Parse(Encoding.UTF8.GetBytes(one.Manifest.ToJsonString()), $"{index}.yaml"))).ToList();
        var findings = (await SchemaLayer.CheckAsync(new LintedRepository(files, new WorkTree(Path.GetTempPath())), new SchemaOptions(), Context, TestContext.Current.CancellationToken))
            .ToLookup(finding => finding.Place!.File);
        opinions.Count(opinion => opinion is not (null, null)).ShouldBeGreaterThanOrEqualTo(invalid);
        return [.. cases.Select((one, index) => Disagreement(one, opinions[index], findings[$"{index}.yaml"].FirstOrDefault())).OfType<string>()];
    }

    private static string? Disagreement((string Name, JsonNode Manifest) one, (string? Invalid, string? Unknown)? opinion, Diagnostic? finding)
    {
        var theirs = opinion is null ? "kind not known" : opinion.Value.Invalid ?? opinion.Value.Unknown;
        return theirs is null == finding is null
            ? null
            : $"{one.Manifest["apiVersion"]}/{one.Manifest["kind"]}: {one.Name}: they say {theirs ?? "valid"}, we say {finding?.ToString() ?? "valid"}";
    }
}
