using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Schema;

namespace GitOpsTasks.Tests.Lint.Schema;

public sealed class FindingRemovedApis : SchemaChecked
{
    [Theory]
    [InlineData("1.25", "GOT2210", Severity.Error)]
    [InlineData("v1.30.2", "GOT2210", Severity.Error)]
    [InlineData("1.24", "GOT2211", Severity.Warning)]
    [InlineData("1.20", null, Severity.Note)]
    public async Task Depends_on_the_version_of_Kubernetes(string version, string? code, Severity severity)
    {
        var findings = await FindAsync(
            "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n", new SchemaOptions { KubernetesVersion = version });
        findings.Select(finding => (finding.Code, finding.Severity)).ShouldBe(code is null ? [] : [(code, severity)]);
    }

    [Fact]
    public async Task Names_the_version_that_took_it_and_what_to_use()
    {
        var finding = (await FindAsync("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\n")).ShouldHaveSingleItem();
        finding.ToString().ShouldBe(
            "a.yaml:1:13: error GOT2210: Ingress in extensions/v1beta1 is gone since Kubernetes 1.22. "
            + "Use networking.k8s.io/v1, and mind the fields that changed.");
    }

    [Theory]
    [InlineData("kustomize.toolkit.fluxcd.io/v1beta2", "Kustomization", "Flux 2.8")]
    [InlineData("helm.toolkit.fluxcd.io/v2beta1", "HelmRelease", "Flux 2.7")]
    [InlineData("cert-manager.io/v1alpha2", "Issuer", "cert-manager 1.6")]
    public async Task Warns_of_operators(string apiVersion, string kind, string since)
    {
        var findings = await FindAsync($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: a}}\n---\napiVersion: v1\nkind: Namespace\n");
        findings.Where(finding => finding.Code == "GOT2210").ShouldHaveSingleItem()
            .Message.ShouldBe($"{kind} in {apiVersion} is gone since {since}.");
        findings.Single(finding => finding.Code == "GOT2210").Severity.ShouldBe(Severity.Warning);
    }
}
