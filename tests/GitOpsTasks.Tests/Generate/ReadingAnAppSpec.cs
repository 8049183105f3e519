using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Tests.Config;

namespace GitOpsTasks.Tests.Generate;

public sealed class ReadingAnAppSpec : IDisposable
{
    private static readonly string s_schema = RepositoryFiles.Read("schemas/app.schema.json");
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Schema_and_reader_know_the_same_keys_with_the_same_kinds_of_value() =>
        SchemaShape.OfReader(MappingReader.KeysOf(AppSpecReader.Read)).ShouldBe(SchemaShape.OfSchema(s_schema));

    [Fact]
    public void The_schema_describes_every_key() => SchemaShape.PropertiesWithoutDescription(s_schema).ShouldBeEmpty();

    [Theory]
    [InlineData("docs/generate.md")]
    [InlineData("docs/agents.md")]
    public async Task Every_example_of_the_documentation_is_accepted(string page)
    {
        _workshop.Write("shop.env", "");
        _workshop.Write("shop.prod.env", "");
        var examples = RepositoryFiles.YamlExamples(page, "apiVersion: gitops-tasks/v1\nkind: App\n");
        examples.Count.ShouldBeGreaterThan(1);
        foreach (var example in examples)
            (await LoadAsync(example)).Spec.Name.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("commnad: [x]", "6:1: error GOT1101: The key 'commnad' is not known here. Did you mean 'command'?")]
    [InlineData("replica: 1", "6:1: error GOT1101: The key 'replica' is not known here. Did you mean 'replicas'?")]
    [InlineData("environments: {dev: {replcias: 1}}", "6:22: error GOT1101: The key 'replcias' is not known here. Did you mean 'replicas'?")]
    [InlineData("replicas: two", "6:11: error GOT1102: 'two' is not a whole number.")]
    [InlineData("replicas: -1", "6:11: error GOT1106: '-1' is not a value this key can have. Write 0 or more.")]
    [InlineData("env: [A=1]", "6:6: error GOT1102: A list stands here. Write a mapping.")]
    [InlineData("env: {A: }", "6:9: error GOT1102: This key has no value.")]
    [InlineData("env: {1A: x}", "6:7: error GOT1106: '1A' is not a name that can stand here.")]
    [InlineData("env: {A: \"\\x07\"}", "6:10: error GOT1106:")]
    [InlineData("env: {A: 1, A: 2}", "6:13: error GOT1104: The key 'A' stands here twice.")]
    [InlineData("ports: [{name: http, port: 1}]", "5:7: error GOT1107: Both 'port' and 'ports' are given.")]
    [InlineData("resources: {cpu: 1Gi}", "6:18: error GOT1106: '1Gi' is not a value this key can have. Write processors such as 0.5 or 500m.")]
    [InlineData("resources: {memory: 128m}", "6:21: error GOT1106: '128m' is not a value this key can have. Write bytes such as 256Mi or 1Gi.")]
    [InlineData("resources: {memory: 1Gi, memoryLimit: 512Mi}", "6:39: error GOT1107: The limit 512Mi is less than the requested 1Gi.")]
    [InlineData("security: {user: 0}", "6:18: error GOT1107: User 0 is root. Take another number, or write 'nonRoot: false' as well.")]
    [InlineData("security: {readOnlyRoot: 'no'}", "6:26: error GOT1102: 'no' is not true or false.")]
    [InlineData("probes: {readiness: healthz}", "6:21: error GOT1106: 'healthz' is not a value this key can have. Write a path that begins with '/', such as /healthz.")]
    [InlineData("environments: {a b: {}}", "6:16: error GOT1106: 'a b' is not a name that can stand here.")]
    [InlineData("envFile: no.env", "6:10: error GOT4004: There is no file 'no.env'.")]
    [InlineData("envFile: ../../x.env", "6:10: error GOT4004: The file '../../x.env' is outside of the directory.")]
    [InlineData("environments: {dev: {envFile: no.env}}", "6:31: error GOT4004: There is no file 'no.env'.")]
    public async Task Says_where_and_what_to_do(string text, string expected) =>
        (await ErrorsAsync(Workshop.FiveLines + text + "\n")).Single().ShouldStartWith("web.yaml:" + expected);

