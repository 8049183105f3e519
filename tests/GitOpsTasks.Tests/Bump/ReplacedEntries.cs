namespace GitOpsTasks.Tests.Bump;

/// <summary>Kustomizations, and arguments of <c>kustomize edit set image</c>.</summary>
internal static class ReplacedEntries
{
    public const string Other = "sha256:" + "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    public const string Old = "sha256:" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public const string Pods = """
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

    public static IReadOnlyDictionary<string, string> Kustomizations { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
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
}
