using GitOpsTasks.Contracts;
using GitOpsTasks.Init;

namespace GitOpsTasks.Tests.Init;

public sealed class ReadingAComposeFile : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("ports: [8080]", "port: 8080\n")]
    [InlineData("ports: [\"80:8080\"]", "port: 8080\n")]
    [InlineData("ports: [\"127.0.0.1:80:8080/tcp\"]", "port: 8080\n")]
    [InlineData("ports: [\"[::1]:80:8080\"]", "port: 8080\n")]
    [InlineData("ports: [\"${HOST_PORT:-80}:${PORT:-8080}\"]", "port: 8080\n")]
    [InlineData("ports: [\"9000-9001:8080-8081\"]", "ports:\n- name: http\n  port: 8080\n- name: tcp-8081\n  port: 8081\n")]
    [InlineData("ports: [{ target: 8080, published: \"80\", protocol: tcp }]", "port: 8080\n")]
    [InlineData("ports: [{ target: 53, protocol: udp }]\n    expose: [\"8080\"]", "ports:\n- name: http\n  port: 8080\n- name: udp-53\n  port: 53\n  protocol: udp\n")]
    [InlineData("environment: { A: 1, B: \"x y\", C: \"${X:-d}\", D: $$1 }", "env:\n  A: \"1\"\n  B: x y\n  C: d\n  D: $1\n")]
    [InlineData("environment: [A=1, \"B=x=y\"]", "env:\n  A: \"1\"\n  B: x=y\n")]
    [InlineData("command: node \"server one.js\" --x", "args:\n- node\n- server one.js\n- --x\n")]
    [InlineData("entrypoint: [/bin/app]\n    command: [run, now]\n    working_dir: /srv", "command:\n- /bin/app\nargs:\n- run\n- now\nworkingDir: /srv\n")]
    [InlineData("deploy: { replicas: 3 }", "replicas: 3\n")]
    [InlineData("deploy: { resources: { limits: { cpus: \"0.05\", memory: 64m }, reservations: { memory: 32M } } }", "resources:\n  cpu: 50m\n  cpuLimit: 50m\n  memory: 32Mi\n  memoryLimit: 64Mi\n")]
    [InlineData("mem_limit: 1g\n    cpus: 2", "resources:\n  cpuLimit: 2000m\n  memoryLimit: 1024Mi\n")]
    [InlineData("user: \"1001:1002\"", "security:\n  user: 1001\n  group: 1002\n")]
    [InlineData("ports: [8080]\n    healthcheck: { test: curl -f http://localhost:8080/up, timeout: 3s }", "probes:\n  readiness:\n    path: /up\n    timeout: 3\n")]
    [InlineData("volumes: [\"data:/data:ro\", \"/cache\"]\n    tmpfs: /run", "volumes:\n  data:\n    mount: /data\n    size: 1Gi\n    readOnly: true\n  cache:\n    mount: /cache\n  run:\n    mount: /run\n")]
    [InlineData("volumes: [{ type: volume, source: data, target: /data }]", "volumes:\n  data:\n    mount: /data\n    size: 1Gi\n")]
    public async Task Takes_what_the_spec_can_say(string keys, string expected)
    {
        _site.Write("compose.yaml", $"services:\n  web:\n    image: acme/web:1.2.3\n    {keys}\nvolumes: {{ data: {{}} }}\n");
        await _site.InitAsync();
        _site.Read("config/web.yaml").ShouldContain("image: acme/web:1.2.3\n");
        _site.Read("config/web.yaml").ShouldContain(expected);
        await _site.DeliverAsync();
    }

    [Theory]
    [InlineData("volumes: [\"./x:/x\"]", 4, 15)]
    [InlineData("volumes: [\"C:\\\\x:/x\"]", 4, 15)]
    [InlineData("volumes: [{ type: bind, source: ./x, target: /x }]", 4, 15)]
    [InlineData("privileged: true", 4, 17)]
    [InlineData("network_mode: host", 4, 19)]
    [InlineData("extends: { service: base }", 4, 14)]
    [InlineData("environment: { A: $X }", 4, 20)]
    [InlineData("environment: [A]", 4, 19)]
    [InlineData("env_file: ../outside.env", 4, 15)]
    [InlineData("env_file: absent.env", 4, 15)]
    [InlineData("ports: [\"$P\"]", 4, 13)]
    public async Task Says_what_it_does_not_carry_over(string key, int line, int column)
    {
        File.WriteAllText(_site.PathOf("../outside.env"), "LEAK=1\n");
        _site.Write("compose.yaml", $"services:\n  web:\n    image: acme/web:1.2.3\n    {key}\n");
        var (_, diagnostics) = await _site.InitAsync();
        var found = diagnostics.Single(found => found.Code == InitCodes.NotCarriedOver);
        (found.Severity, found.Place!.Line, found.Place.Column).ShouldBe((Severity.Warning, line, column));
        found.Advice.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("DB_PASSWORD: hunter2")]
    [InlineData("GITHUB_TOKEN: ghp_hunter2")]
    [InlineData("REDIS: redis://:hunter2@cache")]
    [InlineData("ConnectionStrings__Db: Server=db;User=sa;Password=hunter2")]
    [InlineData("API_KEY: ${API_KEY:-hunter2}")]
    [InlineData("STRIPE_SECRET: changeme-hunter2")]
    public async Task Refers_to_secrets_and_never_shows_them(string variable)
    {
        _site.Write("compose.yaml", $"services:\n  web:\n    image: acme/web:1.2.3\n    environment:\n      {variable}\n");
        var key = variable.Split(':')[0];
        var (result, diagnostics) = await _site.InitAsync();
        _site.Read("config/web.yaml").ShouldContain($"secrets:\n  web-secrets:\n    env:\n      {key}: {key}\n");
        diagnostics.ShouldContain(found => found.Code == InitCodes.SecretReferred && found.Place!.Line == 5);
        foreach (var file in result.Files)
            file.Content.ShouldNotContain("hunter2");
        string.Join('\n', diagnostics.Select(found => found.ToString()).Concat(result.Facts.Select(fact => fact.ToString()))).ShouldNotContain("hunter2");
        await _site.DeliverAsync();
    }

    [Fact]
    public async Task Refers_to_env_files_without_secrets_and_copies_the_rest_of_others()
    {
        _site.Write("plain.env", "A=1\nB=two words\n");
        _site.Write("mixed.env", "export C=\"3\"\nD_TOKEN=hunter2\n# E=5\n");
        _site.Write("compose.yaml", "services:\n  web:\n    image: acme/web:1.2.3\n    env_file: [plain.env, { path: mixed.env }]\n");
        await _site.InitAsync();
        _site.Read("config/web.yaml").ShouldContain("env:\n  C: \"3\"\nenvFiles:\n- ../plain.env\nsecrets:\n  web-secrets:\n    env:\n      D_TOKEN: D_TOKEN\n");
        (await _site.DeliverAsync()).ShouldContain("B: two words");
    }

    [Fact]
    public async Task Takes_anchors_and_merged_mappings()
    {
        _site.Write("docker-compose.yml", "x-base: &base\n  image: acme/web:1.0.0\n  environment: &env { A: a }\nservices:\n  web:\n    <<: *base\n    environment:\n      <<: *env\n      B: b\n");
        await _site.InitAsync();
        _site.Read("config/web.yaml").ShouldContain("env:\n  A: a\n  B: b\n");
    }

    [Theory]
    [InlineData("{ image: \"postgres:17\" }")]
    [InlineData("{ image: \"redis\" }")]
    [InlineData("{ image: \"bitnami/rabbitmq:4\" }")]
    [InlineData("{ image: \"mcr.microsoft.com/mssql/server:2022-latest\" }")]
    [InlineData("{ image: \"traefik:v3\" }")]
    [InlineData("{ image: \"acme/other:1.0.0\", profiles: [debug] }")]
    public async Task Leaves_out_what_is_no_application_of_the_repository(string service)
    {
        _site.Write("compose.yaml", $"services:\n  web: {{ image: \"acme/web:1.0.0\" }}\n  other: {service}\n");
        var (result, diagnostics) = await _site.InitAsync();
        result.Apps.ShouldBe(["web"]);
        diagnostics.Single(found => found.Code == InitCodes.LeftOut).Place!.Line.ShouldBe(3);
    }

    [Fact]
    public async Task Builds_what_the_service_builds()
    {
        _site.Write("src/web/Dockerfile.prod", "ARG PORT=1\nFROM scratch AS run\nARG PORT\nEXPOSE $PORT\nFROM scratch AS debug\nEXPOSE 2\n");
        _site.Write("compose.yaml", "services:\n  web:\n    image: ghcr.io/acme/web:${TAG:-latest}\n    build: { context: src/web, dockerfile: Dockerfile.prod, target: run, args: [PORT=8088, \"NPM_TOKEN=hunter2\"] }\n");
        await _site.InitAsync();
        var image = _site.Config().Images["web"];
        (image.Repository, image.Context, image.Dockerfile.Path, image.Dockerfile.Target).ShouldBe(("ghcr.io/acme/web", "src/web", "src/web/Dockerfile.prod", "run"));
        image.Dockerfile.Args.ShouldBe(new Dictionary<string, string> { ["PORT"] = "8088" });
        _site.Read("config/web.yaml").ShouldContain("port: 8088\n");
        _site.Read("gitops.yaml").ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("services:\n  web: [", 2)]
    [InlineData("web: { image: x }\n", 1)]
    public async Task Tells_where_one_is_wrong(string text, int line)
    {
        _site.Write("compose.yaml", text);
        var outcome = await _site.TryAsync("init", "from=compose.yaml");
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        outcome.Diagnostics[0].Place!.Line.ShouldBeGreaterThanOrEqualTo(line);
        outcome.Diagnostics[0].Place!.File.ShouldBe("compose.yaml");
    }
}
