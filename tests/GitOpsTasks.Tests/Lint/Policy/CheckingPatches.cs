using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class CheckingPatches : PolicyChecked
{
    private const string Container =
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {a: b}}\n  template:\n    spec:\n      containers:\n      - name: web\n        ports: [{containerPort: 1}]\n        livenessProbe: {tcpSocket: {port: http}}\n";

    [Theory]
    [InlineData("patches: [{path: patch.yaml}]")]
    [InlineData("patchesStrategicMerge: [patch.yaml]")]
    public async Task Says_nothing_of_what_they_leave_out(string kustomization) =>
        (await FindAsync(("kustomization.yaml", kustomization + "\n"), ("patch.yaml", Container))).ShouldBeEmpty();

    [Fact]
    public async Task Says_so_of_manifests() => (await FindAsync(("kustomization.yaml", "resources: [patch.yaml]\n"), ("patch.yaml", Container)))
        .Select(finding => finding.Rule).Order(StringComparer.Ordinal).ShouldBe(
        [
            "cpu-request-unset", "may-run-as-root", "memory-unset", "no-readiness-probe", "probe-port-not-exposed", "selector-mismatch", "writable-root-filesystem",
        ]);

    [Theory]
    [InlineData("securityContext: {privileged: true}", "privileged-container")]
    [InlineData("securityContext: {allowPrivilegeEscalation: true}", "privilege-escalation")]
    [InlineData("securityContext: {runAsUser: 0}", "runs-as-root")]
    [InlineData("securityContext: {readOnlyRootFilesystem: false}", "writable-root-filesystem")]
    [InlineData("env: [{name: DB_PASSWORD, value: c4ndle-w4x}]", "literal-secret")]
    [InlineData("$patch: delete\n          securityContext: {privileged: true}", null)]
    public async Task Judges_what_they_say(string field, string? rule)
    {
        var kustomization = $"patches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {{name: web}}\n    spec:\n      template:\n        spec:\n          containers:\n          - name: web\n            {field.Replace("          ", "            ", StringComparison.Ordinal)}\n";
        var found = await FindAsync(("kustomization.yaml", kustomization));
        found.Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);
        found.ShouldAllBe(finding => finding.Place!.File == "kustomization.yaml" && finding.Place.Line == 11);
    }

    [Fact]
    public async Task Judges_those_of_flux()
    {
        const string flux = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec:\n  patches:\n  - patch: |\n      apiVersion: v1\n      kind: Pod\n      metadata: {name: a}\n      spec: {hostIPC: true, containers: [{name: a}]}\n";
        (await FindAsync(("a.yaml", flux))).ShouldHaveSingleItem().Place!.ToString().ShouldStartWith("a.yaml:10:");
    }

    [Fact]
    public async Task Tells_absence_as_warnings_alone() =>
        (await FindAsync(("a.yaml", Container))).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule).ShouldBe(["selector-mismatch"]);
}