    [Theory]
    [InlineData("kind: App", "kind: Application", "2:7: error GOT1105: 'Application' is not supported here. Write 'App'.")]
    [InlineData("name: web\n", "", "1:1: error GOT1103: The key 'name' is missing.")]
    [InlineData("name: web", "name: Web_1", "3:7: error GOT1106: 'Web_1' is not a value this key can have.")]
    [InlineData("web:1.0.0", "web:latest", "4:8: error GOT1106: 'ghcr.io/acme/web:latest' is not a value this key can have. Leave the tag out, or name a version")]
    [InlineData("web:1.0.0", "Web", "4:8: error GOT1106: 'ghcr.io/acme/Web' is not a value this key can have.")]
    [InlineData("port: 8080", "port: 80800", "5:7: error GOT1106: '80800' is not a value this key can have. Write a number from 1 to 65535.")]
    [InlineData("port: 8080", "port: '8080'", "5:7: error GOT1102: '8080' is not a whole number.")]
    [InlineData("port: 8080", "probes: {readiness: /}", "5:9: error GOT1107: There is no port to probe.")]
    [InlineData("port: 8080", "ports: [{name: 123, port: 1}]", "5:16: error GOT1102: YAML does not read 123 as a text.")]
    [InlineData("port: 8080", "ports: [{name: a-very-long-port-name, port: 1}]", "5:16: error GOT1106: 'a-very-long-port-name' is not a value this key can have.")]
    [InlineData("port: 8080", "ports: [{name: a, port: 1}, {name: a, port: 2}]", "5:8: error GOT1107: Two ports are named 'a'.")]
    [InlineData("port: 8080", "ports: [{name: a, port: 1, service: 80}, {name: b, port: 2, service: 80}]", "5:8: error GOT1107: Two ports are with the service port '80/TCP'.")]
    public async Task Says_what_is_wrong_with_the_first_five_lines(string line, string instead, string expected) =>
        (await ErrorsAsync(Workshop.FiveLines.Replace(line, instead))).Single().ShouldStartWith("web.yaml:" + expected);

    [Fact]
    public async Task Refuses_data_larger_than_the_api_server_takes()
    {
        _workshop.Write("big.env", $"A={new string('x', 1024 * 1024 - 1)}\n");
        (await LoadAsync(Workshop.FiveLines + "envFile: big.env\n")).Base.Data.Bytes.ShouldBe(1024 * 1024);
        (await ErrorsAsync(Workshop.FiveLines + "envFile: big.env\nenvironments: {prod: {env: {B: 1}}}\n")).Single(line => line.Contains("error"))
            .ShouldStartWith("web.yaml: error GOT4005: The ConfigMap of 'prod' has 1048578 bytes of data, more than 1048576.");
    }

    [Theory]
    [InlineData("link.env")]
    [InlineData("folder/real.env")]
    public async Task Follows_no_symbolic_link_to_an_env_file(string path)
    {
        _workshop.Write("real/real.env", "A=1\n");
        File.CreateSymbolicLink(Path.Combine(_workshop.Folder, "link.env"), Path.Combine(_workshop.Folder, "real", "real.env"));
        Directory.CreateSymbolicLink(Path.Combine(_workshop.Folder, "folder"), Path.Combine(_workshop.Folder, "real"));
        (await ErrorsAsync(Workshop.FiveLines + $"envFile: {path}\n")).Single()
            .ShouldStartWith($"web.yaml:6:10: error GOT4004: The file '{path}' is, or lies behind, a symbolic link.");
    }

    [Fact]
    public async Task An_environment_wins_over_the_base_and_values_over_files()
    {
        _workshop.Write("config/a.env", "A=file\nB=file\nC=file\n");
        _workshop.Write("config/b.env", "B=prod-file\nD=prod-file\n");
        _workshop.Write("config/web.yaml", Workshop.FiveLines + "env: {C: spec}\nenvFile: a.env\nenvironments: {prod: {env: {D: prod}, envFile: b.env}}\n");
        var app = await AppSpecFile.LoadAsync(_workshop.Context, "config/web.yaml", TestContext.Current.CancellationToken);
        app.Base.Data.Values.Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(["A=file", "B=file", "C=spec"]);
        app.In("prod").Data.Values.Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(["A=file", "B=prod-file", "C=spec", "D=prod"]);
    }

    private async Task<AppSpecFile> LoadAsync(string text)
    {
        _workshop.Write("web.yaml", text);
        return await AppSpecFile.LoadAsync(_workshop.Context, "web.yaml", TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync(string text)
    {
        var failure = await Should.ThrowAsync<TaskFailedException>(LoadAsync(text));
        failure.ExitCode.ShouldBe(ExitCode.Usage);
        return [.. failure.Diagnostics.Select(d => d.ToString())];
    }
}
