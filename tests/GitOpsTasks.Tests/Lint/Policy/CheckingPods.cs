namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class CheckingPods : PolicyChecked
{
    private const string Template = "metadata: {labels: {app: a}}, spec: {hostPID: true, containers: [{name: a, image: a}]}";

    [Theory]
    [InlineData("v1", "Pod", "spec: {hostPID: true}")]
    [InlineData("v1", "PodTemplate", "template: {" + Template + "}")]
    [InlineData("v1", "ReplicationController", "spec: {template: {" + Template + "}}")]
    [InlineData("apps/v1", "Deployment", "spec: {template: {" + Template + "}}")]
    [InlineData("apps/v1", "StatefulSet", "spec: {template: {" + Template + "}}")]
    [InlineData("apps/v1", "DaemonSet", "spec: {template: {" + Template + "}}")]
    [InlineData("apps/v1", "ReplicaSet", "spec: {template: {" + Template + "}}")]
    [InlineData("extensions/v1beta1", "Deployment", "spec: {template: {" + Template + "}}")]
    [InlineData("batch/v1", "Job", "spec: {template: {" + Template + "}}")]
    [InlineData("batch/v1", "CronJob", "spec: {jobTemplate: {spec: {template: {" + Template + "}}}}")]
    [InlineData("argoproj.io/v1alpha1", "Rollout", "spec: {template: {" + Template + "}}")]
    public async Task Of_every_workload(string apiVersion, string kind, string rest) =>
        (await PlacesAsync("host-namespace", ("a.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\n{rest}\n"))).ShouldHaveSingleItem().ShouldStartWith("a.yaml:3:");

    [Theory]
    [InlineData("apiVersion: serving.knative.dev/v1\nkind: Deployment\nspec: {template: {" + Template + "}}\n")]
    [InlineData("kind: Deployment\nspec: {template: {" + Template + "}}\n")]
    [InlineData("replicaCount: 1\nhostPID: true\nspec: {hostPID: true}\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: [hostPID]\n")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: {containers: [1, a, [b]], volumes: {a: b}, securityContext: no}\n")]
    [InlineData("apiVersion: apps/v1\nkind: Deployment\nspec: {template: null, selector: {matchLabels: [a]}}\n")]
    public async Task And_nothing_else(string text) => (await FindAsync(("a.yaml", text))).ShouldBeEmpty();

    [Fact]
    public async Task In_lists() =>
        (await PlacesAsync("host-namespace", ("a.yaml", "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec: {hostPID: true}\n")))
            .ShouldBe(["a.yaml:6:19"]);

    [Theory]
    [InlineData("containers", 1)]
    [InlineData("initContainers", 1)]
    [InlineData("ephemeralContainers", 1)]
    [InlineData("sidecars", 0)]
    public async Task With_their_containers(string field, int count) =>
        (await PlacesAsync("privileged-container", ("a.yaml", Pod(field + ": [{name: a, securityContext: {privileged: true}}]")))).Length.ShouldBe(count);

    [Theory]
    [InlineData("true", 1)]
    [InlineData("yes", 1)]
    [InlineData("On", 1)]
    [InlineData("'true'", 0)]
    [InlineData("false", 0)]
    [InlineData("null", 0)]
    [InlineData("", 0)]
    [InlineData("1", 0)]
    public async Task By_values_as_a_cluster_reads_them(string value, int count) =>
        (await PlacesAsync("privileged-container", ("a.yaml", PodWith($"securityContext:\n  privileged: {value}")))).Length.ShouldBe(count);

    [Fact]
    public async Task Through_aliases_and_merged_keys()
    {
        var text = Pod("containers:\n- name: a\n  securityContext: &s\n    privileged: true\n- name: b\n  securityContext: *s\n- name: c\n  securityContext:\n    <<: *s\n    runAsUser: 5");
        (await PlacesAsync("privileged-container", ("a.yaml", text))).ShouldBe(["a.yaml:8:19"]);
        (await PlacesAsync("may-run-as-root", ("a.yaml", text))).ShouldBe(["a.yaml:6:11", "a.yaml:9:11"]);
    }

    [Theory]
    [InlineData("/var/run/docker.sock", "sensitive-host-path")]
    [InlineData("/run/k3s/containerd/containerd.sock", "sensitive-host-path")]
    [InlineData("/", "sensitive-host-path")]
    [InlineData("/etc/", "sensitive-host-path")]
    [InlineData("/data/../etc/./kubernetes", "sensitive-host-path")]
    [InlineData("/lib/modules", "host-path")]
    [InlineData("/etcetera", "host-path")]
    [InlineData("${DATA_FOLDER}", null)]
    public async Task And_their_volumes(string path, string? rule) =>
        (await FindAsync(("a.yaml", Pod($"volumes: [{{name: a, hostPath: {{path: \"{path}\"}}}}]")))).Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);

    [Theory]
    [InlineData("securityContext: {runAsUser: 0}\ncontainers: [{name: a}]", "runs-as-root")]
    [InlineData("securityContext: {runAsUser: 0}\ncontainers: [{name: a, securityContext: {runAsUser: 7}}]", null)]
    [InlineData("securityContext: {runAsUser: 7}\ncontainers: [{name: a, securityContext: {runAsUser: 0}}]", "runs-as-root")]
    [InlineData("securityContext: {runAsNonRoot: true}\ncontainers: [{name: a, securityContext: {runAsNonRoot: false}}]", "runs-as-root")]
    [InlineData("securityContext: {runAsNonRoot: false}\ncontainers: [{name: a, securityContext: {runAsUser: 7}}]", null)]
    [InlineData("containers: [{name: a}]", "may-run-as-root")]
    [InlineData("os: {name: windows}\ncontainers: [{name: a}]", null)]
    [InlineData("ephemeralContainers: [{name: a}]", null)]
    public async Task And_their_users(string spec, string? rule) =>
        (await FindAsync(("a.yaml", Pod(spec)))).Select(finding => finding.Rule).Where(found => found!.EndsWith("as-root", StringComparison.Ordinal)).Distinct()
            .ShouldBe(rule is null ? [] : [rule]);
}
