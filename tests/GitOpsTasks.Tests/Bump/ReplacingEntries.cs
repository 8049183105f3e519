using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Tests.Bump;

/// <summary>With <c>--kustomize-replace</c> a kustomization builds to what it builds to after <c>kustomize edit set image</c>.</summary>
public sealed class ReplacingEntries() : BumpedFiles("ours")
{
    private const string Other = "sha256:" + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private const string Old = "sha256:" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private const string Pods = """
        apiVersion: v1
        kind: Pod
        metadata: {name: pod}
        spec:
          initContainers: [{name: i, image: busybox}]
          containers:
          - {name: a, image: "nginx:1.0"}
          - {name: b, image: "alpine:latest"}
          - {name: c, image: "localhost:5000/app:1"}
          - {name: d, image: "docker.io/library/nginx:1"}
          - {name: e, image: "web:0@sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}
          - {name: f, image: PLACEHOLDER}
          - {name: g, image: "ghcr.io/acme/api:v1"}
          - {name: h, image: zeta}

        """;

    private static readonly Dictionary<string, string> s_kustomizations = new(StringComparer.Ordinal)
    {
        ["rich"] = """
            # head
            resources: [../base]
            images: # all of them

            # the server
            - name: nginx # {"$imagepolicy": "flux-system:nginx:name"}
              newName: registry.example.com:5000/mirror/nginx
              newTag: "1.25"   # n
              digest: OLD
            - {name: alpine, newTag: '3.19'}
            - newTag: v2
              name: ghcr.io/acme/api
            -   name: web
                digest: OLD
            - name: busybox
              tagSuffix: -musl
            - name: localhost:5000/app
              newName: app
            - name: PLACEHOLDER
              newName: ghcr.io/acme/real
              newTag: "2024"
            # tail
            namePrefix: x-
            """,
        ["none"] = "resources:\n- ../base\n",
        ["none, no final newline"] = "namePrefix: x-\nresources:\n    - ../base",
        ["empty list"] = "resources: [../base]\nimages: []\n# tail\n",
        ["null list"] = "resources: [../base]\nimages:\nnamePrefix: x-\n",
        ["flow"] = "{resources: [../base], images: [{name: nginx, newTag: '1'}, {name: web, newName: shop}]}\n",
        ["CRLF"] = "resources:\r\n- ../base\r\nimages:\r\n- name: nginx\r\n  newName: shop\r\n  newTag: v1\r\n",
        ["twice"] = "resources:\n- ../base\nimages:\n- name: nginx\n  newTag: v1\n- name: alpine\n  newTag: v2\n# second\n- name: nginx\n  newName: mirror\n  newTag: v3\n- name: alpine\n  newTag: v4\n",
        ["chain"] = "resources:\n- ../base\nimages:\n- name: zeta\n  newName: alpha\n  newTag: v1\n- name: alpha\n  newTag: v2\n- name: web\n  newTag: v1\n",
        ["chain in order"] = "resources:\n- ../base\nimages:\n- name: nginx\n  newName: web\n  newTag: v1\n- name: web\n  newTag: v2\n",
        ["patterns"] = "resources:\n- ../base\nimages:\n- name: z.*a\n  newTag: v1\n- name: .*\n  newTag: v2\n- name: nginx\n  newTag: v3\n",
        ["legacy"] = "bases: [../base]\nimageTags:\n- name: nginx\n  newTag: v1\n",
        ["another case"] = "Resources: [../base]\nIMAGES:\n- Name: nginx\n  NewTag: v1\n  newname: shop\n",
        ["aliases"] = "resources: [../base]\nimages:\n- &n\n  name: nginx\n  newTag: &t v1\n- *n\n- name: web\n  newTag: v1\n",
    };

