using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Patches of a kustomization that set an image, written out in it or in files of their own.</summary>
public sealed class BumpingPatches() : BumpedFiles("k")
{
    private const string File = "k/kustomization.yaml";

    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, annotations: {a: 1.4.0}}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: web, image: old}
              - {name: api, image: "api:1.4.0"}

        """;

    public static TheoryData<string, string> Patches { get; } = new()
    {
        { "strategic", "patches:\n- patch: |-\n    # p\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata:\n      name: web\n    spec:\n      template:\n        spec:\n          containers:\n          - name: web\n            image: web:1.4.0 # i\n  # t\n  target:\n    kind: Deployment\n" },
        { "strategic, kept line end, CRLF", "patches:\r\n- patch: |+\r\n    apiVersion: apps/v1\r\n    kind: Deployment\r\n    metadata: {name: web}\r\n    spec: {template: {spec: {containers: [{name: web, image: 'web:1.4.0'}]}}}\r\n\r\n  target: {kind: Deployment}\r\n" },
        { "strategic, no final newline", "patches:\n  - patch: |\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: {name: web}\n      spec:\n        template:\n          spec:\n            containers:\n              - image: \"web:1.4.0\"\n                name: web" },
        { "indentation indicator", "patches:\n- patch: |2-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {template: {spec: {containers: [{name: web, image: web:1.4.0}]}}}\n" },
        { "legacy strategic", "patchesStrategicMerge:\n- |-\n  apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: web}\n  spec:\n    template:\n      spec:\n        containers:\n        - name: web\n          image: web:1.4.0\n" },
        { "replace", "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n      path: /spec/template/spec/containers/0/image\n      value: web:1.4.0\n" },
        { "add of an image", "patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: add, path: /spec/template/spec/containers/0/image, value: 'web:1.4.0'} # c\n\n    - op: add\n      path: /metadata/annotations/x\n      value: web:1.3.0\n" },
        { "add of a container", "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: add\n      path: /spec/template/spec/containers/-\n      value:\n        image: web:1.4.0\n        name: more\n" },
        { "add of a list", "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: add\n      path: /spec/template/spec/initContainers\n      value:\n      - image: web:1.4.0\n        name: more\n" },
        { "add of a list further up", "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n      path: /spec/template/spec\n      value:\n        containers:\n        - image: web:1.4.0\n          name: more\n" },
        { "JSON in a block", "patchesJson6902:\n- target: {group: apps, version: v1, kind: Deployment, name: web}\n  patch: |-\n    [\n      {\"op\": \"replace\", \"path\": \"/spec/template/spec/containers/0/image\", \"value\": \"web:1.4.0\"}\n    ]\n" },
        { "JSON in quotes", "patches:\n- target: {kind: Deployment}\n  patch: '[{\"op\": \"replace\", \"path\": \"/spec/template/spec/containers/0/image\", \"value\": \"web:1.4.0\"}]'\n" },
        { "two documents", "patches:\n- patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {replicas: 2}\n    ---\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: web}\n    spec: {template: {spec: {containers: [{name: web, image: web:1.4.0}]}}}\n" },
    };

    [Theory]
    [MemberData(nameof(Patches))]
    public async Task Changes_one_line_and_the_image_alone(string style, string patches)
    {
        var before = await PrepareAsync("resources:\n- ../base\n" + patches);
        var text = Place.Read(File);
        var edit = (await DoneAsync("web:1.5.0")).Edits.ShouldHaveSingleItem();
        Place.Read(File).ShouldBe(text.Replace("web:1.4.0", "web:1.5.0", StringComparison.Ordinal), style);
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
        text.Split('\n')[edit.Line - 1].ShouldContain("web:1.4.0");
        (await KustomizeAsync("k")).ShouldBe(before.Select(line => line.Replace("web:1.4.0", "web:1.5.0", StringComparison.Ordinal)));
        (await DoneAsync("web:1.5.0")).Changed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("patch.yaml", "- op: replace\n  path: /spec/template/spec/containers/0/image\n  value: web:1.4.0 # c\n")]
    [InlineData("patch.json", "[\n  {\n    \"op\": \"replace\",\n    \"path\": \"/spec/template/spec/containers/0/image\",\n    \"value\": \"web:1.4.0\"\n  }\n]")]
    [InlineData("patch.json", "{\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\", \"metadata\": {\"name\": \"web\"},\r\n \"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"web\", \"image\": \"web:1.4.0\"}]}}}}\r\n")]
    [InlineData("patch.yml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n    template:\n        spec:\n            containers:\n            -   image: web:1.4.0\n                name: web\n")]
    public async Task Finds_them_in_files_of_their_own(string name, string patch)
    {
        Place.Write("k/" + name, patch);
        var before = await PrepareAsync($"resources:\n- ../base\npatches:\n- path: {name}\n  target: {{kind: Deployment}}\n");
        await DoneAsync("web:1.5.0");
        Place.Read("k/" + name).ShouldBe(patch.Replace("1.4.0", "1.5.0", StringComparison.Ordinal));
        (await NumstatAsync()).ShouldBe([$"1\t1\tk/{name}"]);
        (await KustomizeAsync("k")).ShouldBe(before.Select(line => line.Replace("web:1.4.0", "web:1.5.0", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Moves_an_image_and_pins_it_in_quotes_that_the_patch_has()
    {
        var digest = "sha256:" + new string('d', 64);
        await PrepareAsync("resources: [../base]\npatches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n      path: /spec/template/spec/containers/0/image\n      value: 'web:1.4.0'\n");
        await DoneAsync($"web=ghcr.io/acme/web:1.10@{digest}");
        Place.Read(File).ShouldEndWith($"      value: 'ghcr.io/acme/web:1.10@{digest}'\n");
    }

    [Fact]
    public async Task Leaves_operations_that_set_no_image()
    {
        const string text = "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: test\n      path: /spec/template/spec/containers/0/image\n      value: web:1.4.0\n    - op: add\n      path: /metadata/annotations/image-of\n      value: web:1.4.0\n    - op: remove\n      path: /x/image\n- path: web.yaml\n";
        Place.Write(File, text);
        await Place.CommitAllAsync();
        (await BumpAsync("web:1.5.0")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(BumpCodes.NoMatch);
    }

    [Fact]
    public async Task Warns_of_a_patch_that_is_a_template()
    {
        Place.Write(File, "images: [{name: web, newTag: v1}]\npatches:\n- patch: |\n    {{- if x }}\n    spec: {containers: [{image: web:1}]}\n    {{- end }}\n  target: {kind: X}\n");
        await Place.CommitAllAsync();
        var outcome = await BumpAsync("web:v2");
        outcome.ExitCode.ShouldBe(ExitCode.Done);
        (outcome.Diagnostics.ShouldHaveSingleItem().Code, outcome.Diagnostics[0].Place!.Line).ShouldBe((GitOpsTasks.Edits.EditCodes.FileSkipped, 3));
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
    }

    private async Task<string[]> PrepareAsync(string kustomization)
    {
        Place.Write("base/kustomization.yaml", "resources: [deployment.yaml]\n");
        Place.Write("base/deployment.yaml", Deployment);
        Place.Write(File, kustomization);
        await Place.CommitAllAsync();
        return await KustomizeAsync("k");
    }
}
