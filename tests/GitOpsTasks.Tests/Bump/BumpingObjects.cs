using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Objects of any kind: the image of what runs one is found wherever it stands.</summary>
public sealed class BumpingObjects
{
    [Theory]
    [InlineData("kind: Pod\nspec:\n  containers:\n  - image: web:1.4.0\n")]
    [InlineData("kind: Pod\nspec:\n  initContainers:\n  - {image: 'web:1.4.0'}\n")]
    [InlineData("kind: Pod\nspec:\n  ephemeralContainers: [{image: \"web:1.4.0\"}]\n")]
    [InlineData("kind: Pod\nspec:\n  volumes:\n  - name: v\n    image:\n      reference: web:1.4.0\n      pullPolicy: Always\n")]
    [InlineData("kind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n          - image: web:1.4.0\n          volumes:\n          - image: {reference: other:1}\n")]
    [InlineData("kind: Rollout\nspec:\n  template:\n    spec:\n      containers:\n        - name: x\n          image: web:1.4.0\n")]
    [InlineData("kind: Workflow\nspec:\n  templates:\n  - container:\n      image: web:1.4.0\n")]
    [InlineData("kind: WorkflowTemplate\nspec:\n  templates:\n  - script:\n      image: web:1.4.0\n      source: echo web:1.4.1\n")]
    [InlineData("kind: Workflow\nspec:\n  templates:\n  - sidecars:\n    - image: web:1.4.0\n")]
    [InlineData("kind: Service\nspec:\n  template:\n    spec:\n      containers:\n      - image: web:1.4.0\n")]
    [InlineData("kind: Task\nspec:\n  steps:\n  - image: web:1.4.0\n  stepTemplate:\n    image: other:1\n")]
    [InlineData("kind: PodTemplate\ntemplate:\n  spec:\n    containers:\n    - image: web:1.4.0\n")]
    [InlineData("kind: Prometheus\nspec:\n  image: web:1.4.0\n")]
    [InlineData("kind: VirtualMachine\nspec:\n  template:\n    spec:\n      volumes:\n      - containerDisk:\n          image: web:1.4.0\n")]
    [InlineData("kind: Widget\nspec:\n  workers:\n    - pods: [{sidecarImage: web:1.4.0}]\n")]
    [InlineData("kind: Widget\nspec:\n  image:\n    repository: web\n    tag: 1.4.0\n")]
    [InlineData("kind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - image: web:1.4.0\n- apiVersion: v1\n  kind: ConfigMap\n  data: {image: 'web:1.4.1'}\n")]
    public void Changes_the_image_of_a(string spec)
    {
        var text = "apiVersion: example.com/v1\n" + spec;
        ImageEdits.Edited("a.yaml", text, "web:1.5.0").ShouldBe(text.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nginx", "nginx:1.27", "nginx:1.27")]
    [InlineData("nginx:1.25", "docker.io/library/nginx:1.27", "nginx:1.27")]
    [InlineData("docker.io/library/nginx:1.25", "nginx:1.27", "docker.io/library/nginx:1.27")]
    [InlineData("localhost:5000/web", "localhost:5000/web:2", "localhost:5000/web:2")]
    [InlineData("localhost:5000/web:1", "localhost:5000/web=ghcr.io:443/web:2", "ghcr.io:443/web:2")]
    [InlineData("web:1@OLD", "web:2", "web:2")]
    [InlineData("web@OLD", "web:2@NEW", "web:2@NEW")]
    [InlineData("web:1@OLD", "web@NEW", "web:1@NEW")]
    public void Writes_every_form_of_a_reference(string old, string image, string expected)
    {
        const string Text = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: c\n    image: {0} # c\n";
        ImageEdits.Edited("a.yaml", Text.Replace("{0}", old, StringComparison.Ordinal), image)
            .ShouldBe(ImageEdits.Digests(Text.Replace("{0}", expected, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": {\"containers\": [{\"image\": \"web:1.4.0\"}]}}")]
    [InlineData("{\r\n\t\"apiVersion\": \"v1\",\r\n\t\"kind\": \"List\",\r\n\t\"items\": [\r\n\t\t{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": {\"containers\": [{\"image\": \"web:1.4.0\"}]}}\r\n\t]\r\n}\r\n")]
    public void Keeps_JSON_JSON(string text)
    {
        var after = ImageEdits.Edited("pod.json", text, "web:1.5.0");
        after.ShouldBe(text.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
        System.Text.Json.JsonDocument.Parse(after).Dispose();
    }

    [Theory]
    [InlineData("{\"image\": {\"repository\": \"web\"}}", "{\"image\": {\"repository\": \"web\", \"tag\": \"v2\"}}")]
    [InlineData("{\"image\": {\"repository\": \"web\", \"tag\": 1.10}}", "{\"image\": {\"repository\": \"web\", \"tag\": \"v2\"}}")]
    [InlineData("{\n  \"image\": {\n    \"repository\": \"web\"\n  }\n}\n", "{\n  \"image\": {\n    \"repository\": \"web\",\n    \"tag\": \"v2\"\n  }\n}\n")]
    public void Writes_new_keys_of_JSON_in_quotes(string text, string expected) => ImageEdits.Edited("values.json", text, "web:v2").ShouldBe(expected);

    [Theory]
    [InlineData("kind: ConfigMap\ndata: {image: 'web:1.4.0'}\n")]
    [InlineData("kind: ConfigMap\ndata:\n  values.yaml: |\n    image: web:1.4.0\n")]
    [InlineData("kind: Secret\nstringData: {image: 'web:1.4.0'}\n")]
    [InlineData("kind: CustomResourceDefinition\nspec:\n  x: {image: 'web:1.4.0'}\n")]
    [InlineData("kind: ImageRepository\nspec:\n  image: web\n")]
    [InlineData("kind: Pod\nmetadata:\n  annotations: {image: 'web:1.4.0'}\n")]
    [InlineData("kind: Pod\nstatus:\n  containerStatuses: [{image: 'web:1.4.0'}]\n")]
    [InlineData("kind: Widget\nspec:\n  git: {repository: web, tag: 1.4.0}\n")]
    [InlineData("kind: Jenkins\nspec:\n  image: web\n  version: 1.4.0\n")]
    [InlineData("kind: Pod\nspec:\n  containers:\n  - env: [{name: IMAGE, value: 'web:1.4.0'}]\n    args: ['web:1.4.0']\n")]
    [InlineData("kind: Pod\nspec:\n  containers:\n  - image: acme/web:1.4.0\n")]
    public void Leaves_what_runs_no_such_image(string spec)
    {
        var edit = ImageEdits.Of("a.yaml", "apiVersion: example.com/v1\n" + spec, "web:1.5.0");
        (edit.Matched.Count, edit.Change).ShouldBe((0, null));
    }

    [Theory]
    [InlineData("web:{{ .tag }}")]
    [InlineData("'web:{{ .tag }}'")]
    [InlineData("web:${TAG}")]
    [InlineData("web:${TAG:=1.4.0}")]
    [InlineData("web@$(DIGEST)")]
    [InlineData("web:v{{ .major }}.1")]
    public void Reports_a_version_that_a_template_fills_in(string image)
    {
        var edit = ImageEdits.Of("a.yaml", $"apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: {image}\n  - image: web:1.4.0\n", "web:1.5.0");
        var warning = edit.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Severity, warning.Place!.ToString()).ShouldBe((EditCodes.Templated, Severity.Warning, "a.yaml:5:12"));
        edit.Fields.ShouldHaveSingleItem().Place.Line.ShouldBe(6);
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: A\nimage: &i web:1.4.0\nother: *i\n", "a.yaml:4:8")]
    [InlineData("apiVersion: v1\nkind: A\na: &m\n  image: web:1.4.0\nother: {<<: *m, b: c}\n", "a.yaml:5:13")]
    [InlineData("apiVersion: v1\nkind: A\ncontainers: &l\n- image: web:1.4.0\nother: *l\n", "a.yaml:5:8")]
    [InlineData("image:\n  repository: &r web\n  tag: &t 1.4.0\nx: *r\ny: *t\n", "a.yaml:5:4")]
    public void Says_which_aliases_change_too(string text, string place)
    {
        var edit = ImageEdits.Of("a.yaml", text, "web:1.5.0");
        edit.Fields.ShouldHaveSingleItem();
        var note = edit.Diagnostics.ShouldHaveSingleItem();
        (note.Code, note.Place!.ToString()).ShouldBe((EditCodes.SharedValue, place));
        edit.Text(text).ShouldBe(text.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
    }
}
