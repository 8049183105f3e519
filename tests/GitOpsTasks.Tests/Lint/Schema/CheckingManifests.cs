using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Lint.Schema;

public sealed class CheckingManifests : SchemaChecked
{
    [Fact]
    public async Task Tells_where_a_field_is_unknown_and_what_may_be_meant()
    {
        var finding = (await FindAsync("""
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              ports:
                - port: 80
                  targetport: 8080
            """)).ShouldHaveSingleItem();
        finding.ToString().ShouldBe("a.yaml:8:7: error GOT2201: Service has no field 'spec.ports[0].targetport'. Did you mean 'targetPort'?");
        finding.Place!.EndColumn.ShouldBe(17);
    }

    [Fact]
    public async Task Points_at_the_value_that_is_wrong() => (await LinesAsync("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: "3"
          selector: {matchLabels: {app: web}}
          template:
            spec:
              containers:
                - name: web
                  image: web
                  imagePullPolicy: always
                  env: [{name: A, value: true}]
                  resources: {limits: {memory: 1GB}}
                  ports: {containerPort: 80}
        """)).ShouldBe(
        [
            "5:13 GOT2202 'spec.replicas' is a string, not an integer.",
            "12:28 GOT2204 'spec.template.spec.containers[0].imagePullPolicy' cannot be 'always'.",
            "13:34 GOT2202 'spec.template.spec.containers[0].env[0].value' is a boolean, not a string.",
            "14:40 GOT2205 'spec.template.spec.containers[0].resources.limits.memory' is '1GB', which is no quantity.",
            "15:18 GOT2202 'spec.template.spec.containers[0].ports' is a mapping, not a sequence.",
        ]);

    [Fact]
    public async Task Points_at_the_mapping_that_lacks_a_field() =>
        (await LinesAsync("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector: {}\n")).ShouldBe(
            ["5:3 GOT2203 'spec' lacks the field 'template', which is required."]);

    [Fact]
    public async Task Advises_what_to_do()
    {
        var findings = await FindAsync("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {port: 80, on: yes}\nimmutable: \"true\"\n");
        findings.Select(finding => finding.Advice).ShouldBe(["Put it in quotes.", "Put it in quotes.", "Remove the quotes."]);
    }

    [Theory]
    [InlineData("List", "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a, labls: {}}}\n")]
    [InlineData("second document", "apiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: b, labls: {}}\n")]
    [InlineData("typed list", "apiVersion: v1\nkind: NamespaceList\nitems:\n- {metadata: {name: a, labls: {}}}\n")]
    [InlineData("merge key", "apiVersion: v1\nkind: ConfigMap\nmetadata: {<<: {labls: {}}, name: a}\n")]
    public async Task Looks_into(string what, string text) => (await CodesAsync(text)).ShouldBe(["GOT2201"], what);

    [Theory]
    [InlineData("values", "kind: ReplicaSet\nreplicas: 1\n")]
    [InlineData("a chart", "apiVersion: v2\nname: a\n")]
    [InlineData("a text", "just text\n")]
    [InlineData("nothing", "")]
    public async Task Passes_over(string what, string text) => (await CodesAsync(text)).ShouldBeEmpty(what);

    [Theory]
    [InlineData("kind: Deployment\nmetadata: {name: a}\n", "The manifest lacks 'apiVersion'.")]
    [InlineData("apiVersion: v1\nmetadata: {name: a}\n", "The manifest lacks 'kind'.")]
    public async Task Tells_that_a_manifest_has_no_kind(string text, string message) =>
        (await FindAsync(text)).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Theory]
    [InlineData("apps/v1", "Deploymnet", "Did you mean 'Deployment'?")]
    [InlineData("v1", "Deployment", "Deployment is in apps/v1.")]
    public async Task Tells_that_Kubernetes_has_no_such_kind(string apiVersion, string kind, string advice)
    {
        var findings = await FindAsync($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: a}}\n---\napiVersion: v1\nkind: Namespace\n");
        var finding = findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("GOT2212");
        finding.Advice.ShouldBe(advice);
    }

    [Fact]
    public async Task Counts_what_it_skips()
    {
        var findings = await FindAsync("apiVersion: v1\nkind: Namespace\n---\napiVersion: a.b/v1\nkind: C\n---\napiVersion: a.b/v1\nkind: C\n");
        var note = findings.ShouldHaveSingleItem();
        note.Severity.ShouldBe(Severity.Note);
        note.Message.ShouldBe("2 manifests of C (a.b/v1) were not checked: there is no schema for that kind.");
    }

    [Fact]
    public async Task Fails_where_everything_was_skipped()
    {
        var findings = await FindAsync("apiVersion: a.b/v1\nkind: C\n");
        findings.Select(finding => (finding.Code, finding.Severity)).ShouldBe([("GOT2230", Severity.Note), ("GOT2231", Severity.Error)]);
    }
}