    public static TheoryData<string, string> Arguments { get; } = new()
    {
        { "rich", "nginx=nginx" },
        { "rich", "nginx=shop" },
        { "rich", "nginx=shop:2" },
        { "rich", "nginx=shop@NEW" },
        { "rich", "nginx=shop:2@NEW" },
        { "rich", "nginx:2" },
        { "rich", "nginx@NEW" },
        { "rich", "nginx:2@NEW" },
        { "rich", "nginx=:2" },
        { "rich", "nginx=@NEW" },
        { "rich", "nginx=:2@NEW" },
        { "rich", "nginx=*" },
        { "rich", "nginx=*:2" },
        { "rich", "nginx=*@NEW" },
        { "rich", "nginx=*:2@NEW" },
        { "rich", "nginx=*:*" },
        { "rich", "nginx=*:*@*" },
        { "rich", "nginx=*@*" },
        { "rich", "nginx=shop:*" },
        { "rich", "nginx=shop@*" },
        { "rich", "nginx=shop:*@*" },
        { "rich", "nginx=shop:*@NEW" },
        { "rich", "nginx=shop:2@*" },
        { "rich", "nginx:*" },
        { "rich", "nginx@*" },
        { "rich", "nginx:2@*" },
        { "rich", "nginx:*@NEW" },
        { "rich", "=nginx:2" },
        { "rich", "=nginx:2@NEW" },
        { "rich", "nginx=registry.example.com:443/a/b" },
        { "rich", "nginx=registry.example.com:443/a/b:2" },
        { "rich", "nginx=localhost:5000" },
        { "rich", "nginx=localhost:5000/app" },
        { "rich", "localhost:5000/app:2" },
        { "rich", "localhost:5000/app=*:2" },
        { "rich", "localhost:5000" },
        { "rich", "web:2" },
        { "rich", "web:*@*" },
        { "rich", "web=*:2@*" },
        { "rich", "busybox=*" },
        { "rich", "busybox:1.36" },
        { "rich", "busybox=busybox" },
        { "rich", "PLACEHOLDER=*:7284872" },
        { "rich", "PLACEHOLDER=ghcr.io/acme/real:1.10" },
        { "rich", "alpine:0123e4" },
        { "rich", "alpine=alpine:on" },
        { "rich", "alpine:latest=shop:2" },
        { "rich", "docker.io/library/nginx:2" },
        { "rich", "docker.io/library/nginx=*:*" },
        { "rich", "zeta=alpha:1" },
        { "rich", "absent:1" },
        { "rich", "absent=*:1@*" },
        { "rich", "nginx:2 alpine:3 web=shop:4 zeta:5" },
        { "rich", "nginx=shop:2 nginx:3" },
        { "rich", "nginx:3 nginx=*" },
        { "rich", "zeta:1 zeta=*:2" },
        { "none", "nginx:2" },
        { "none", "zeta=alpha alpha:2 web:3" },
        { "none, no final newline", "nginx=shop:1.10 alpine@NEW" },
        { "empty list", "nginx=shop:2" },
        { "null list", "nginx=shop:2 alpine:3" },
        { "flow", "nginx=*" },
        { "flow", "web:2 zeta:1" },
        { "CRLF", "nginx:2" },
        { "CRLF", "nginx=* web:1.10" },
        { "twice", "nginx:*" },
        { "twice", "nginx=*:9" },
        { "twice", "zeta:1" },
        { "chain", "zeta:3" },
        { "chain", "zeta=*:3" },
        { "chain", "web:3" },
        { "chain", "alpha=nginx:*" },
        { "chain in order", "alpha:1" },
        { "chain in order", "aaa=nginx:1 nginx=*:*" },
        { "patterns", "web:1" },
        { "patterns", "a.*e=shop:1" },
        { "legacy", "nginx=shop:2" },
        { "legacy", "web:2" },
        { "another case", "nginx:2" },
        { "another case", "nginx=*:*" },
        { "aliases", "nginx:2" },
        { "aliases", "web=*:2" },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task Builds_to_what_kustomize_makes_of_it(string kustomization, string arguments)
    {
        var text = s_kustomizations[kustomization].Replace("OLD", Old, StringComparison.Ordinal);
        Place.Write("base/kustomization.yaml", "resources: [pod.yaml]\n");
        Place.Write("base/pod.yaml", Pods);
        Place.Write("ours/kustomization.yaml", text);
        Place.Write("theirs/kustomization.yaml", text);
        var images = arguments.Replace("NEW", Other, StringComparison.Ordinal).Split(' ');
        await EditAsync(images);
        await ReplaceAsync(ExitCode.Done, images);
        var ours = Place.Read("ours/kustomization.yaml");
        (await KustomizeAsync("ours")).ShouldBe(await KustomizeAsync("theirs"), ours);
        await ReplaceAsync(ExitCode.Done, images);
        Place.Read("ours/kustomization.yaml").ShouldBe(ours, "the same again changed something");
    }

    [Theory]
    [InlineData("nginx:2", "- name: nginx # n\n  newTag: 2 # t\n", "- name: nginx # n\n  newTag: \"2\" # t\n")]
    [InlineData("nginx=*:v2", "- name: nginx # n\n  newName: shop # s\n  newTag: v1 # t\n  digest: OLD\n", "- name: nginx # n\n  newName: shop # s\n  newTag: v2 # t\n")]
    [InlineData("web:v1", "-   name: 'b'\n    newTag: 'v1'\n", "-   name: 'b'\n    newTag: 'v1'\n-   name: 'web'\n    newTag: 'v1'\n")]
    [InlineData("web=*:v1", "- name: z\n  newName: y # c\n- name: a\n  newTag: v1\n", "- name: z\n  newName: y # c\n- name: a\n  newTag: v1\n- name: web\n  newTag: v1\n")]
    public async Task Changes_no_other_byte(string image, string entries, string expected)
    {
        Place.Write("ours/kustomization.yaml", ("# k\nresources: [ ../base ]\n\nimages:\n" + entries + "# tail\n").Replace("OLD", Old, StringComparison.Ordinal));
        await ReplaceAsync(ExitCode.Done, image);
        Place.Read("ours/kustomization.yaml").ShouldBe("# k\nresources: [ ../base ]\n\nimages:\n" + expected + "# tail\n");
    }

    [Fact]
    public async Task Leaves_what_is_not_the_kustomization_of_the_path()
    {
        Place.Write("ours/kustomization.yaml", "resources: [pod.yaml, below]\n");
        Place.Write("ours/pod.yaml", Pods);
        Place.Write("ours/below/kustomization.yaml", "images: [{name: nginx, newTag: '1'}]\n");
        await Place.CommitAllAsync();
        var result = (BumpResult)(await ReplaceAsync(ExitCode.Done, "nginx:2")).UntypedResult!;
        (await NumstatAsync()).ShouldBe(["3\t0\tours/kustomization.yaml"]);
        result.Edits.ShouldBe([new BumpedField("ours/kustomization.yaml", 1, 1, "nginx", "images", null, "nginx:2")]);
    }

    [Theory]
    [InlineData("pod.yaml")]
    [InlineData("kustomization.yaml", "Kustomization")]
    public async Task Needs_one_kustomization_at_the_path(params string[] files)
    {
        foreach (var file in files)
            Place.Write("ours/" + file, "resources: []\n");
        (await ReplaceAsync(ExitCode.Findings, "nginx:2")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(EditCodes.NoKustomization);
    }

    private async Task<TaskOutcome> ReplaceAsync(ExitCode exitCode, params string[] images)
    {
        var outcome = await BumpTask.Declaration.RunAsync(
            new InputValues().Add("image", images).Add("path", "ours").Add("kustomize-replace", "true"), Place.Context(), Token);
        outcome.ExitCode.ShouldBe(exitCode, string.Join('\n', outcome.Diagnostics));
        return outcome;
    }

    private async Task EditAsync(string[] images)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand(RequiredPart.Find("kustomize"), ["edit", "set", "image", .. images])
            {
                WorkingDirectory = Place.PathOf("theirs"),
                Environment = Place.Context().Environment,
            },
            Token);
        result.Succeeded.ShouldBeTrue(result.Error);
    }
}
